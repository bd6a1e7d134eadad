package io.github.kling4j.codegen.drift;

import java.util.Locale;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An OpenAPI document of a relay, in the version that is asked for, with schemas inline. */
final class RelayDocument {
  private static final JsonMapper JSON = new JsonMapper();
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectNode root;

  private RelayDocument(ObjectNode root) {
    this.root = root;
  }

  static RelayDocument of(JsonNode upstream) {
    ObjectNode root = NODES.objectNode();
    root.set("openapi", upstream.get("openapi"));
    root.putObject("info").put("title", "Relay").put("version", "2026-11");
    root.putArray("servers").addObject().set("url", upstream.get("server"));
    String method = upstream.get("method").asString().toLowerCase(Locale.ROOT);
    ObjectNode paths = root.putObject("paths");
    upstream.get("paths").forEachEntry(paths::set);
    paths.withObjectProperty(upstream.get("path").asString()).set(method, operation(upstream));
    root.putObject("components").set("schemas", upstream.get("schemas"));
    return new RelayDocument(root);
  }

  private static ObjectNode operation(JsonNode upstream) {
    ObjectNode operation = NODES.objectNode();
    operation.put("summary", "Makes a video from a text.");
    operation.set("parameters", upstream.get("query"));
    if (upstream.has("request")) {
      ObjectNode body = operation.putObject("requestBody").put("required", true);
      body.set("content", content(upstream.get("request"), upstream.get("requestExample")));
    }
    ObjectNode answer = operation.putObject("responses").putObject("200");
    answer.put("description", "OK");
    answer.set("content", content(upstream.get("answer"), upstream.get("answerExample")));
    return operation;
  }

  private static ObjectNode content(JsonNode schema, JsonNode example) {
    ObjectNode content = NODES.objectNode();
    ObjectNode type = content.putObject("application/json");
    type.set("schema", schema);
    if (example != null) {
      type.set("example", example);
    }
    return content;
  }

  /** The same after a change of its tree. */
  RelayDocument changed(UnaryOperator<ObjectNode> change) {
    return new RelayDocument(change.apply(root.deepCopy()));
  }

  String json() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  String yaml() {
    return YAML.writeValueAsString(root);
  }
}
