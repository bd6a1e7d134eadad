/** What can go wrong, as exceptions that say what to do. */
@NullMarked
package io.github.kling4j.error;

import org.jspecify.annotations.NullMarked;
