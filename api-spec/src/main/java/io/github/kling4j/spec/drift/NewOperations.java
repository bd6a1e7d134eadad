package io.github.kling4j.spec.drift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Adds an operation of upstream's document to the contract, in the way of those that are there. */
final class NewOperations {
  private final String source;
  private final List<Operation> theirs;

  NewOperations(Upstream upstream) {
    this.source = upstream.source();
    this.theirs = Operation.in(upstream.document());
  }

  /**
   * Adds the operation that {@code difference} is about.
   *
   * @throws LeftToPersonException if it has a body of another kind than JSON
   */
  YamlText add(YamlText text, Difference difference) throws LeftToPersonException {
    for (Operation their : theirs) {
      if (their.title().equals(difference.operation())) {
        return add(text, their);
      }
    }
    throw new LeftToPersonException("there is no operation " + difference.operation());
  }

  private YamlText add(YamlText text, Operation their) throws LeftToPersonException {
    Operation model = model(text);
    NewSchemas schemas = new NewSchemas(text.tree(), source);
    String tag = Endpoints.tagOf(their);
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", Endpoints.idOf(their));
    operation.put("tags", List.of(tag));
    operation.put("summary", Sentences.ofOperation(source));
    operation.put("description", Sentences.ofOperation(source));
    List<Object> parameters = new ArrayList<>();
    for (Operation.Parameter parameter : their.parameters().values()) {
      if (!Comparison.isOfEveryRequest(parameter)) {
        parameters.add(
            parameter(parameter.name(), parameter.in(), parameter.schema(), schemas, source));
      }
    }
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    if (their.node().has("requestBody")) {
      operation.put("requestBody", request(their, tag, schemas));
    }
    operation.put("responses", responses(text, their, model, schemas));
    YamlText edited = tagged(text, tag);
    String path = Endpoints.pathOf(their);
    String item = "/paths/" + Shape.escape(path);
    edited =
        edited.has(item)
            ? edited.add(item, their.method(), operation, null)
            : edited.add("/paths", path, Map.of(their.method(), operation), null);
    return Edits.withSchemas(sharing(edited, their), schemas);
  }

  /** Tasks are alike at all endpoints, so their schema tells more than one answer does. */
  private YamlText sharing(YamlText text, Operation their) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("source", source);
    entry.put("operation", Endpoints.idOf(their));
    entry.put("change", "removed");
    entry.put("at", "answer **");
    entry.put("reason", "Tasks have one schema at all endpoints; it tells more than this answer.");
    return ValueEdits.decide(text, entry);
  }

  /** Any operation that is there: new ones answer errors as it does. */
  private static Operation model(YamlText text) throws LeftToPersonException {
    List<Operation> ours = Operation.in(text.tree());
    if (ours.isEmpty()) {
      throw new LeftToPersonException("the contract has no operation that shows how to write one");
    }
    return ours.get(0);
  }

  private YamlText tagged(YamlText text, String tag) {
    for (JsonNode known : text.tree().path("tags")) {
      if (known.path("name").asString("").equals(tag)) {
        return text;
      }
    }
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", tag);
    entry.put("description", Sentences.ofOperation(source));
    return text.append("/tags", entry);
  }

  private Map<String, Object> request(Operation their, String tag, NewSchemas schemas)
      throws LeftToPersonException {
    Shape request = their.request();
    if (request == null) {
      throw new LeftToPersonException("its body is no JSON; describe it by hand");
    }
    String name = schemas.object(tag + "Request", request, tag);
    schemas.require(name, request);
    List<JsonNode> examples = their.requestExamples();
    Object example = examples.isEmpty() ? Samples.of(request) : examples.get(0);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("required", true);
    body.put("description", Sentences.ofOperation(source));
    body.put("content", json("#/components/schemas/" + name, example));
    return body;
  }

  private Map<String, Object> responses(
      YamlText text, Operation their, Operation model, NewSchemas schemas) {
    Map<String, Object> success = new LinkedHashMap<>();
    success.put("description", Sentences.ofOperation(source));
    Shape answer =
        their.answers().entrySet().stream()
            .filter(each -> each.getKey().startsWith("2"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
    String schema = answerSchema(text, their, answer, schemas);
    success.put("content", json(schema, answer == null ? Samples.task() : Samples.of(answer)));
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", success);
    model
        .node()
        .path("responses")
        .forEachEntry(
            (status, response) -> {
              if (!status.startsWith("2")) {
                responses.put(status, response);
              }
            });
    return responses;
  }

  /** Tasks are alike at all endpoints; anything else gets a schema of its own. */
  private static String answerSchema(
      YamlText text, Operation their, @Nullable Shape answer, NewSchemas schemas) {
    Shape data = answer == null ? null : answer.properties().get("data");
    Shape item = data == null ? null : data.items();
    String known = null;
    if (answer == null || (data != null && data.properties().containsKey("task_id"))) {
      known = "TaskAnswer";
    } else if (item != null && item.properties().containsKey("task_id")) {
      known = "TaskListAnswer";
    }
    if (known != null && text.has("/components/schemas/" + known)) {
      return "#/components/schemas/" + known;
    }
    String name = Names.pascal(Endpoints.idOf(their)) + "Answer";
    Shape described = answer == null ? Shape.at(text.tree(), "/nothing") : answer;
    return "#/components/schemas/" + schemas.object(name, described, "");
  }

  private static Map<String, Object> json(String reference, Object example) {
    Map<String, Object> media = new LinkedHashMap<>();
    media.put("schema", Map.of("$ref", reference));
    media.put("example", example);
    return Map.of("application/json", media);
  }

  static Map<String, Object> parameter(
      String name, String in, Shape theirs, NewSchemas schemas, String source) {
    Map<String, Object> schema = new LinkedHashMap<>(schemas.property(name, theirs, ""));
    schema.remove("description");
    schema.remove("x-source");
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", in);
    parameter.put("required", in.equals("path"));
    parameter.put("description", Sentences.describe(theirs, source));
    parameter.put("x-source", List.of(source));
    parameter.put("schema", schema);
    parameter.put("example", Samples.of(theirs));
    return parameter;
  }
}
