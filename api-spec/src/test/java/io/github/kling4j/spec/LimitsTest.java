package io.github.kling4j.spec;

import static io.github.kling4j.spec.ContractWalker.child;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.spec.Examples.Example;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** What the contract allows of each property, whatever its limits have come to be. */
final class LimitsTest {
  private static final Contract CONTRACT = Contracts.current();

  private static final Map<String, String> VALUES =
      Map.of(
          "string", "https://example.com/a",
          "integer", "1",
          "number", "0.5",
          "boolean", "true",
          "array", "[]",
          "object", "{}");

  /** A rule for a property, a value that keeps it, and one that does not. */
  record Limit(String property, String rule, JsonNode schema, JsonNode within, JsonNode beyond) {
    @Override
    public String toString() {
      return property + " " + rule;
    }
  }

  static List<Limit> limits() {
    List<Limit> limits = new ArrayList<>();
    child(child(CONTRACT.root(), "components"), "schemas")
        .forEachEntry(
            (name, schema) ->
                child(schema, "properties")
                    .forEachEntry((property, own) -> collect(name + "." + property, own, limits)));
    return limits;
  }

  private static void collect(String property, JsonNode own, List<Limit> limits) {
    JsonNode schema = own.has("allOf") ? CONTRACT.resolve(own.get("allOf").get(0)) : own;
    String type = child(schema, "type").asString();
    if (schema.has("enum")) {
      JsonNode unknown = Contract.tree(type.equals("string") ? "no such value" : "-17");
      limits.add(new Limit(property, "enum", schema, schema.get("enum").get(0), unknown));
    }
    if (schema.has("maxLength")) {
      int most = schema.get("maxLength").asInt();
      limits.add(new Limit(property, "maxLength", schema, text(most), text(most + 1)));
    }
    for (String rule : List.of("minimum", "maximum")) {
      if (schema.has(rule)) {
        BigDecimal limit = new BigDecimal(schema.get(rule).asString());
        BigDecimal step = BigDecimal.valueOf(rule.equals("maximum") ? 1 : -1);
        limits.add(new Limit(property, rule, schema, number(limit), number(limit.add(step))));
      }
    }
    boolean limited =
        !limits.isEmpty() && limits.get(limits.size() - 1).property().equals(property);
    JsonNode within =
        limited ? limits.get(limits.size() - 1).within() : Contract.tree(VALUES.get(type));
    JsonNode other = Contract.tree(type.equals("array") ? "{}" : "[]");
    if (!type.equals("array") && !type.equals("object")) {
      limits.add(new Limit(property, "type", schema, within, other));
    }
  }

  /** Characters are counted as people do, not as they are stored. */
  private static JsonNode text(int length) {
    return StringNode.valueOf("\uD83C\uDFD6".repeat(length));
  }

  private static JsonNode number(BigDecimal value) {
    return Contract.tree(value.toPlainString());
  }

  @ParameterizedTest
  @MethodSource("limits")
  void aValueAtALimitIsAllowedAndOneBeyondItIsNot(Limit limit) {
    assertThat(breaches(limit, limit.within())).isEmpty();
    assertThat(breaches(limit, limit.beyond())).isNotEmpty();
  }

  @Test
  void whatARequestHoldsIsLimited() {
    assertThat(limits())
        .extracting(Limit::toString)
        .contains(
            "TextToVideoRequest.prompt type",
            "TextToVideoRequest.model_name enum",
            "TextToVideoRequest.mode enum",
            "CameraControl.type enum",
            "CameraControlConfig.zoom type",
            "WatermarkInfo.enabled type");
    assertThat(limits()).extracting(Limit::rule).contains("maxLength", "minimum", "maximum");
  }

  private static List<String> breaches(Limit limit, JsonNode value) {
    return Examples.breaches(CONTRACT, new Example(limit.property(), value, limit.schema()));
  }
}
