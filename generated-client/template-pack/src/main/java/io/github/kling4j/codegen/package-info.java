/**
 * An OpenAPI Generator that writes Retrofit interfaces and immutable models with Moshi adapters.
 */
@NullMarked
package io.github.kling4j.codegen;

import org.jspecify.annotations.NullMarked;
