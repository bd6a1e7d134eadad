package io.github.kling4j.spec.drift;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was decided about differences: the list {@code x-decisions} of the contract. An entry fits a
 * difference if all that it names fits: {@code source}, {@code operation}, {@code at} (places, with
 * {@code *} for one step and {@code **} for any), {@code change}, {@code keyword}, {@code upstream}
 * (which must be left out where upstream says nothing) and {@code ours}.
 */
final class Decisions {
  private final JsonNode entries;
  private final String source;

  Decisions(JsonNode contract, String source) {
    this.entries = contract.path("x-decisions");
    this.source = source;
  }

  /** Returns why the contract differs; null if that was not decided. */
  @Nullable String reasonFor(Difference difference) {
    for (JsonNode entry : entries) {
      if (fits(entry, difference)) {
        return entry.path("reason").asString("");
      }
    }
    return null;
  }

  private boolean fits(JsonNode entry, Difference difference) {
    return oneOf(entry.path("source"), source)
        && oneOf(entry.path("operation"), difference.operation())
        && oneOf(entry.path("change"), difference.change().toString())
        && oneOf(entry.path("keyword"), difference.keyword())
        && placeFits(entry.path("at"), difference.place())
        && valueFits(entry, "upstream", said(difference), true)
        && valueFits(entry, "ours", difference.ours(), false);
  }

  /** Why an example is refused is said in words, which are nothing to go by. */
  private static @Nullable JsonNode said(Difference difference) {
    return difference.change() == Difference.Change.EXAMPLE ? null : difference.upstream();
  }

  private static boolean oneOf(JsonNode wanted, @Nullable String value) {
    return wanted.isMissingNode()
        || (value != null && list(wanted).stream().anyMatch(each -> each.asString().equals(value)));
  }

  private static boolean placeFits(JsonNode places, String place) {
    return places.isMissingNode()
        || list(places).stream().anyMatch(each -> pattern(each.asString(), place));
  }

  private static boolean pattern(String wanted, String place) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < wanted.length(); i++) {
      if (wanted.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (wanted.charAt(i) == '*' && !wanted.startsWith("*]", i)) {
        regex.append("[^.]*");
      } else {
        regex.append("\\x").append(String.format("{%x}", (int) wanted.charAt(i)));
      }
    }
    return place.matches(regex.toString());
  }

  private static boolean valueFits(
      JsonNode entry, String key, @Nullable JsonNode value, boolean mustBeSaid) {
    JsonNode wanted = entry.path(key);
    if (wanted.isMissingNode()) {
      return !mustBeSaid || value == null;
    }
    if (value == null) {
      return false;
    }
    return Values.same(wanted, value)
        || (wanted.isArray() && list(wanted).stream().anyMatch(each -> Values.same(each, value)));
  }

  private static List<JsonNode> list(JsonNode node) {
    List<JsonNode> list = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(list::add);
    } else {
      list.add(node);
    }
    return list;
  }
}
