package io.github.kling4j.codegen.drift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One entry of {@code cases.yaml}: what upstream changes, and what has to come of it. */
record DriftCase(JsonNode data) {
  private static final String REQUIRED = "/request/required";

  /** A difference, as it is to be reported; a missing value may be anything. */
  record Expected(String operation, String place, String change, @Nullable String upstream) {
    /** Whether it marks a property of the contract as one not to be used any more. */
    boolean deprecates() {
      return change.equals("removed") || change.equals("deprecated");
    }

    /** The same without the value. */
    String head() {
      return operation + " | " + place + " | " + change;
    }
  }

  static List<DriftCase> all(String file) {
    return StreamSupport.stream(Upstream.read(file).spliterator(), false)
        .map(DriftCase::new)
        .toList();
  }

  /** What upstream publishes, by the name of its form. */
  Map<String, String> pages() {
    return pages(List.of(this));
  }

  /**
   * What upstream publishes if it changes several things at once; in a form that none has, nothing.
   */
  static Map<String, String> pages(List<DriftCase> cases) {
    Map<String, String> pages = new LinkedHashMap<>();
    for (String form : List.of("page", "document")) {
      JsonNode change = JsonNodeFactory.instance.objectNode();
      boolean any = false;
      for (DriftCase one : cases) {
        if (one.has(form)) {
          change = Upstream.merged(change, one.change(form), true);
          any = true;
        }
      }
      if (any) {
        pages.put(
            form,
            form.equals("page")
                ? RelayPage.of(Upstream.page(change)).text()
                : RelayDocument.of(Upstream.document(change)).yaml());
      }
    }
    return pages;
  }

  /** Whether upstream can publish it in a form. */
  boolean has(String form) {
    return data.has(form) || data.has("both");
  }

  /**
   * Whether both can be changed at once: they are about other properties of one operation. Another
   * list of what is required changes what every call breaks.
   */
  boolean goesWith(DriftCase other) {
    Set<String> taken = touched();
    Set<String> wanted = other.touched();
    return statements() == null
        && other.statements() == null
        && !taken.contains(REQUIRED)
        && !wanted.contains(REQUIRED)
        && Collections.disjoint(taken, wanted);
  }

  private Set<String> touched() {
    Set<String> places = new HashSet<>();
    for (String form : List.of("page", "document", "both")) {
      touched("", data.path(form), places);
    }
    return places;
  }

  /** Collects the places of what a change is about: properties, and what is beside them. */
  private static void touched(String at, JsonNode change, Set<String> places) {
    change.forEachEntry(
        (name, value) -> {
          String place = at + "/" + name;
          if (name.equals("properties")) {
            value.forEachEntry(
                (property, schema) -> {
                  touched(place + "/" + property, schema, places);
                  if (!schema.has("properties")) {
                    places.add(place + "/" + property);
                  }
                });
          } else if (value.isObject()) {
            touched(place, value, places);
          } else if (!at.contains("/properties/")) {
            places.add(place);
          }
        });
  }

  private JsonNode change(String form) {
    return data.has(form) ? data.get(form) : data.get("both");
  }

  List<Expected> differences() {
    List<Expected> differences = new ArrayList<>();
    for (JsonNode line : data.get("differences")) {
      List<String> columns = new ArrayList<>(List.of(line.asString().split(" \\| ", -1)));
      if (!columns.get(0).matches("(request|answer|query|path) .*")) {
        columns.add(columns.remove(0));
      } else {
        columns.add("createTextToVideo");
      }
      String operation = columns.remove(columns.size() - 1);
      differences.add(
          new Expected(
              operation,
              columns.get(0),
              columns.get(1),
              columns.size() > 2 ? columns.get(2) : null));
    }
    return differences;
  }

  /** Paths into the contract whose lines may be other ones afterwards. */
  List<String> touches() {
    return texts("touches").toList();
  }

  /** Values that are to stand in the contract, by their JSON pointers. */
  Map<String, JsonNode> contract() {
    return members("contract");
  }

  /** Java calls on the request's builder, and the limits that they break. */
  Map<String, JsonNode> violations() {
    return members("violations");
  }

  /** Java expressions of what came back, and what they say. */
  Map<String, JsonNode> reads() {
    return members("reads");
  }

  String call() {
    return data.has("call") ? data.get("call").asString() : "";
  }

  /** What a caller writes instead of a call of the usual builder. */
  @Nullable String statements() {
    return data.has("statements") ? data.get("statements").asString() : null;
  }

  /** Method and path of the request. */
  String line() {
    return data.has("line") ? data.get("line").asString() : "POST /kling/v1/videos/text2video";
  }

  /** What a caller's own statements are to see. */
  List<String> seen() {
    return texts("seen").toList();
  }

  /** What is to be on the wire; null for nothing. */
  @Nullable JsonNode sent() {
    if (statements() != null) {
      return data.get("body");
    }
    JsonNode plain =
        JsonNodeFactory.instance.objectNode().put("model_name", "kling-v3").put("prompt", "Rain.");
    return data.has("sends") ? Upstream.merged(plain, data.get("sends")) : plain;
  }

  /** What the server answers. */
  String answer() {
    return data.has("answer")
        ? data.get("answer").toString()
        : "{\"code\": 0, \"data\": {\"task_id\": \"t\"}}";
  }

  private Stream<String> texts(String name) {
    return data.has(name)
        ? StreamSupport.stream(data.get(name).spliterator(), false).map(JsonNode::asString)
        : Stream.of();
  }

  private Map<String, JsonNode> members(String name) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    if (data.has(name)) {
      data.get(name).forEachEntry(members::put);
    }
    return members;
  }

  @Override
  public String toString() {
    return data.get("name").asString();
  }
}
