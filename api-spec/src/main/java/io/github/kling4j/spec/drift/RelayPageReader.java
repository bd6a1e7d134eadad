package io.github.kling4j.spec.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a page of an Apifox documentation site, as its text is exported: headings, and under them
 * JSON blocks with the parameters, the request's schema and the answers' schemas. What a block is
 * follows from what is in it, so the order of the blocks is of no account.
 */
final class RelayPageReader {
  private static final Pattern OPERATION =
      Pattern.compile("^\\s*(?:#+\\s*)?(GET|POST|PUT|PATCH|DELETE)\\s+(/\\S+)\\s*$");
  private static final Pattern ROW =
      Pattern.compile("^\\s*\\|\\s*(Method|Path)\\s*\\|\\s*(\\S+)\\s*\\|\\s*$");
  private static final Set<String> PLACES = Set.of("query", "path", "header", "cookie");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final List<String> notes;

  RelayPageReader(List<String> notes) {
    this.notes = notes;
  }

  /** Turns a page into an OpenAPI document of one operation, or of as many as stand on it. */
  ObjectNode read(String page) throws NotUnderstoodException {
    List<List<String>> operations = new ArrayList<>();
    List<String> current = new ArrayList<>();
    boolean found = false;
    for (String line : page.lines().toList()) {
      if (OPERATION.matcher(line).matches()) {
        if (found) {
          operations.add(current);
          current = new ArrayList<>();
        }
        found = true;
      }
      current.add(line);
    }
    operations.add(current);

    ObjectNode document = NODES.objectNode();
    document.put("openapi", "3.0.3");
    ObjectNode paths = document.putObject("paths");
    for (List<String> lines : operations) {
      readOperation(lines, paths);
    }
    return document;
  }

