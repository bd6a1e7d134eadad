/** The {@code kling} command. */
@NullMarked
package io.github.kling4j.cli;

import org.jspecify.annotations.NullMarked;
