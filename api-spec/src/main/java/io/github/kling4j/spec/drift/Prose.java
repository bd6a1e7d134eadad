package io.github.kling4j.spec.drift;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds to the schemas of a document what their descriptions say in words: limits, values, defaults,
 * whether a property is required. What a schema says itself counts more.
 */
final class Prose {
  /** Whether the description calls a property required (true) or optional (false). */
  static final String REQUIRED = "x-said-required";

  /** What the description says of single values, by value. */
  static final String GLOSSES = "x-said-of-values";

  private static final Set<String> NO_SCHEMAS =
      Set.of("example", "examples", "default", "enum", "const");

  private Prose() {}

  /** Adds what is said in words to all schemas within {@code node}. */
  static void addTo(JsonNode node) {
    node.forEachEntry(
        (key, child) -> {
          if (NO_SCHEMAS.contains(key) || key.startsWith("x-")) {
            return;
          }
          if (Set.of("properties", "schemas").contains(key)) {
            child.forEach(
                property -> {
                  addToSchema(property);
                  addTo(property);
                });
          } else {
            if (Set.of("schema", "items").contains(key)) {
              addToSchema(child);
            }
            addTo(child);
          }
        });
    if (node.isArray()) {
      node.forEach(
          child -> {
            String said = child.path("description").asString("");
            if (child.path("schema") instanceof ObjectNode schema
                && child.has("in")
                && !schema.has("description")) {
              schema.put("description", said);
            }
            addTo(child);
          });
    }
  }

  private static void addToSchema(JsonNode node) {
    if (!(node instanceof ObjectNode schema)) {
      return;
    }
    normalize(schema);
    Words words = Words.of(schema.path("description").asString(""));
    String type = schema.path("type").asString(schema.has("$ref") ? "object" : "string");
    switch (type) {
      case "string" -> {
        put(schema, "minLength", words.shortest());
        put(schema, "maxLength", words.longest());
        addValues(schema, words, false);
      }
      case "number", "integer" -> {
        addValues(schema, words, true);
        if (!schema.has("enum")) {
          BigDecimal above = words.above();
          if (above != null && !schema.has("minimum")) {
            schema.set("minimum", node(above));
            schema.put("exclusiveMinimum", true);
          }
          put(schema, "minimum", words.least());
          put(schema, "maximum", words.most());
        }
      }
      case "array" -> {
        put(schema, "minItems", words.fewest());
        put(schema, "maxItems", words.mostItems());
        if (schema.path("items") instanceof ObjectNode items
            && items.path("type").asString("").equals("string")
            && !items.has("enum")) {
          addValues(items, words, false);
        }
      }
      default -> {}
    }
    addDefault(schema, words, type);
    Boolean required = words.required();
    if (required != null) {
      schema.put(REQUIRED, required.booleanValue());
    }
  }

  /** Writes what OpenAPI 3.1 says otherwise as 3.0 does. */
  private static void normalize(ObjectNode schema) {
    if (schema.path("type").isArray()) {
      List<String> types = new ArrayList<>();
      schema
          .path("type")
          .forEach(
              type -> {
                if (!type.asString("").equals("null")) {
                  types.add(type.asString());
                }
              });
      if (types.size() == 1) {
        schema.put("type", types.get(0));
      }
    }
    if (schema.has("const") && !schema.has("enum")) {
      schema.putArray("enum").add(schema.get("const"));
    }
    choices(schema);
    exclusive(schema, "exclusiveMinimum", "minimum");
    exclusive(schema, "exclusiveMaximum", "maximum");
    Map<String, String> glosses = new LinkedHashMap<>();
    for (JsonNode value : schema.path("x-apifox-enum")) {
      glosses.put(
          value.path("value").asString(""),
          (value.path("name").asString("") + " " + value.path("description").asString("")).strip());
    }
    glosses.remove("");
    if (!glosses.isEmpty()) {
      addGlosses(schema, glosses);
      if (!schema.has("enum")) {
        ArrayNode values = schema.putArray("enum");
        schema.path("x-apifox-enum").forEach(value -> values.add(value.path("value")));
      }
    }
  }

  /** A choice of constants is a list of values. */
  private static void choices(ObjectNode schema) {
    for (String choice : List.of("oneOf", "anyOf")) {
      JsonNode constants = schema.path(choice);
      boolean all = !constants.isEmpty() && !schema.has("enum");
      for (JsonNode each : constants) {
        all &= each.has("const");
      }
      if (all) {
        ArrayNode values = schema.putArray("enum");
        Map<String, String> glosses = new LinkedHashMap<>();
        for (JsonNode each : constants) {
          values.add(each.get("const"));
          glosses.put(
              each.get("const").asString(""),
              each.path("title").asString(each.path("description").asString("")));
        }
        addGlosses(schema, glosses);
        schema.remove(choice);
      }
    }
  }

  private static void exclusive(ObjectNode schema, String exclusive, String inclusive) {
    if (schema.path(exclusive).isNumber()) {
      schema.set(inclusive, schema.get(exclusive));
      schema.put(exclusive, true);
    }
  }

  private static void addValues(ObjectNode schema, Words words, boolean numbers) {
    Map<String, String> values = words.values();
    if (values.isEmpty()
        || (numbers && !values.keySet().stream().allMatch(value -> number(value) != null))) {
      return;
    }
    if (!schema.has("enum")) {
      ArrayNode list = schema.putArray("enum");
      for (String value : values.keySet()) {
        BigDecimal number = numbers ? number(value) : null;
        if (number == null) {
          list.add(value);
        } else {
          list.add(node(number));
        }
      }
    }
    addGlosses(schema, values);
  }

  private static void addGlosses(ObjectNode schema, Map<String, String> values) {
    values.forEach(
        (value, gloss) -> {
          if (!gloss.isEmpty()) {
            schema.withObjectProperty(GLOSSES).put(value, gloss);
          }
        });
  }

  private static void addDefault(ObjectNode schema, Words words, String type) {
    String said = words.defaultValue();
    if (said == null || schema.has("default")) {
      return;
    }
    BigDecimal number = number(said);
    if (type.equals("boolean")) {
      if (Set.of("true", "false").contains(said)) {
        schema.put("default", said.equals("true"));
      }
    } else if (type.equals("string")) {
      boolean listed = !schema.has("enum");
      for (JsonNode value : schema.path("enum")) {
        listed |= value.asString().equals(said);
      }
      if (listed) {
        schema.put("default", said);
      }
    } else if (number != null && (type.equals("number") || type.equals("integer"))) {
      schema.set("default", node(number));
    }
  }

  private static void put(ObjectNode schema, String keyword, @Nullable BigDecimal value) {
    if (value != null && !schema.has(keyword)) {
      schema.set(keyword, node(value));
    }
  }

  static @Nullable BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A whole number as such, so that 5.0 and 5 are the same. */
  static JsonNode node(BigDecimal number) {
    BigDecimal short0 = number.stripTrailingZeros();
    return short0.scale() <= 0 && short0.precision() - short0.scale() < 19
        ? JsonNodeFactory.instance.numberNode(short0.longValueExact())
        : JsonNodeFactory.instance.numberNode(short0);
  }
}
