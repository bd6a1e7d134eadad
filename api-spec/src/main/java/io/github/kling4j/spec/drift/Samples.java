package io.github.kling4j.spec.drift;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes up a value that a schema allows, for where an example must be and upstream shows none. */
final class Samples {
  private Samples() {}

  static Object of(Shape shape) {
    return of(shape, 0);
  }

  /** The answer of an operation on a task. */
  static Object task() {
    return Map.of("code", 0, "data", Map.of("task_id", "814237883686625347"));
  }

  private static Object of(Shape shape, int depth) {
    for (String keyword : List.of("example", "default")) {
      JsonNode value = shape.get(keyword);
      if (value != null) {
        return value;
      }
    }
    if (!shape.values().isEmpty()) {
      return shape.values().get(0);
    }
    return switch (shape.type()) {
      case "object" -> {
        Map<String, Object> members = new LinkedHashMap<>();
        if (depth < 5) {
          shape.properties().forEach((name, member) -> members.put(name, of(member, depth + 1)));
        }
        yield members;
      }
      case "array" -> {
        Shape items = shape.items();
        yield items == null || depth >= 5 ? List.of() : List.of(of(items, depth + 1));
      }
      case "integer", "number" -> number(shape);
      case "boolean" -> true;
      default -> "x".repeat(Math.max(1, length(shape.get("minLength"))));
    };
  }

  private static Object number(Shape shape) {
    BigDecimal least = limit(shape.get("minimum"));
    BigDecimal most = limit(shape.get("maximum"));
    BigDecimal one = BigDecimal.ONE;
    if (least != null && one.compareTo(least) < 0) {
      return Prose.node(least);
    }
    return Prose.node(most != null && one.compareTo(most) > 0 ? most : one);
  }

  private static @Nullable BigDecimal limit(@Nullable JsonNode limit) {
    return limit == null ? null : Prose.number(limit.asString(""));
  }

  private static int length(@Nullable JsonNode limit) {
    BigDecimal length = limit(limit);
    return length == null ? 0 : Math.min(length.intValue(), 100);
  }
}
