// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.api;

/** Names the OpenAPI document that this package and the models were generated from. */
public final class Contract {
  /** The document's title. */
  public static final String TITLE = "Pets";

  /** The document's version. */
  public static final String VERSION = "1";

  private Contract() {}
}
