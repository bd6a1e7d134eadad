package io.github.kling4j.spec.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Keeps the examples of the contract in step with its schemas. */
final class ExampleMending {
  /** Each mending may bring the next breach to light; more than this is no mending. */
  private static final int MOST_STEPS = 200;

  /** An example of the contract, and the schema that it must fit; both as pointers. */
  private record Example(String at, String schema) {}

  private ExampleMending() {}

  /**
   * Returns the text with examples that fit: values are converted, brought within their limits, or
   * left out.
   *
   * @throws LeftToPersonException if an example can't be mended so
   */
  static YamlText mend(YamlText text) throws LeftToPersonException {
    YamlText mended = text;
    for (int step = 0; step < MOST_STEPS; step++) {
      YamlText next = mendOne(mended);
      if (next == null) {
        return mended;
      }
      mended = next;
    }
    throw new LeftToPersonException("the contract's own examples no longer fit; mend them by hand");
  }

  private static @Nullable YamlText mendOne(YamlText text) throws LeftToPersonException {
    List<Example> examples = new ArrayList<>();
    collect(text.tree(), "", examples);
    for (Example example : examples) {
      JsonNode value = text.tree().at(example.at());
      for (SchemaCheck.Breach breach : SchemaCheck.breaches(text.tree(), example.schema(), value)) {
        return mend(text, example, breach);
      }
    }
    return null;
  }

  private static YamlText mend(YamlText text, Example example, SchemaCheck.Breach breach)
      throws LeftToPersonException {
    String at = example.at() + breach.pointer();
    Shape shape = Shape.at(text.tree(), example.schema()).find(breach.pointer());
    JsonNode value = text.tree().at(at);
    if (shape != null && value.isValueNode()) {
      JsonNode limit = shape.get(breach.keyword());
      switch (breach.keyword()) {
        case "type" -> {
          Object converted = NewSchemas.convert(value, shape.type());
          if (Set.of("string", "integer", "number", "boolean").contains(shape.type())
              && !value.equals(converted)) {
            return text.set(at, converted);
          }
        }
        case "enum" -> {
          if (!shape.values().isEmpty()) {
            for (JsonNode allowed : shape.values()) {
              if (Values.same(allowed, value)) {
                return text.set(at, allowed);
              }
            }
            return text.set(at, shape.values().get(0));
          }
        }
        case "minimum", "maximum" -> {
          if (limit != null) {
            return text.set(at, limit);
          }
        }
        case "maxLength" -> {
          if (limit != null) {
            String words = value.asString("");
            return text.set(at, words.substring(0, words.offsetByCodePoints(0, limit.asInt())));
          }
        }
        default -> {}
      }
    }
    if (breach.pointer().isEmpty()) {
      throw new LeftToPersonException(
          "the contract's example at " + at + " no longer fits: " + breach.message());
    }
    return text.remove(at);
  }

  private static void collect(JsonNode node, String pointer, List<Example> examples) {
    if (node.path("schema").isObject()) {
      add(node, pointer, pointer + "/schema", examples);
    } else if (pointer.matches("/components/schemas/[^/]+")) {
      add(node, pointer, pointer, examples);
    }
    if (node.has("default") && (node.has("type") || node.has("allOf"))) {
      examples.add(new Example(pointer + "/default", pointer));
    }
    node.forEachEntry(
        (key, child) -> {
          boolean value = key.equals("example") || key.equals("examples") || key.startsWith("x-");
          if (!value || pointer.endsWith("/properties")) {
            collect(child, pointer + "/" + Shape.escape(key), examples);
          }
        });
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), pointer + "/" + i, examples);
      }
    }
  }

  private static void add(JsonNode node, String at, String schema, List<Example> examples) {
    if (node.has("example")) {
      examples.add(new Example(at + "/example", schema));
    }
    for (String name : node.path("examples").propertyNames()) {
      examples.add(new Example(at + "/examples/" + Shape.escape(name) + "/value", schema));
    }
  }
}
