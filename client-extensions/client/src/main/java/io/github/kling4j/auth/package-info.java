/** Keys, and how a request gets one. */
@NullMarked
package io.github.kling4j.auth;

import org.jspecify.annotations.NullMarked;
