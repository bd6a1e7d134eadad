package io.github.kling4j.spec.drift;

import io.github.kling4j.spec.drift.Difference.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compares what two schemas say of a single value: limits, listed values, the default. */
final class RuleComparison {
  static final List<String> LIMITS =
      List.of(
          "minLength",
          "maxLength",
          "pattern",
          "minimum",
          "exclusiveMinimum",
          "maximum",
          "exclusiveMaximum",
          "multipleOf",
          "minItems",
          "maxItems",
          "uniqueItems");

  private static final Set<String> RANGE = Set.of("minimum", "maximum");

  /** A range of more numbers than this is no list of values. */
  private static final int LONGEST_LIST = 60;

  private final boolean sent;
  private final Findings findings;

  RuleComparison(Findings findings, boolean sent) {
    this.sent = sent;
    this.findings = findings;
  }

  void compareLimits(String place, String name, Shape theirs, Shape our) {
    boolean listed = !wholeRange(theirs, our).isEmpty();
    for (String keyword : LIMITS) {
      if (listed && RANGE.contains(keyword)) {
        continue;
      }
      JsonNode upstream = said(theirs.get(keyword));
      JsonNode ours = said(our.get(keyword));
      boolean same = upstream == null ? ours == null : ours != null && Values.same(upstream, ours);
      if (!same) {
        findings.add(
            place,
            Change.LIMIT,
            keyword,
            upstream,
            ours,
            JavaMeaning.limit(keyword, upstream, ours, sent),
            theirs,
            our,
            name);
      }
    }
  }

  private static @Nullable JsonNode said(@Nullable JsonNode value) {
    return value != null && value.isBoolean() && !value.asBoolean() ? null : value;
  }

  void compareValues(String place, String name, Shape theirs, Shape our) {
    List<JsonNode> range = wholeRange(theirs, our);
    List<JsonNode> values = range.isEmpty() ? theirs.values() : range;
    List<JsonNode> ours = our.values();
    if (values.isEmpty() || ours.isEmpty()) {
      if (!values.isEmpty() || !ours.isEmpty()) {
        findings.add(
            place,
            Change.ENUM_VALUE,
            null,
            values.isEmpty() ? null : Values.list(values),
            ours.isEmpty() ? null : Values.list(ours),
            values.isEmpty() ? "nothing" : "the description names them; no call site changes",
            theirs,
            our,
            name);
      }
      return;
    }
    for (JsonNode value : values) {
      if (!Values.contains(ours, value) && !isAlias(our, value)) {
        findings.add(
            place,
            Change.ENUM_VALUE,
            null,
            value,
            null,
            JavaMeaning.newValue(our, value),
            theirs,
            our,
            name);
      }
    }
    for (JsonNode value : ours) {
      boolean deprecated = lists(our.get("x-enum-deprecated"), value);
      if (Values.contains(values, value) == deprecated) {
        findings.add(
            place,
            Change.ENUM_VALUE,
            null,
            deprecated ? value : null,
            deprecated ? Values.text("deprecated") : value,
            deprecated ? JavaMeaning.again(value.asString("")) : JavaMeaning.goneValue(our),
            theirs,
            our,
            name);
      }
    }
  }

  /** The values of a range of whole numbers, where the contract lists such; else none. */
  private static List<JsonNode> wholeRange(Shape theirs, Shape our) {
    List<JsonNode> values = new ArrayList<>();
    JsonNode least = theirs.get("minimum");
    JsonNode most = theirs.get("maximum");
    if (theirs.values().isEmpty()
        && !our.values().isEmpty()
        && our.values().stream().allMatch(value -> value.asString("").matches("-?\\d+"))
        && least != null
        && most != null
        && least.isIntegralNumber()
        && most.isIntegralNumber()
        && most.asLong() - least.asLong() < LONGEST_LIST) {
      for (long value = least.asLong(); value <= most.asLong(); value++) {
        values.add(JsonNodeFactory.instance.numberNode(value));
      }
    }
    return values;
  }

  private static boolean isAlias(Shape our, JsonNode value) {
    JsonNode aliases = our.get("x-enum-aliases");
    if (aliases != null) {
      for (JsonNode words : aliases) {
        if (lists(words, value)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean lists(@Nullable JsonNode list, JsonNode value) {
    if (list != null) {
      for (JsonNode each : list) {
        if (Values.same(each, value)) {
          return true;
        }
      }
    }
    return false;
  }

  void compareDefault(String place, String name, Shape theirs, Shape our) {
    JsonNode upstream = theirs.get("default");
    JsonNode ours = our.get("default");
    if (upstream == null ? ours != null : ours == null || !Values.same(upstream, ours)) {
      findings.add(
          place,
          Change.DEFAULT,
          null,
          upstream,
          ours,
          "nothing at compile time; calls that leave it out get what the server takes",
          theirs,
          our,
          name);
    }
  }
}
