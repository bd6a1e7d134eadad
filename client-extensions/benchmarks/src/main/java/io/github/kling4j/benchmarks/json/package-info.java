/** What JSON alone costs, and JSON read and written by hand to compare with. */
@NullMarked
package io.github.kling4j.benchmarks.json;

import org.jspecify.annotations.NullMarked;
