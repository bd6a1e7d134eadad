package io.github.kling4j.codegen;

import java.util.List;

/** What query parameters, header parameters and forms share. */
final class Styles {
  /** Names that the builders use for something else. */
  static final List<String> RESERVED_METHODS =
      List.of(
          "hashCode",
          "toString",
          "getClass",
          "notify",
          "notifyAll",
          "wait",
          "clone",
          "finalize",
          "equals",
          "builder",
          "build",
          "parameter",
          "part");

  private Styles() {}

  /** Returns the constant of a style of queries and forms. */
  static String of(String style, boolean explode) {
    return switch (style) {
      case "spaceDelimited" -> explode ? "FORM_EXPLODED" : "SPACE_DELIMITED";
      case "pipeDelimited" -> explode ? "FORM_EXPLODED" : "PIPE_DELIMITED";
      case "deepObject" -> "DEEP_OBJECT";
      default -> explode ? "FORM_EXPLODED" : "FORM";
    };
  }
}
