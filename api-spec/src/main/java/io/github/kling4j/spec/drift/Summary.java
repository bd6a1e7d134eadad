package io.github.kling4j.spec.drift;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A schema in a few words, such as {@code string, maxLength 200}. */
final class Summary {
  private Summary() {}

  static JsonNode of(Shape shape) {
    List<String> words = new ArrayList<>();
    words.add(shape.type());
    Shape items = shape.items();
    if (items != null) {
      words.set(0, "array of " + items.type());
    }
    for (String keyword : RuleComparison.LIMITS) {
      JsonNode value = shape.get(keyword);
      if (value != null) {
        words.add(keyword + " " + Values.show(value));
      }
    }
    if (!shape.values().isEmpty()) {
      words.add("one of " + Values.show(Values.list(shape.values())));
    }
    JsonNode standard = shape.get("default");
    if (standard != null) {
      words.add("default " + Values.show(standard));
    }
    return Values.text(String.join(", ", words));
  }
}
