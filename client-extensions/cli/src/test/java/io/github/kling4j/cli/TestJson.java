package io.github.kling4j.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what the command printed. */
final class TestJson {
  private TestJson() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(String text) {
    return (Map<String, Object>) JsonValue.parse(text.strip());
  }

  /** Returns the members as text, for it is the contract that makes numbers or texts of them. */
  static Map<String, String> texts(Map<String, Object> members) {
    return members.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> String.valueOf(each.getValue())));
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> array(String text) {
    return (List<Map<String, Object>>) JsonValue.parse(text.strip());
  }
}
