/** What many waits at once take of a process, and of the gateway that they ask. */
@NullMarked
package io.github.kling4j.benchmarks.waiting;

import org.jspecify.annotations.NullMarked;
