package io.github.kling4j.spec.drift;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compares and shows JSON values as people mean them. */
final class Values {
  private Values() {}

  /** Whether both say the same: 5, 5.0 and "5" do. */
  static boolean same(JsonNode one, JsonNode other) {
    if (one.isValueNode() && other.isValueNode()) {
      BigDecimal a = Prose.number(one.asString(""));
      BigDecimal b = Prose.number(other.asString(""));
      return (a != null && b != null)
          ? a.compareTo(b) == 0
          : one.asString("").equals(other.asString(""));
    }
    if (one.isArray() && other.isArray() && one.size() == other.size()) {
      for (int i = 0; i < one.size(); i++) {
        if (!same(one.get(i), other.get(i))) {
          return false;
        }
      }
      return true;
    }
    return one.equals(other);
  }

  static boolean contains(List<JsonNode> values, JsonNode value) {
    return values.stream().anyMatch(each -> same(each, value));
  }

  static JsonNode list(List<JsonNode> values) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    values.forEach(list::add);
    return list;
  }

  static JsonNode text(String text) {
    return JsonNodeFactory.instance.stringNode(text);
  }

  /** A value for people: texts without quotes, lists with commas. */
  static String show(@Nullable JsonNode value) {
    if (value == null) {
      return "nothing";
    }
    if (value.isArray()) {
      StringBuilder list = new StringBuilder();
      value.forEach(each -> list.append(list.isEmpty() ? "" : ", ").append(show(each)));
      return list.isEmpty() ? "none" : list.toString();
    }
    return value.isValueNode() ? value.asString("") : value.toString();
  }
}
