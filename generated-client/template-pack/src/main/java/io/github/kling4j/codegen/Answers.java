package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the methods of one operation return. */
final class Answers {
  private final OneOperation one;

  Answers(OneOperation one) {
    this.one = one;
  }

  /** What a method returns, and what it asks for. */
  record Answer(String type, boolean asDocumented, List<String> accept, boolean streaming) {}

  Answer find() {
    if (one.method == PathItem.HttpMethod.HEAD) {
      return new Answer("Void", false, List.of(), false);
    }
    Map<String, ApiResponse> successes = successes();
    List<Schema<?>> schemas = new ArrayList<>();
    Set<String> json = new LinkedHashSet<>();
    Set<String> raw = new LinkedHashSet<>();
    for (ApiResponse response : successes.values()) {
      collect(response.getContent(), schemas, json, raw);
    }
    if (!json.isEmpty() && !schemas.isEmpty()) {
      json.addAll(problems());
      return typed(schemas, List.copyOf(json));
    }
    if (!raw.isEmpty() || !json.isEmpty()) {
      raw.addAll(json);
      return new Answer("ResponseBody", false, List.copyOf(raw), json.isEmpty());
    }
    return new Answer("Void", false, List.of(), false);
  }

  private void collect(
      @Nullable Content content, List<Schema<?>> schemas, Set<String> json, Set<String> raw) {
    if (content == null) {
      return;
    }
    boolean found = false;
    for (Map.Entry<String, MediaType> each : content.entrySet()) {
      boolean readable =
          each.getValue() != null && one.document.isReadable(each.getValue().getSchema());
      if (MediaTypes.of(each.getKey()) == MediaTypes.JSON) {
        json.add(each.getKey());
        if (readable && !found) {
          schemas.add(each.getValue().getSchema());
          found = true;
        }
      } else {
        raw.add(each.getKey());
      }
    }
  }

  private Answer typed(List<Schema<?>> schemas, List<String> accept) {
    Map<String, Schema<?>> distinct = new LinkedHashMap<>();
    for (Schema<?> each : schemas) {
      distinct.putIfAbsent(
          each.get$ref() == null ? "inline " + distinct.size() : each.get$ref(), each);
    }
    Schema<?> schema = distinct.values().iterator().next();
    if (distinct.size() > 1) {
      Schema<?> either = new Schema<>();
      distinct.values().forEach(either::addOneOfItem);
      either.setDescription("One of the answers of `" + one.name + "`.");
      schema = either;
    }
    Type type = one.types.of(schema, one.hint + "Response");
    if (type.kind() == Type.Kind.ANY) {
      return new Answer("ResponseBody", false, accept, false);
    }
    return new Answer(type.java(), one.asDocumented(type), accept, false);
  }

  private Map<String, ApiResponse> successes() {
    Map<String, ApiResponse> successes = new LinkedHashMap<>();
    ApiResponses responses = one.operation.getResponses();
    if (responses != null) {
      responses.forEach(
          (code, response) -> {
            if (code.startsWith("2")) {
              addResponse(successes, code, response);
            }
          });
      if (successes.isEmpty() && responses.get("default") != null) {
        addResponse(successes, "default", responses.get("default"));
      }
    }
    return successes;
  }

  private void addResponse(Map<String, ApiResponse> successes, String code, ApiResponse response) {
    ApiResponse each = one.references.response(response);
    if (each != null) {
      successes.put(code, each);
    }
  }

  /** The media types of errors that are JSON: a server may insist on them. */
  private Set<String> problems() {
    Set<String> problems = new LinkedHashSet<>();
    if (one.operation.getResponses() != null) {
      one.operation
          .getResponses()
          .forEach(
              (code, response) -> {
                ApiResponse each = one.references.response(response);
                if (each != null && each.getContent() != null) {
                  each.getContent().keySet().stream()
                      .filter(type -> MediaTypes.of(type) == MediaTypes.JSON && !type.contains("*"))
                      .forEach(problems::add);
                }
              });
    }
    return problems;
  }
}
