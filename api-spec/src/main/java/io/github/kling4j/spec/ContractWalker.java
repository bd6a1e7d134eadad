package io.github.kling4j.spec;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Visits all that a contract describes, once each, wherever it stands: in operations, in their
 * callbacks, in components, nested at any depth. References are not followed, since what they point
 * to is visited in its own place.
 */
final class ContractWalker {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** What is told of each thing, with a path that names its place. */
  interface Visitor {
    /**
     * Takes an operation.
     *
     * @param where its place
     * @param operation the node
     */
    default void operation(String where, JsonNode operation) {}

    /**
     * Takes a parameter.
     *
     * @param where its place
     * @param parameter the node
     */
    default void parameter(String where, JsonNode parameter) {}

    /**
     * Takes what a body is in one media type.
     *
     * @param where its place
     * @param mediaType the node
     */
    default void mediaType(String where, JsonNode mediaType) {}

    /**
     * Takes a schema.
     *
     * @param where its place
     * @param schema the node
     * @param named whether it is one of {@code components/schemas}, and not inside another
     */
    default void schema(String where, JsonNode schema, boolean named) {}

    /**
     * Takes a property of a schema.
     *
     * @param where its place
     * @param property the node
     */
    default void property(String where, JsonNode property) {}
  }

  private final Visitor visitor;

  private ContractWalker(Visitor visitor) {
    this.visitor = visitor;
  }

  static void walk(Contract contract, Visitor visitor) {
    ContractWalker walker = new ContractWalker(visitor);
    walker.pathItems("paths", child(contract.root(), "paths"));
    JsonNode components = child(contract.root(), "components");
    child(components, "schemas")
        .forEachEntry((name, schema) -> walker.schema("schemas." + name, schema, true));
    child(components, "responses")
        .forEachEntry((name, response) -> walker.content("responses." + name, response));
    child(components, "requestBodies")
        .forEachEntry((name, body) -> walker.content("requestBodies." + name, body));
    child(components, "parameters")
        .forEachEntry((name, parameter) -> walker.parameter("parameters." + name, parameter));
    child(components, "headers")
        .forEachEntry((name, header) -> walker.parameter("headers." + name, header));
    child(components, "callbacks")
        .forEachEntry((name, callback) -> walker.pathItems("callbacks." + name, callback));
  }

  private void pathItems(String where, JsonNode pathItems) {
    pathItems.forEachEntry(
        (path, item) -> {
          String place = where + "." + path;
          parameters(place, child(item, "parameters"));
          for (String method : METHODS) {
            if (item.has(method)) {
              operation(place + "." + method, item.get(method));
            }
          }
        });
  }

  private void operation(String where, JsonNode operation) {
    visitor.operation(where, operation);
    parameters(where, child(operation, "parameters"));
    content(where + ".requestBody", child(operation, "requestBody"));
    child(operation, "responses")
        .forEachEntry((status, response) -> content(where + "." + status, response));
    child(operation, "callbacks")
        .forEachEntry((name, callback) -> pathItems(where + "." + name, callback));
  }

  private void parameters(String where, JsonNode parameters) {
    for (JsonNode parameter : parameters) {
      parameter(where + "." + child(parameter, "name").asString(), parameter);
    }
  }

  private void parameter(String where, JsonNode parameter) {
    if (parameter.has("$ref")) {
      return;
    }
    visitor.parameter(where, parameter);
    schema(where, child(parameter, "schema"), false);
    content(where, parameter);
  }

  private void content(String where, JsonNode body) {
    child(body, "headers").forEachEntry((name, header) -> parameter(where + "." + name, header));
    child(body, "content")
        .forEachEntry(
            (type, mediaType) -> {
              String place = where + "." + type;
              visitor.mediaType(place, mediaType);
              schema(place, child(mediaType, "schema"), false);
            });
  }

  private void schema(String where, JsonNode schema, boolean named) {
    if (!schema.isObject() || schema.has("$ref")) {
      return;
    }
    visitor.schema(where, schema, named);
    child(schema, "properties")
        .forEachEntry(
            (name, property) -> {
              visitor.property(where + "." + name, property);
              schema(where + "." + name, property, false);
            });
    for (String key : List.of("items", "additionalProperties", "not")) {
      schema(where + "." + key, child(schema, key), false);
    }
    for (String key : List.of("allOf", "oneOf", "anyOf")) {
      for (JsonNode part : child(schema, key)) {
        schema(where + "." + key, part, false);
      }
    }
  }

  static JsonNode child(JsonNode node, String key) {
    JsonNode child = node.get(key);
    return child == null ? MissingNode.getInstance() : child;
  }
}
