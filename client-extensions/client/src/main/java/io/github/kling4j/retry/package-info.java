/** When something is done again after a failure that may pass. */
@NullMarked
package io.github.kling4j.retry;

import org.jspecify.annotations.NullMarked;
