/** Tasks: creating them, looking at them, waiting for them. */
@NullMarked
package io.github.kling4j.task;

import org.jspecify.annotations.NullMarked;
