/** What a call takes: processor time, memory, time on the clock; and what a contender weighs. */
@NullMarked
package io.github.kling4j.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
