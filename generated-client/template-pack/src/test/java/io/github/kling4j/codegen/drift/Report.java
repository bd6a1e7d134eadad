package io.github.kling4j.codegen.drift;

import io.github.kling4j.codegen.drift.DriftCase.Expected;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command reports, read back. */
final class Report {
  private static final JsonMapper JSON = new JsonMapper();

  private Report() {}

  /** The differences of a report for machines. */
  static List<Expected> ofJson(String report) {
    List<Expected> differences = new ArrayList<>();
    for (JsonNode each : JSON.readTree(report)) {
      String change = each.get("change").asString();
      if (each.hasNonNull("keyword") && !change.contains(" " + each.get("keyword").asString())) {
        change += " " + each.get("keyword").asString();
      }
      differences.add(
          new Expected(
              each.get("operation").asString(),
              each.get("place").asString(),
              change,
              text(each.get("upstream"))));
    }
    return differences;
  }

  /** The first three columns of each line of a report for people. */
  static List<String> heads(String report) {
    return report
        .lines()
        .map(line -> String.join(" | ", List.of(line.split(" \\| ", -1)).subList(0, 3)))
        .toList();
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.asString() : value.toString();
  }
}
