package io.github.kling4j.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Puts the parts of a schema together into one, so that a value can be made of it. */
final class FlatSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int ENDLESS = 1_000;
  private static final Set<String> GREATEST =
      Set.of("minimum", "minLength", "minItems", "minProperties");
  private static final Set<String> LEAST =
      Set.of("maximum", "maxLength", "maxItems", "maxProperties");
  private static final Set<String> FOLLOWED =
      Set.of("$ref", "allOf", "oneOf", "anyOf", "discriminator", "nullable");

  private final JsonNode document;
  private final SplittableRandom random;

  FlatSchema(JsonNode document, SplittableRandom random) {
    this.document = document;
    this.random = random;
  }

  /** Returns a schema without references and compositions; of alternatives, one is chosen. */
  ObjectNode of(JsonNode schema, boolean small) {
    ObjectNode flat = NODES.objectNode();
    add(flat, schema, small);
    return flat;
  }

  private void add(ObjectNode flat, JsonNode schema, boolean small) {
    if (schema.has("$ref")) {
      add(flat, target(schema), small);
      if (!document.path("openapi").asText().startsWith("3.1")) {
        return;
      }
    }
    schema.path("allOf").forEach(part -> add(flat, part, small));
    for (String choice : List.of("oneOf", "anyOf")) {
      if (schema.has(choice)) {
        addOne(flat, schema, alternatives(schema.get(choice)), small);
      }
    }
    for (Map.Entry<String, JsonNode> each : schema.properties()) {
      if (!FOLLOWED.contains(each.getKey())) {
        addKeyword(flat, each.getKey(), each.getValue());
      }
    }
  }

  private List<JsonNode> alternatives(JsonNode all) {
    List<JsonNode> alternatives = new ArrayList<>();
    all.forEach(
        each -> {
          if (!isNull(each) && isFinite(each)) {
            alternatives.add(each);
          }
        });
    if (alternatives.stream().anyMatch(each -> each.has("enum"))) {
      // Of an enum or any other text a class is made that takes both, but reports the other text.
      alternatives.removeIf(
          each -> !each.has("enum") && each.path("type").asText().equals("string"));
    }
    alternatives.sort(Comparator.comparing(this::height));
    return alternatives;
  }

  private void addOne(ObjectNode flat, JsonNode schema, List<JsonNode> from, boolean small) {
    JsonNode chosen = from.get(small ? 0 : random.nextInt(from.size()));
    add(flat, chosen, small);
    JsonNode discriminator = schema.path("discriminator");
    if (discriminator.has("propertyName") && chosen.has("$ref")) {
      String name = discriminator.get("propertyName").textValue();
      ObjectNode only = NODES.objectNode();
      only.putArray("enum").add(valueOf(discriminator, chosen.get("$ref").textValue()));
      flat.withObjectProperty("properties").set(name, only);
      flat.withArrayProperty("required").add(name);
    }
  }

  private String valueOf(JsonNode discriminator, String ref) {
    String component = ref.substring(ref.lastIndexOf('/') + 1);
    List<String> values = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : discriminator.path("mapping").properties()) {
      String target = each.getValue().textValue();
      if (target.substring(target.lastIndexOf('/') + 1).equals(component)) {
        values.add(each.getKey());
      }
    }
    return values.isEmpty() ? component : values.get(random.nextInt(values.size()));
  }

  private static void addKeyword(ObjectNode flat, String keyword, JsonNode value) {
    JsonNode before = flat.get(keyword);
    if (keyword.equals("properties")) {
      ObjectNode properties = flat.withObjectProperty("properties");
      value.properties().forEach(each -> addProperty(properties, each.getKey(), each.getValue()));
    } else if (keyword.equals("required")) {
      flat.withArrayProperty("required").addAll((ArrayNode) value);
    } else if (before == null || (keyword.equals("additionalProperties") && before.isBoolean())) {
      flat.set(keyword, value);
    } else if (GREATEST.contains(keyword)
        && value.decimalValue().compareTo(before.decimalValue()) > 0) {
      flat.set(keyword, value);
    } else if (LEAST.contains(keyword)
        && value.decimalValue().compareTo(before.decimalValue()) < 0) {
      flat.set(keyword, value);
    } else if (keyword.equals("enum")) {
      ArrayNode both = NODES.arrayNode();
      before.forEach(
          each -> {
            for (JsonNode other : value) {
              if (each.equals(other)) {
                both.add(each);
              }
            }
          });
      flat.set(keyword, both);
    }
  }

  private static void addProperty(ObjectNode properties, String name, JsonNode schema) {
    JsonNode before = properties.get(name);
    if (before == null) {
      properties.set(name, schema);
    } else {
      ObjectNode both = NODES.objectNode();
      both.putArray("allOf").add(before).add(schema);
      properties.set(name, both);
    }
  }

  private JsonNode target(JsonNode schema) {
    JsonNode target = document.at(schema.get("$ref").textValue().substring(1));
    if (target.isMissingNode()) {
      throw new AssertionError("No such schema: " + schema);
    }
    return target;
  }

  private static boolean isNull(JsonNode schema) {
    return schema.path("type").asText().equals("null");
  }

  boolean isNullable(JsonNode schema) {
    if (schema.has("$ref")) {
      return isNullable(target(schema));
    }
    boolean nullable = schema.path("nullable").asBoolean() || isNull(schema);
    for (JsonNode type : schema.path("type")) {
      nullable |= type.asText().equals("null");
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      for (JsonNode each : schema.path(choice)) {
        nullable |= isNullable(each);
      }
    }
    return nullable;
  }

  /** Tells whether a value of the schema need not hold another of the same without end. */
  boolean isFinite(JsonNode schema) {
    return height(schema) < ENDLESS;
  }

  private int height(JsonNode schema) {
    return height(schema, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /** How many levels the least value of a schema has. */
  private int height(JsonNode schema, Set<JsonNode> above) {
    if (!above.add(schema)) {
      return ENDLESS;
    }
    int height = schema.has("$ref") ? height(target(schema), above) : 0;
    for (JsonNode part : schema.path("allOf")) {
      height = Math.max(height, height(part, above));
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      int least = schema.has(choice) ? ENDLESS : 0;
      for (JsonNode each : schema.path(choice)) {
        least = Math.min(least, height(each, above));
      }
      height = Math.max(height, least);
    }
    for (JsonNode name : schema.path("required")) {
      JsonNode property = schema.path("properties").path(name.textValue());
      height = Math.max(height, 1 + height(property, above));
    }
    if (schema.path("minItems").asInt() > 0) {
      height = Math.max(height, 1 + height(schema.path("items"), above));
    }
    above.remove(schema);
    return Math.min(height, ENDLESS);
  }
}
