/** The benchmark {@code build}: from a changed contract to compiled classes. */
@NullMarked
package io.github.kling4j.benchmarks.build;

import org.jspecify.annotations.NullMarked;
