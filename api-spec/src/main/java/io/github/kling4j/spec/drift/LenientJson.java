package io.github.kling4j.spec.drift;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as people write it into documentation: with comments and one comma too many. */
final class LenientJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_YAML_COMMENTS,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A value, and where the text behind it begins. */
  record Read(JsonNode value, int end) {}

  private LenientJson() {}

  /** Reads the value that {@code text} begins with. */
  static JsonNode read(String text) {
    return readFirst(text, 0).value();
  }

  /** Reads the value that begins at {@code from}. */
  static Read readFirst(String text, int from) {
    try (JsonParser parser = JSON.createParser(text.substring(from))) {
      JsonNode value = JSON.readTree(parser);
      return new Read(value, from + (int) parser.currentLocation().getCharOffset());
    }
  }

  /** Says what is wrong in one line, and where. */
  static String reason(JacksonException failure) {
    TokenStreamLocation at = failure.getLocation();
    String message = failure.getOriginalMessage().lines().findFirst().orElse("no reason given");
    return at == null
        ? message
        : message + " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }
}
