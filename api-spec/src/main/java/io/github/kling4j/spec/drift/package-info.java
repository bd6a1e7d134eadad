/**
 * Finds out where upstream's documents and the contract differ, and brings the contract up to date.
 */
@NullMarked
package io.github.kling4j.spec.drift;

import org.jspecify.annotations.NullMarked;
