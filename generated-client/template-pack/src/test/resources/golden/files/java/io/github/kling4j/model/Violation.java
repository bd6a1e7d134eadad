// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

/**
 * One breach of a limit that the document states.
 *
 * @param path where it is, as a JSON path such as {@code $.multi_prompt[0].prompt}
 * @param rule the keyword of the document that is broken, such as {@code maxLength}; {@code type}
 *     for a value of another type
 * @param message one sentence that names the property, the size of its value and the limit
 */
public record Violation(String path, String rule, String message) {}
