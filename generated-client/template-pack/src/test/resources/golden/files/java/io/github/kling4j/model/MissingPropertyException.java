// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

/** Thrown when a property is asked for that the document requires and the JSON did not hold. */
public final class MissingPropertyException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** The name in JSON. */
  private final String property;

  MissingPropertyException(String type, String property) {
    super(type + " was read from JSON without " + property + ", or with one of another shape");
    this.property = property;
  }

  /**
   * Returns the missing property's name in JSON.
   *
   * @return the name
   */
  public String property() {
    return property;
  }
}
