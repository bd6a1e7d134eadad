/** Measurements of the client, each started by a word after {@code run}, and what they share. */
@NullMarked
package io.github.kling4j.benchmarks;

import org.jspecify.annotations.NullMarked;
