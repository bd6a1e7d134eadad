package io.github.kling4j.spec.drift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A schema together with what it takes from others, by a reference or by {@code allOf}. It knows
 * where in its document each keyword stands, so that it can be changed there.
 */
final class Shape {
  /** A schema that is part of this one, and its place as a JSON pointer. */
  record Part(String pointer, JsonNode node) {}

  private final JsonNode root;
  private final List<Part> parts;

  private Shape(JsonNode root, List<Part> parts) {
    this.root = root;
    this.parts = parts;
  }

  /** The schema at {@code pointer} of the document {@code root}. */
  static Shape at(JsonNode root, String pointer) {
    List<Part> parts = new ArrayList<>();
    collect(root, pointer, parts);
    return new Shape(root, parts);
  }

  private static void collect(JsonNode root, String pointer, List<Part> parts) {
    JsonNode node = root.at(pointer);
    if (parts.stream().anyMatch(part -> part.pointer().equals(pointer)) || !node.isObject()) {
      return;
    }
    parts.add(new Part(pointer, node));
    if (node.path("$ref").isString()) {
      collect(root, node.get("$ref").asString().substring(1), parts);
    }
    for (int i = 0; i < node.path("allOf").size(); i++) {
      collect(root, pointer + "/allOf/" + i, parts);
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      List<Integer> real = new ArrayList<>();
      for (int i = 0; i < node.path(choice).size(); i++) {
        if (!node.path(choice).get(i).path("type").asString("").equals("null")) {
          real.add(i);
        }
      }
      // A choice between something and nothing is that something.
      if (real.size() == 1) {
        collect(root, pointer + "/" + choice + "/" + real.get(0), parts);
      }
    }
  }

  boolean exists() {
    return !parts.isEmpty();
  }

  /** The value of {@code keyword}, from wherever it comes; null if it is not said. */
  @Nullable JsonNode get(String keyword) {
    for (Part part : parts) {
      JsonNode value = part.node().get(keyword);
      if (value != null && !value.isNull()) {
        return value;
      }
    }
    return null;
  }

  String text(String keyword) {
    JsonNode value = get(keyword);
    return value == null ? "" : value.asString("");
  }

  boolean is(String keyword) {
    JsonNode value = get(keyword);
    return value != null && value.asBoolean(false);
  }

  /** The place of the schema that says {@code keyword}; its own where none says it. */
  String placeOf(String keyword) {
    for (Part part : parts) {
      if (part.node().has(keyword)) {
        return part.pointer();
      }
    }
    return home();
  }

  /** Where the schema itself stands. */
  String home() {
    return parts.get(0).pointer();
  }

  /** Where its type is said: in itself, or in the named schema that it refers to. */
  String definition() {
    for (Part part : parts) {
      if (part.node().has("type") || part.node().has("properties")) {
        return part.pointer();
      }
    }
    return home();
  }

  /** The name of its type; several, where there is a choice; {@code any}, where nothing is said. */
  String type() {
    JsonNode type = get("type");
    if (type != null && type.isString()) {
      return type.asString();
    }
    Set<String> types = new LinkedHashSet<>();
    if (type != null) {
      type.forEach(each -> types.add(each.asString()));
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      for (Part part : parts) {
        for (int i = 0; i < part.node().path(choice).size(); i++) {
          types.add(at(root, part.pointer() + "/" + choice + "/" + i).type());
        }
      }
    }
    types.remove("null");
    if (!types.isEmpty()) {
      return String.join(" or ", types);
    }
    if (get("properties") != null) {
      return "object";
    }
    if (get("items") != null) {
      return "array";
    }
    return values().isEmpty() ? "any" : values().get(0).isNumber() ? "number" : "string";
  }

  boolean isObject() {
    return type().equals("object");
  }

  /** Its properties by name, in the order of the document. */
  Map<String, Shape> properties() {
    Map<String, Shape> properties = new LinkedHashMap<>();
    for (Part part : parts) {
      part.node()
          .path("properties")
          .forEachEntry(
              (name, property) ->
                  properties.putIfAbsent(
                      name, at(root, part.pointer() + "/properties/" + escape(name))));
    }
    return properties;
  }

  /** The schema of its items; null if it is no array or says nothing of them. */
  @Nullable Shape items() {
    return values("items");
  }

  /** The schema of the values that it holds, under {@code keyword}; null if it says nothing. */
  @Nullable Shape values(String keyword) {
    Shape values = at(root, placeOf(keyword) + "/" + keyword);
    return values.exists() ? values : null;
  }

  Set<String> required() {
    Set<String> required = new LinkedHashSet<>();
    for (Part part : parts) {
      part.node().path("required").forEach(name -> required.add(name.asString("")));
    }
    return required;
  }

  List<JsonNode> values() {
    List<JsonNode> values = new ArrayList<>();
    JsonNode list = get("enum");
    if (list != null) {
      list.forEach(
          value -> {
            if (!value.isNull()) {
              values.add(value);
            }
          });
    }
    return values;
  }

  /** Who is known to describe it, as {@code x-source} says. */
  Set<String> sources() {
    Set<String> sources = new LinkedHashSet<>();
    JsonNode list = get("x-source");
    if (list != null) {
      list.forEach(source -> sources.add(source.asString("")));
    }
    return sources;
  }

  /** Whether {@code name} is another name for this property. */
  boolean isAlsoCalled(String name) {
    JsonNode aliases = get("x-aliases");
    if (aliases != null) {
      for (JsonNode alias : aliases) {
        if (alias.asString("").equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The schema of a value within one of these; null if it says nothing of it. */
  @Nullable Shape find(String pointer) {
    Shape shape = this;
    for (String step : List.of(pointer.split("/", -1))) {
      if (!step.isEmpty()) {
        Shape next = step.matches("\\d+") ? shape.items() : shape.properties().get(step);
        if (next == null) {
          return null;
        }
        shape = next;
      }
    }
    return shape;
  }

  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
