/** The client and where it sends its requests: start at {@link io.github.kling4j.KlingClient}. */
@NullMarked
package io.github.kling4j;

import org.jspecify.annotations.NullMarked;
