package io.github.kling4j.codegen;

import java.util.Locale;

/** What the generated code makes of a body, by its media type. */
enum MediaTypes {
  JSON,
  FORM,
  MULTIPART,
  RAW;

  static MediaTypes of(String mediaType) {
    String type = mediaType.toLowerCase(Locale.ROOT).replaceAll("\\s*;.*", "").strip();
    if (type.endsWith("/json")
        || type.endsWith("+json")
        || type.equals("*/*")
        || type.equals("application/*")) {
      return JSON;
    }
    return switch (type) {
      case "application/x-www-form-urlencoded" -> FORM;
      case "multipart/form-data" -> MULTIPART;
      default -> RAW;
    };
  }
}
