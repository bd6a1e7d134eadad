/** The contract as a document, and the rules of this project for it. */
@NullMarked
package io.github.kling4j.spec;

import org.jspecify.annotations.NullMarked;
