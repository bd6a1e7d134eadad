package io.github.kling4j.spec.drift;

import io.github.kling4j.spec.drift.Difference.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An operation of a document.
 *
 * @param root the document
 * @param path its path, as the document has it
 * @param method its method in lower case
 */
record Operation(JsonNode root, String path, String method) {
  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

  /** A parameter of an operation, and its schema. */
  record Parameter(String pointer, JsonNode node, Shape schema) {
    String name() {
      return node.path("name").asString("");
    }

    String in() {
      return node.path("in").asString("");
    }
  }

  static List<Operation> in(JsonNode root) {
    List<Operation> operations = new ArrayList<>();
    root.path("paths")
        .forEachEntry(
            (path, item) -> {
              for (String method : METHODS) {
                if (item.has(method)) {
                  operations.add(new Operation(root, path, method));
                }
              }
            });
    return operations;
  }

  String pointer() {
    return "/paths/" + Shape.escape(path) + "/" + method;
  }

  JsonNode node() {
    return root.at(pointer());
  }

  String title() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }

  /** What it is called in Java: its own {@code operationId} in the contract. */
  String name() {
    return node().path("operationId").asString(title());
  }

  /**
   * The path without what differs from server to server: what stands before the version, and the
   * names of parameters.
   */
  String route() {
    String route = path.replaceAll("\\{[^}]*}", "{}").replaceAll("/+$", "");
    int version = route.lastIndexOf("/v1/");
    if (version >= 0) {
      return route.substring(version + 4);
    }
    return route.replaceFirst("^/(kling/)?", "");
  }

  boolean isOfKling() {
    return path.contains("/kling/") || route().matches("videos/[^/{]+(/.*)?");
  }

  @Nullable Operation counterpart(List<Operation> others) {
    for (Operation other : others) {
      if (other.method.equals(method) && other.route().equals(route())) {
        return other;
      }
    }
    return null;
  }

  /** The schema of its JSON body; null if it takes none. */
  @Nullable Shape request() {
    String content = content(resolve(pointer() + "/requestBody"));
    return content == null ? null : shape(content + "/schema");
  }

  /** The examples of its JSON body. */
  List<JsonNode> requestExamples() {
    String content = content(resolve(pointer() + "/requestBody"));
    List<JsonNode> examples = new ArrayList<>();
    if (content != null) {
      JsonNode body = root.at(content);
      if (body.has("example")) {
        examples.add(body.get("example"));
      }
      body.path("examples")
          .forEach(
              example -> {
                if (example.has("value")) {
                  examples.add(example.get("value"));
                }
              });
    }
    return examples;
  }

  /** The schemas of its JSON answers, by HTTP status. */
  Map<String, Shape> answers() {
    Map<String, Shape> answers = new LinkedHashMap<>();
    node()
        .path("responses")
        .propertyNames()
        .forEach(
            status -> {
              Shape answer = answerAt(status);
              if (answer != null && !status.equals("default")) {
                answers.put(status, answer);
              }
            });
    return answers;
  }

  /** The schema of the answer with this HTTP status, or of any other answer. */
  @Nullable Shape answer(String status) {
    return answerAt(node().path("responses").has(status) ? status : "default");
  }

  private @Nullable Shape answerAt(String status) {
    String content = content(resolve(pointer() + "/responses/" + status));
    return content == null ? null : shape(content + "/schema");
  }

  /** Its parameters and those of its path, by place and name. */
  Map<String, Parameter> parameters() {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (String owner : List.of("/paths/" + Shape.escape(path), pointer())) {
      for (int i = 0; i < root.at(owner + "/parameters").size(); i++) {
        String at = resolve(owner + "/parameters/" + i);
        JsonNode node = root.at(at);
        Shape schema = Shape.at(root, at + "/schema");
        if (schema.exists()) {
          Parameter parameter = new Parameter(at, node, schema);
          parameters.put(parameter.in() + " " + parameter.name(), parameter);
        }
      }
    }
    return parameters;
  }

  Difference added() {
    return new Difference(
        title(),
        "-",
        Change.ADDED,
        null,
        Values.text("operation"),
        null,
        "a new method of a generated interface, "
            + Endpoints.idOf(this)
            + "; a subclass of TaskOperations makes it part of KlingClient",
        null,
        null,
        null,
        "");
  }

  Difference removed() {
    return difference(
        "-",
        Change.REMOVED,
        null,
        Values.text("operation"),
        JavaMeaning.removed(name()),
        null,
        null,
        "");
  }

  Difference deprecated() {
    return difference(
        "-",
        Change.DEPRECATED,
        Values.text("deprecated"),
        null,
        JavaMeaning.removed(name()),
        null,
        null,
        "");
  }

  Difference difference(
      String place,
      Change change,
      @Nullable JsonNode upstream,
      @Nullable JsonNode ours,
      String java,
      @Nullable Shape theirs,
      @Nullable Shape our,
      String name) {
    return new Difference(
        name(), place, change, null, upstream, ours, java, null, theirs, our, name);
  }

  private String resolve(String pointer) {
    String reference = root.at(pointer).path("$ref").asString("");
    return reference.startsWith("#/") ? reference.substring(1) : pointer;
  }

  private @Nullable String content(String body) {
    JsonNode content = root.at(body).path("content");
    for (String type : content.propertyNames()) {
      if (type.contains("json") || type.equals("*/*")) {
        return body + "/content/" + Shape.escape(type);
      }
    }
    return null;
  }

  private @Nullable Shape shape(String pointer) {
    Shape shape = Shape.at(root, pointer);
    return shape.exists() ? shape : null;
  }
}
