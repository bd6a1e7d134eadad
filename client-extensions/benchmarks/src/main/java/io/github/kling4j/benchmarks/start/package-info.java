/** The benchmark {@code start}: from a new JVM to the first created task. */
@NullMarked
package io.github.kling4j.benchmarks.start;

import org.jspecify.annotations.NullMarked;
