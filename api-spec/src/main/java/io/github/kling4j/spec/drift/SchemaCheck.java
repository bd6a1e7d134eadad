package io.github.kling4j.spec.drift;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks values against a schema of a document. */
final class SchemaCheck {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30());

  /**
   * A rule that a value breaks.
   *
   * @param pointer where in the value, as a JSON pointer
   * @param keyword the rule
   * @param message what is wrong
   */
  record Breach(String pointer, String keyword, String message) {
    /** The place as a JSON path. */
    String path() {
      StringBuilder path = new StringBuilder("$");
      for (String step : pointer.split("/", -1)) {
        if (step.matches("\\d+")) {
          path.append('[').append(step).append(']');
        } else if (!step.isEmpty()) {
          path.append('.').append(step);
        }
      }
      return path.toString();
    }
  }

  private SchemaCheck() {}

  /** Returns what of {@code value} breaks the schema at {@code pointer} of {@code document}. */
  static List<Breach> breaches(JsonNode document, String pointer, JsonNode value) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.putArray("allOf").add(document.at(pointer));
    schema.set("components", document.path("components"));
    List<Breach> breaches = new ArrayList<>();
    for (Error error : REGISTRY.getSchema(schema).validate(value)) {
      breaches.add(
          new Breach(
              error.getInstanceLocation().toString(), error.getKeyword(), error.getMessage()));
    }
    return breaches;
  }
}
