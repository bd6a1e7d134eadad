// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonQualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a body that is no class of this package but a list, a map or a plain value: {@link
 * ModelJsonAdapterFactory} then reads and writes it as the document says, with dates and exact
 * numbers, and leaves Moshi's own adapters for such types alone.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.PARAMETER})
@JsonQualifier
public @interface AsDocumented {}
