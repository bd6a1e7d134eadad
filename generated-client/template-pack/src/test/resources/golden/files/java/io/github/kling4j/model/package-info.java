// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

/** The models of Pets, generated from its OpenAPI document. */
@NullMarked
package io.github.kling4j.model;

import org.jspecify.annotations.NullMarked;
