package io.github.kling4j.codegen.drift;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page of a relay's documentation site, as its export writes it: a heading, a table, and blocks
 * of JSON under headings. Every object's {@code required} names all that is in it, unless told
 * otherwise.
 */
final class RelayPage {
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode upstream;
  private final List<String> order;

  private RelayPage(JsonNode upstream, List<String> order) {
    this.upstream = upstream;
    this.order = order;
  }

  /** The page with its blocks in the usual order; those without content are left out. */
  static RelayPage of(JsonNode upstream) {
    return new RelayPage(upstream, List.of("参数", "请求体", "响应", "响应示例"));
  }

  /** The same with some of its blocks, in this order. */
  RelayPage withBlocks(String... headings) {
    return new RelayPage(upstream, List.of(headings));
  }

  /** The text of the page. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(upstream.get("name").asString());
    lines.add(upstream.get("method").asString() + " " + upstream.get("path").asString());
    lines.add("说明");
    lines.add("参数与官方一致,只需替换域名和密钥");
    lines.add("概览");
    lines.add("| Method | " + upstream.get("method").asString() + " |");
    lines.add("|---|---|");
    lines.add("| Path | " + upstream.get("path").asString() + " |");
    lines.add("| Type | http |");
    lines.add("| Status | 1 |");
    for (String heading : order) {
      JsonNode block = block(heading);
      if (block != null) {
        lines.add(heading);
        lines.add(JSON.writeValueAsString(block));
      }
    }
    return String.join("\n", lines);
  }

  private JsonNode block(String heading) {
    return switch (heading) {
      case "参数" -> parameters();
      case "请求体" -> upstream.has("request") ? request() : null;
      case "响应" -> upstream.has("answer") ? answers() : null;
      case "响应示例" -> upstream.has("answerExample") ? answerExamples() : null;
      default -> throw new IllegalArgumentException(heading);
    };
  }

  private ObjectNode parameters() {
    ObjectNode block = NODES.objectNode();
    block.set("query", parameters(upstream.get("query")));
    block.set("path", parameters(upstream.get("pathParameters")));
    block.putArray("cookie");
    ArrayNode headers = block.putArray("header");
    headers.add(parameter("Content-Type", "application/json"));
    headers.add(parameter("Authorization", "Bearer {{YOUR_API_KEY}}"));
    return block;
  }

  private static ArrayNode parameters(JsonNode of) {
    ArrayNode parameters = NODES.arrayNode();
    for (JsonNode each : of) {
      ObjectNode parameter = parameter(each.get("name").asString(), "");
      parameter.put("required", false);
      parameters.add(Upstream.merged(parameter, each));
    }
    return parameters;
  }

  private static ObjectNode parameter(String name, String sample) {
    ObjectNode parameter = NODES.objectNode();
    parameter.put("id", "p" + name.hashCode());
    parameter.put("name", name);
    parameter.put("required", true);
    parameter.put("description", "");
    parameter.put("type", "string");
    parameter.put("enable", true);
    parameter.put("sampleValue", sample);
    return parameter;
  }

  private ObjectNode request() {
    ObjectNode block = NODES.objectNode();
    block.put("type", "application/json");
    block.putArray("parameters");
    block.set("jsonSchema", exported(upstream.get("request")));
    block.put("required", false);
    block.put("mediaType", "");
    ArrayNode examples = block.putArray("examples");
    if (upstream.has("requestExample")) {
      ObjectNode example = examples.addObject();
      example.set("value", upstream.get("requestExample"));
      example.put("mediaType", "application/json");
      example.put("description", "");
    }
    block.put("oasExtensions", "");
    return block;
  }

  private ArrayNode answers() {
    ArrayNode block = NODES.arrayNode();
    ObjectNode answer = block.addObject();
    answer.put("id", 1);
    answer.put("name", "成功");
    answer.put("code", 200);
    answer.put("contentType", "json");
    answer.set("jsonSchema", exported(upstream.get("answer")));
    answer.putObject("itemSchema");
    answer.put("description", "");
    answer.put("mediaType", "");
    answer.putArray("headers");
    return block;
  }

  private ArrayNode answerExamples() {
    ArrayNode block = NODES.arrayNode();
    ObjectNode example = block.addObject();
    example.put("name", "成功示例");
    example.put("responseId", 1);
    example.put("data", upstream.get("answerExample").asString().replace("\n", "\r\n"));
    example.put("description", "");
    return block;
  }

  /** Adds what the site's editor writes by itself. */
  private static JsonNode exported(JsonNode schema) {
    JsonNode result = schema.deepCopy();
    for (JsonNode object : objects(result)) {
      List<String> names = List.copyOf(object.get("properties").propertyNames());
      if (!names.isEmpty()) {
        ArrayNode all = NODES.arrayNode();
        names.forEach(all::add);
        if (!object.has("required")) {
          ((ObjectNode) object).set("required", all);
        }
        ((ObjectNode) object).set("x-apifox-orders", all.deepCopy());
      }
    }
    return result;
  }

  private static List<JsonNode> objects(JsonNode schema) {
    List<JsonNode> found = new ArrayList<>();
    if (schema.has("properties")) {
      found.add(schema);
      for (JsonNode property : schema.get("properties")) {
        found.addAll(objects(property));
      }
    }
    if (schema.has("items")) {
      found.addAll(objects(schema.get("items")));
    }
    return found;
  }
}
