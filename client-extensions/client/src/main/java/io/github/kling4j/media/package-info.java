/** Videos and their files. */
@NullMarked
package io.github.kling4j.media;

import org.jspecify.annotations.NullMarked;
