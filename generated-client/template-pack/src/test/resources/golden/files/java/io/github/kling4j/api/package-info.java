// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

/** The Retrofit interfaces of Pets, generated from its OpenAPI document. */
@NullMarked
package io.github.kling4j.api;

import org.jspecify.annotations.NullMarked;
