package io.github.kling4j.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The places of a tree where a value stands, to change one. */
final class Places {
  /** What may come where something else was expected. */
  static final List<JsonNode> STRANGERS =
      List.of(
              "null",
              "true",
              "0",
              "-1.5e300",
              "100000000000000000000",
              "\"\"",
              "\"text\"",
              "\"12.50\"",
              "\"12\"",
              "[]",
              "[1]",
              "[null]",
              "{}",
              "{\"a\":{}}",
              "[".repeat(100) + "]".repeat(100),
              "{\"a\":".repeat(100) + "0" + "}".repeat(100))
          .stream()
          .map(Json::tree)
          .toList();

  private final List<JsonNode> parents = new ArrayList<>();
  private final List<Object> steps = new ArrayList<>();

  /** Finds the places below the root. */
  Places(JsonNode tree) {
    tree.properties().forEach(each -> add(tree, each.getKey(), each.getValue()));
    if (tree.isArray()) {
      for (int i = 0; i < tree.size(); i++) {
        add(tree, i, tree.get(i));
      }
    }
  }

  private void add(JsonNode parent, Object step, JsonNode value) {
    parents.add(parent);
    steps.add(step);
    Places below = new Places(value);
    parents.addAll(below.parents);
    steps.addAll(below.steps);
  }

  /** Puts a value at one of the places; returns false where the tree has none. */
  boolean replaceOne(JsonNode by, SplittableRandom random) {
    if (steps.isEmpty()) {
      return false;
    }
    int at = random.nextInt(steps.size());
    if (steps.get(at) instanceof String name) {
      ((ObjectNode) parents.get(at)).set(name, by);
    } else {
      ((ArrayNode) parents.get(at)).set((Integer) steps.get(at), by);
    }
    return true;
  }

  /** Takes a value away, with its name if it has one. */
  boolean removeOne(SplittableRandom random) {
    if (steps.isEmpty()) {
      return false;
    }
    int at = random.nextInt(steps.size());
    if (steps.get(at) instanceof String name) {
      ((ObjectNode) parents.get(at)).remove(name);
    } else {
      ((ArrayNode) parents.get(at)).remove((Integer) steps.get(at));
    }
    return true;
  }

  /** Puts a new name before all others of some object; returns false where the tree has none. */
  boolean addOne(String name, JsonNode value, JsonNode tree, SplittableRandom random) {
    List<ObjectNode> objects = objects(tree);
    if (objects.isEmpty()) {
      return false;
    }
    addFirst(objects.get(random.nextInt(objects.size())), name, value);
    return true;
  }

  /** Returns the tree as a text in which one name comes with this value first, and then again. */
  String repeatOne(JsonNode value, JsonNode tree, SplittableRandom random) {
    List<ObjectNode> objects = objects(tree);
    objects.removeIf(ObjectNode::isEmpty);
    if (objects.isEmpty()) {
      return tree.toString();
    }
    ObjectNode object = objects.get(random.nextInt(objects.size()));
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = RandomJson.NODES.textNode(names.get(random.nextInt(names.size()))).toString();
    addFirst(object, "the name again", value);
    return tree.toString().replace("\"the name again\"", name);
  }

  private List<ObjectNode> objects(JsonNode tree) {
    Set<ObjectNode> objects = Collections.newSetFromMap(new IdentityHashMap<>());
    List<ObjectNode> inOrder = new ArrayList<>();
    Stream.concat(Stream.of(tree), parents.stream())
        .filter(JsonNode::isObject)
        .map(ObjectNode.class::cast)
        .filter(objects::add)
        .forEach(inOrder::add);
    return inOrder;
  }

  private static void addFirst(ObjectNode object, String name, JsonNode value) {
    ObjectNode members = object.objectNode();
    members.setAll(object);
    object.removeAll().set(name, value);
    object.setAll(members);
  }
}
