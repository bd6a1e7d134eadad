package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the methods of one operation return. */
final class Answers {
  private final OneOperation one;
  private final Map<String, ApiResponse> responses;

  Answers(OneOperation one) {
    this.one = one;
    this.responses = responses(one);
  }

  /**
   * What a method returns, and what it asks for.
   *
   * @param reading the expression of what reads the answer without Retrofit
   */
  record Answer(
      String type, boolean asDocumented, List<String> accept, boolean streaming, String reading) {
    private static final Answer NOTHING =
        new Answer("Void", false, List.of(), false, "DirectCalls.nothing()");

    private static Answer bytes(List<String> accept, boolean streaming) {
      String reading = streaming ? "DirectCalls.stream()" : "DirectCalls.bytes()";
      return new Answer("ResponseBody", false, accept, streaming, reading);
    }
  }

  Answer find() {
    if (one.method == PathItem.HttpMethod.HEAD) {
      return Answer.NOTHING;
    }
    List<Schema<?>> schemas = new ArrayList<>();
    Set<String> json = new LinkedHashSet<>();
    Set<String> raw = new LinkedHashSet<>();
    for (ApiResponse response : successes()) {
      collect(response.getContent(), schemas, json, raw);
    }
    if (!json.isEmpty() && !schemas.isEmpty()) {
      json.addAll(problems());
      return typed(schemas, List.copyOf(json));
    }
    if (!raw.isEmpty() || !json.isEmpty()) {
      raw.addAll(json);
      return Answer.bytes(List.copyOf(raw), json.isEmpty());
    }
    return Answer.NOTHING;
  }

  private void collect(
      @Nullable Content content, List<Schema<?>> schemas, Set<String> json, Set<String> raw) {
    if (content == null) {
      return;
    }
    content.forEach(
        (mediaType, each) -> {
          Schema<?> schema = each == null ? null : each.getSchema();
          if (MediaTypes.of(mediaType) != MediaTypes.JSON || isFile(schema)) {
            raw.add(mediaType);
            return;
          }
          json.add(mediaType);
          if (schema != null && one.document.isReadable(schema) && !schemas.contains(schema)) {
            schemas.add(schema);
          }
        });
  }

  private boolean isFile(@Nullable Schema<?> schema) {
    return schema != null && "binary".equals(one.document.resolved(schema).getFormat());
  }

  private Answer typed(List<Schema<?>> schemas, List<String> accept) {
    Schema<?> schema = schemas.size() == 1 ? schemas.get(0) : one.choice(schemas);
    Type type = one.types.of(schema, one.hint + "Response");
    if (type.kind() == Type.Kind.ANY) {
      return Answer.bytes(accept, false);
    }
    boolean asDocumented = one.asDocumented(type);
    String reading = "this.calls.json(" + type.literal() + ')';
    return new Answer(type.java(), asDocumented, accept, false, reading);
  }

  private Collection<ApiResponse> successes() {
    Map<String, ApiResponse> successes = new LinkedHashMap<>(responses);
    successes.keySet().removeIf(code -> !code.startsWith("2"));
    ApiResponse otherwise = responses.get("default");
    return successes.isEmpty() && otherwise != null ? List.of(otherwise) : successes.values();
  }

  private static Map<String, ApiResponse> responses(OneOperation one) {
    Map<String, ApiResponse> responses = new LinkedHashMap<>();
    if (one.operation.getResponses() != null) {
      one.operation
          .getResponses()
          .forEach(
              (code, response) -> {
                ApiResponse found = one.references.response(response);
                if (found == null) {
                  one.warn("the answer " + response.get$ref() + " is nowhere in the document");
                } else {
                  responses.put(code, found);
                }
              });
    }
    return responses;
  }

  /** The media types of errors that are JSON: a server may insist on them. */
  private Set<String> problems() {
    Set<String> problems = new LinkedHashSet<>();
    for (ApiResponse each : responses.values()) {
      if (each.getContent() != null) {
        each.getContent().keySet().stream()
            .filter(type -> MediaTypes.of(type) == MediaTypes.JSON && !type.contains("*"))
            .forEach(problems::add);
      }
    }
    return problems;
  }
}
