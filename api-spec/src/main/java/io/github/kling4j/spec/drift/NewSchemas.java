package io.github.kling4j.spec.drift;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Writes upstream's schemas as the contract has its own: each enum and object with a name. */
final class NewSchemas {
  private static final Set<String> TIMES = Set.of("_at", "time", "timestamp");

  private final JsonNode contract;
  private final String source;
  private final Map<String, Object> named = new LinkedHashMap<>();

  NewSchemas(JsonNode contract, String source) {
    this.contract = contract;
    this.source = source;
  }

  /** The schemas that came into being, by name; to be added to those of the contract. */
  Map<String, Object> named() {
    return named;
  }

  /** A property of an object that is called {@code owner}. */
  Map<String, Object> property(String name, Shape theirs, String owner) {
    Map<String, Object> property = new LinkedHashMap<>();
    Map<String, Object> type = type(name, theirs, owner);
    boolean reference = type.containsKey("$ref");
    if (!reference) {
      property.putAll(type);
      property.remove("items");
    }
    JsonNode standard = theirs.get("default");
    if (standard != null && standard.isValueNode() && !reference) {
      property.put("default", convert(standard, theirs.type()));
    }
    property.put("description", Sentences.describe(theirs, source));
    property.put("x-source", List.of(source));
    if (theirs.is("deprecated")) {
      property.put("deprecated", true);
    }
    if (reference) {
      if (standard != null && standard.isValueNode()) {
        property.put("default", convert(standard, theirs.type()));
      }
      property.put("allOf", List.of(type));
    } else if (type.containsKey("items")) {
      property.put("items", type.get("items"));
    }
    return property;
  }

  /** The type alone: a reference, or a schema without a description. */
  private Map<String, Object> type(String name, Shape theirs, String owner) {
    Map<String, Object> type = new LinkedHashMap<>();
    String kind = theirs.type();
    switch (kind) {
      case "object" -> {
        if (!theirs.properties().isEmpty()) {
          return reference(object(name, theirs, owner));
        }
        type.put("type", "object");
        Shape values = theirs.values("additionalProperties");
        if (values != null && !values.type().equals("any")) {
          type.put("additionalProperties", type(name + "_value", values, owner));
        }
      }
      case "array" -> {
        type.put("type", "array");
        limits(theirs, type);
        Shape items = theirs.items();
        type.put("items", items == null ? Map.of() : type(singular(name), items, owner));
      }
      case "string", "integer", "number" -> {
        if (!theirs.values().isEmpty()) {
          return reference(values(name, theirs, owner));
        }
        type.put("type", kind);
        if (kind.equals("integer")) {
          type.put("format", isLong(name, theirs) ? "int64" : "int32");
        }
        limits(theirs, type);
      }
      case "boolean" -> type.put("type", kind);
      // Nothing that holds of every value: it is sent and read as it is.
      default -> {}
    }
    return type;
  }

  private static Map<String, Object> reference(String name) {
    return new LinkedHashMap<>(Map.of("$ref", "#/components/schemas/" + name));
  }

  private static void limits(Shape theirs, Map<String, Object> type) {
    for (String keyword : RuleComparison.LIMITS) {
      JsonNode limit = theirs.get(keyword);
      if (limit != null) {
        type.put(keyword, limit);
      }
    }
  }

  static boolean isLong(String name, Shape theirs) {
    JsonNode most = theirs.get("maximum");
    JsonNode least = theirs.get("minimum");
    return theirs.text("format").equals("int64")
        || (most != null && Math.abs(most.asDouble(0)) > Integer.MAX_VALUE)
        || (least != null && Math.abs(least.asDouble(0)) > Integer.MAX_VALUE)
        || TIMES.stream().anyMatch(name::endsWith);
  }

