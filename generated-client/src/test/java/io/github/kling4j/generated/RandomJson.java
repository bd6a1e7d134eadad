package io.github.kling4j.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes trees of JSON that are valid by a schema. The same random numbers make the same tree. */
final class RandomJson {
  static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Below this level only what is required is made. */
  private static final int DEEP = 2;

  /** Names that no document knows, hard ones among them. */
  private static final List<String> ODD_NAMES =
      List.of(
          "", " ", "x-new", "a.b", "it's", "[0]", "$", "Über", "名前", "😀", "a\"b\\c\n", "hashCode");

  private final SplittableRandom random;
  private final FlatSchema schemas;
  private final RandomScalars scalars;

  RandomJson(JsonNode document, SplittableRandom random) {
    this.random = random;
    this.schemas = new FlatSchema(document, random);
    this.scalars = new RandomScalars(random);
  }

  /** Returns a valid value that is not null. */
  JsonNode of(JsonNode schema) {
    return value(schema, 0);
  }

  /** Returns any value at all. */
  JsonNode any() {
    return any(0);
  }

  private JsonNode value(JsonNode schema, int depth) {
    boolean small = depth > DEEP;
    if (depth > 0 && schemas.isNullable(schema) && (small || random.nextInt(8) == 0)) {
      return NODES.nullNode();
    }
    ObjectNode flat = schemas.of(schema, small);
    if (flat.has("const")) {
      return flat.get("const");
    }
    if (flat.has("enum")) {
      return oneOf(flat.get("enum"));
    }
    return switch (type(flat)) {
      case "string" -> scalars.text(flat);
      case "integer" -> scalars.whole(flat);
      case "number" -> scalars.number(flat);
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "array" -> array(flat, depth, small);
      case "object" -> object(flat, depth, small);
      case "null" -> NODES.nullNode();
      default -> any(depth);
    };
  }

  /** Of values of several types, a class takes those that are like the first. */
  private JsonNode oneOf(JsonNode values) {
    List<JsonNode> all = new ArrayList<>();
    values.forEach(
        each -> {
          if (!each.isNull() && each.getNodeType() == values.get(0).getNodeType()) {
            all.add(each);
          }
        });
    return all.get(random.nextInt(all.size()));
  }

  private String type(ObjectNode flat) {
    List<String> types = new ArrayList<>();
    flat.path("type").forEach(each -> types.add(each.textValue()));
    if (types.size() > 1) {
      types.remove("null");
    }
    if (!types.isEmpty()) {
      return types.get(random.nextInt(types.size()));
    }
    if (flat.path("type").isTextual()) {
      return flat.get("type").textValue();
    }
    boolean object = flat.has("properties") || flat.path("additionalProperties").isObject();
    return object ? "object" : flat.has("items") ? "array" : "";
  }

  private ArrayNode array(ObjectNode flat, int depth, boolean small) {
    ArrayNode array = NODES.arrayNode();
    JsonNode first = flat.path("prefixItems");
    JsonNode items = flat.path("items");
    int least = Math.max(flat.path("minItems").asInt(), first.size());
    int most = flat.path("maxItems").asInt(least + 4);
    int size = small || isFalse(items) ? least : least + random.nextInt(most - least + 1);
    Set<JsonNode> seen = new HashSet<>();
    for (int i = 0; i < size; i++) {
      JsonNode item = value(i < first.size() ? first.get(i) : items, depth + 1);
      if (seen.add(item) || !flat.path("uniqueItems").asBoolean()) {
        array.add(item);
      }
    }
    return array;
  }

  private ObjectNode object(ObjectNode flat, int depth, boolean small) {
    Set<String> required = new LinkedHashSet<>();
    flat.path("required").forEach(each -> required.add(each.textValue()));
    for (Map.Entry<String, JsonNode> each : flat.path("properties").properties()) {
      if (each.getValue().path("x-required").asBoolean() && schemas.isFinite(each.getValue())) {
        required.add(each.getKey());
      }
    }
    int most = flat.path("maxProperties").asInt(Integer.MAX_VALUE);
    ObjectNode object = NODES.objectNode();
    for (String name : required) {
      object.set(name, value(flat.path("properties").path(name), depth + 1));
    }
    double share = small ? 0 : random.nextDouble();
    for (Map.Entry<String, JsonNode> each : flat.path("properties").properties()) {
      JsonNode schema = each.getValue();
      if (!required.contains(each.getKey())
          && object.size() < most
          && random.nextDouble() < share
          && !isFalse(schema)
          && schemas.isFinite(schema)) {
        object.set(each.getKey(), value(schema, depth + 1));
      }
    }
    addUnknown(object, flat, depth, small);
    return shuffled(object);
  }

  private void addUnknown(ObjectNode object, ObjectNode flat, int depth, boolean small) {
    JsonNode additional = flat.path("additionalProperties");
    if (isFalse(additional) || flat.has("unevaluatedProperties")) {
      return;
    }
    int least = flat.path("minProperties").asInt();
    int most = flat.path("maxProperties").asInt(Integer.MAX_VALUE);
    int more = small || random.nextInt(3) > 0 ? 0 : random.nextInt(3);
    for (int i = 0; i < 50 && object.size() < most && (object.size() < least || i < more); i++) {
      String name = ODD_NAMES.get(random.nextInt(ODD_NAMES.size()));
      if (!object.has(name) && !flat.path("properties").has(name)) {
        object.set(name, value(additional, depth + 1));
      }
    }
  }

  ObjectNode shuffled(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    Collections.shuffle(names, new Random(random.nextLong()));
    ObjectNode shuffled = NODES.objectNode();
    names.forEach(name -> shuffled.set(name, object.get(name)));
    return shuffled;
  }

  private JsonNode any(int depth) {
    ObjectNode nothing = NODES.objectNode();
    return switch (random.nextInt(depth > DEEP ? 5 : 7)) {
      case 0 -> depth == 0 ? nothing : NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> scalars.whole(nothing);
      case 3 -> scalars.number(nothing);
      case 4 -> scalars.text(nothing);
      case 5 -> anyArray(depth);
      default -> anyObject(depth);
    };
  }

  private ArrayNode anyArray(int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int i = random.nextInt(3); i > 0; i--) {
      array.add(any(depth + 1));
    }
    return array;
  }

  private ObjectNode anyObject(int depth) {
    ObjectNode object = NODES.objectNode();
    for (int i = random.nextInt(3); i > 0; i--) {
      object.set(ODD_NAMES.get(random.nextInt(ODD_NAMES.size())), any(depth + 1));
    }
    return object;
  }

  private static boolean isFalse(JsonNode schema) {
    return schema.isBoolean() && !schema.booleanValue();
  }
}
