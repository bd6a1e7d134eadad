/** What is sent where a caller says nothing. */
@NullMarked
package io.github.kling4j.defaults;

import org.jspecify.annotations.NullMarked;