  /** Adds a named schema for an object. */
  String object(String name, Shape theirs, String owner) {
    String unique = unique(Names.pascal(name), owner);
    Map<String, Object> schema = new LinkedHashMap<>();
    // So that an object which contains itself finds its own name taken.
    named.put(unique, schema);
    schema.put("type", "object");
    schema.put("description", Sentences.ofSchema(name));
    Map<String, Object> properties = new LinkedHashMap<>();
    theirs
        .properties()
        .forEach((key, property) -> properties.put(key, property(key, property, unique)));
    schema.put("properties", properties);
    return unique;
  }

  /** Says of a new object what upstream requires, if it does not require everything. */
  void require(String schema, Shape theirs) {
    Map<String, Shape> properties = theirs.properties();
    boolean all = theirs.required().containsAll(properties.keySet());
    List<String> required = new ArrayList<>();
    properties.forEach(
        (name, property) -> {
          JsonNode said = property.get(Prose.REQUIRED);
          if (all ? said != null && said.asBoolean() : theirs.required().contains(name)) {
            required.add(name);
          }
        });
    if (!required.isEmpty() && named.get(schema) instanceof Map<?, ?> map) {
      Map<String, Object> with = new LinkedHashMap<>();
      map.forEach(
          (key, value) -> {
            if (key.equals("properties")) {
              with.put("required", required);
            }
            with.put(key.toString(), value);
          });
      named.put(schema, with);
    }
  }

  private String values(String name, Shape theirs, String owner) {
    Map<String, Object> schema = new LinkedHashMap<>();
    String kind = theirs.type();
    schema.put("type", kind);
    if (kind.equals("integer")) {
      schema.put("format", "int32");
    }
    schema.put("description", Sentences.ofValues(name));
    List<Object> values = new ArrayList<>();
    List<Object> constants = new ArrayList<>();
    List<Object> descriptions = new ArrayList<>();
    JsonNode glosses = theirs.get(Prose.GLOSSES);
    for (JsonNode value : theirs.values()) {
      Object converted = convert(value, kind);
      if (!values.contains(converted)) {
        values.add(converted);
        constants.add(constant(value.asString(""), Names.constant(name) + "_", constants));
        descriptions.add(
            Sentences.ofValue(glosses == null ? null : glosses.get(value.asString("")), source));
      }
    }
    schema.put("enum", values);
    schema.put("x-enum-varnames", constants);
    schema.put("x-enum-descriptions", descriptions);
    String unique = unique(Names.pascal(name), owner);
    named.put(unique, schema);
    return unique;
  }

  /**
   * A constant's name that is not taken, with {@code prefix} where the value begins with a digit.
   */
  static String constant(String value, String prefix, List<Object> taken) {
    String plain = Names.constant(value);
    String name = Character.isDigit(plain.charAt(0)) ? prefix + plain : plain;
    if (name.equals("UNRECOGNIZED")) {
      name = prefix + name;
    }
    String unique = name;
    for (int i = 2; taken.contains(unique); i++) {
      unique = name + "_" + i;
    }
    return unique;
  }

  private String unique(String wanted, String owner) {
    Set<String> taken = new HashSet<>(named.keySet());
    contract.at("/components/schemas").propertyNames().forEach(taken::add);
    String name = taken.contains(wanted) ? owner + wanted : wanted;
    String unique = name;
    for (int i = 2; taken.contains(unique); i++) {
      unique = name + i;
    }
    return unique;
  }

  static String singular(String name) {
    return name.endsWith("_list")
        ? name.substring(0, name.length() - 5)
        : name.endsWith("s") && name.length() > 3 && !name.endsWith("ss")
            ? name.substring(0, name.length() - 1)
            : name + "_item";
  }

  /** A value as the type has it: a number for {@code integer}, a text for {@code string}. */
  static Object convert(JsonNode value, String type) {
    var number = Prose.number(value.asString(""));
    return switch (type) {
      case "integer", "number" -> number == null ? value : Prose.node(number);
      case "boolean" -> value.isBoolean() ? value : value.asString("").equals("true");
      case "string" -> value.asString("");
      default -> value;
    };
  }
}
