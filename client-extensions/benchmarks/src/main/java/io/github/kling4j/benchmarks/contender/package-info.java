/** What is compared: each contender, and what runs it. */
@NullMarked
package io.github.kling4j.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
