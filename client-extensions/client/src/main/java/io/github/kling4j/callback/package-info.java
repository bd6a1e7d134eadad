/** What servers post to a {@code callback_url}: read, verified, and told to those who wait. */
@NullMarked
package io.github.kling4j.callback;

import org.jspecify.annotations.NullMarked;
