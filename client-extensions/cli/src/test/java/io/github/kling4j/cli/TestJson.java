package io.github.kling4j.cli;

import java.util.List;
import java.util.Map;

/** Reads what the command printed. */
final class TestJson {
  private TestJson() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(String text) {
    return (Map<String, Object>) JsonValue.parse(text.strip());
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> array(String text) {
    return (List<Map<String, Object>>) JsonValue.parse(text.strip());
  }
}