  private void readOperation(List<String> lines, ObjectNode paths) throws NotUnderstoodException {
    String method = null;
    String path = null;
    for (String line : lines) {
      Matcher heading = OPERATION.matcher(line);
      if (heading.matches()) {
        method = heading.group(1);
        path = heading.group(2);
        break;
      }
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        if (row.group(1).equals("Method")) {
          method = row.group(2);
        } else {
          path = row.group(2);
        }
      }
    }
    if (method == null || path == null) {
      throw new NotUnderstoodException(
          "The page names no operation: there is no line such as POST /kling/v1/videos/text2video."
              + " It is no relay page, and no OpenAPI document either.");
    }
    ObjectNode operation = NODES.objectNode();
    readBlocks(String.join("\n", lines), operation);
    boolean takesBody = Set.of("POST", "PUT", "PATCH").contains(method);
    if (takesBody && !operation.has("requestBody")) {
      throw new NotUnderstoodException(
          "There is no block with the request's jsonSchema (请求体) for " + method + " " + path + ".");
    }
    ObjectNode item = paths.withObjectProperty(path);
    item.set(method.toLowerCase(Locale.ROOT), operation);
  }

  private void readBlocks(String text, ObjectNode operation) throws NotUnderstoodException {
    String heading = "";
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      String line = text.substring(at, end < 0 ? text.length() : end).strip();
      if (line.startsWith("{") || line.startsWith("[{") || line.equals("[")) {
        at = readBlock(text, text.indexOf(line.charAt(0), at), heading, operation);
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]") && line.contains("\"")) {
        at = readBlock(text, text.indexOf('[', at), heading, operation);
        continue;
      }
      if (!line.isEmpty() && !line.startsWith("|") && !line.startsWith("```")) {
        heading = line;
      }
      at = end < 0 ? text.length() : end + 1;
    }
  }

  private int readBlock(String text, int from, String heading, ObjectNode operation)
      throws NotUnderstoodException {
    String block = heading.isEmpty() ? "at the beginning" : "\"" + heading + "\"";
    try {
      LenientJson.Read read = LenientJson.readFirst(text, from);
      take(read.value(), block, operation);
      return read.end();
    } catch (JacksonException e) {
      throw new NotUnderstoodException(
          "The block " + block + " can't be read as JSON: " + LenientJson.reason(e));
    }
  }

  private void take(JsonNode value, String block, ObjectNode operation)
      throws NotUnderstoodException {
    if (value.isObject() && (value.has("jsonSchema") || value.has("examples"))) {
      takeRequest(value, block, operation);
    } else if (value.isObject() && value.propertyNames().stream().anyMatch(PLACES::contains)) {
      takeParameters(value, operation);
    } else if (value.isArray() && !value.isEmpty() && value.get(0).has("code")) {
      takeAnswers(value, block, operation);
    } else if (value.isArray() && (value.isEmpty() || value.get(0).has("data"))) {
      takeAnswerExamples(value, operation);
    } else if (value.isObject() && value.has("type") && value.has("properties")) {
      ObjectNode body = NODES.objectNode();
      body.set("jsonSchema", value);
      takeRequest(body, block, operation);
    } else {
      notes.add("the block " + block + " was passed over: it is none that is known");
    }
  }

  private void takeRequest(JsonNode body, String block, ObjectNode operation)
      throws NotUnderstoodException {
    String type = body.path("type").asString("application/json");
    JsonNode schema = body.path("jsonSchema");
    if (!type.contains("json")) {
      if (type.equals("none") || type.isEmpty()) {
        return;
      }
      throw new NotUnderstoodException(
          "The block " + block + " describes a body of type " + type + ", and not of JSON.");
    }
    if (!schema.isObject() || schema.isEmpty()) {
      throw new NotUnderstoodException("The block " + block + " has no jsonSchema.");
    }
    ObjectNode content = json(operation.withObjectProperty("requestBody"));
    content.set("schema", schema);
    int number = 0;
    for (JsonNode example : body.path("examples")) {
      number++;
      String text = example.path("value").asString("");
      if (!text.isBlank()) {
        takeExample(text, "example" + number, block, content);
      }
    }
  }

  private static void takeParameters(JsonNode places, ObjectNode operation) {
    ArrayNode parameters = operation.withArrayProperty("parameters");
    for (String place : PLACES.stream().sorted().toList()) {
      for (JsonNode one : places.path(place)) {
        if (!one.path("enable").asBoolean(true)) {
          continue;
        }
        ObjectNode parameter = parameters.addObject();
        parameter.set("name", one.path("name"));
        parameter.put("in", place);
        parameter.put("required", one.path("required").asBoolean(false));
        parameter.put("description", one.path("description").asString(""));
        ObjectNode schema =
            one.path("schema") instanceof ObjectNode given
                ? given.deepCopy()
                : NODES.objectNode().put("type", one.path("type").asString("string"));
        parameter.set("schema", schema);
      }
    }
  }

  private static void takeAnswers(JsonNode answers, String block, ObjectNode operation)
      throws NotUnderstoodException {
    ObjectNode responses = operation.withObjectProperty("responses");
    for (JsonNode answer : answers) {
      JsonNode schema = answer.path("jsonSchema");
      String status = answer.path("code").asString("200");
      if (!status.matches("[1-5]\\d\\d")) {
        throw new NotUnderstoodException(
            "The block " + block + " has an answer with the HTTP status " + status + ".");
      }
      if (schema.isObject() && !schema.isEmpty() && !responses.has(status)) {
        json(responses.withObjectProperty(status)).set("schema", schema);
      }
    }
  }

  private void takeAnswerExamples(JsonNode examples, ObjectNode operation) {
    JsonNode success = operation.path("responses").path("200");
    int number = 0;
    for (JsonNode example : examples) {
      number++;
      String text = example.path("data").asString("");
      if (!text.isBlank() && success instanceof ObjectNode response) {
        takeExample(text, "example" + number, "of answers", json(response));
      }
    }
  }

  private void takeExample(String text, String name, String block, ObjectNode content) {
    try {
      JsonNode value = LenientJson.read(text);
      content.withObjectProperty("examples").withObjectProperty(name).set("value", value);
    } catch (JacksonException e) {
      notes.add(
          "an example of the block "
              + block
              + " is no JSON, so nothing was compared with it: "
              + LenientJson.reason(e));
    }
  }

  private static ObjectNode json(ObjectNode body) {
    return body.withObjectProperty("content").withObjectProperty("application/json");
  }
}
