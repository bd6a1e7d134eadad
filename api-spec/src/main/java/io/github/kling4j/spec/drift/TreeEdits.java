package io.github.kling4j.spec.drift;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The edits of a {@link YamlText}, made on a tree: what its text has to say afterwards. */
final class TreeEdits {
  private TreeEdits() {}

  static JsonPointer parent(JsonPointer pointer) {
    return pointer.head() == null ? JsonPointer.empty() : pointer.head();
  }

  static String key(JsonPointer pointer) {
    return pointer.last().getMatchingProperty();
  }

  static JsonNode set(JsonNode tree, JsonPointer at, JsonNode value) {
    return changed(
        tree,
        parent(at),
        map -> map.set(key(at), value),
        array -> array.set(at.last().getMatchingIndex(), value));
  }

  static JsonNode remove(JsonNode tree, JsonPointer at) {
    return changed(
        tree,
        parent(at),
        map -> map.remove(key(at)),
        array -> array.remove(at.last().getMatchingIndex()));
  }

  static JsonNode append(JsonNode tree, JsonPointer at, JsonNode value) {
    return changed(tree, at, map -> {}, array -> array.add(value));
  }

  static JsonNode add(
      JsonNode tree, JsonPointer at, String key, JsonNode value, @Nullable String before) {
    return changed(tree, at, map -> add(map, key, value, before), array -> {});
  }

  private static void add(ObjectNode map, String key, JsonNode value, @Nullable String before) {
    List<Map.Entry<String, JsonNode>> entries = List.copyOf(map.properties());
    map.removeAll();
    for (Map.Entry<String, JsonNode> entry : entries) {
      if (entry.getKey().equals(before)) {
        map.set(key, value);
      }
      map.set(entry.getKey(), entry.getValue());
    }
    if (!map.has(key)) {
      map.set(key, value);
    }
  }

  /** Changes a copy; what is neither a map nor an array, as an alias, stays as it is. */
  private static JsonNode changed(
      JsonNode tree, JsonPointer at, Consumer<ObjectNode> map, Consumer<ArrayNode> array) {
    JsonNode copy = tree.deepCopy();
    JsonNode holder = copy.at(at);
    if (holder instanceof ObjectNode object) {
      map.accept(object);
    } else if (holder instanceof ArrayNode list) {
      array.accept(list);
    }
    return copy;
  }

  /** Compares also the order of keys; numbers are the same if their values are. */
  static boolean same(JsonNode one, JsonNode other) {
    if (one.isObject() && other.isObject()) {
      return List.copyOf(one.propertyNames()).equals(List.copyOf(other.propertyNames()))
          && same(List.copyOf(one.values()), List.copyOf(other.values()));
    }
    if (one.isArray() && other.isArray()) {
      return same(List.copyOf(one.values()), List.copyOf(other.values()));
    }
    return one.equals(other)
        || (one.isNumber()
            && other.isNumber()
            && one.decimalValue().compareTo(other.decimalValue()) == 0);
  }

  private static boolean same(List<JsonNode> some, List<JsonNode> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!same(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }
}
