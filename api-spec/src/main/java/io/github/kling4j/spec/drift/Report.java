package io.github.kling4j.spec.drift;

import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes differences down: a line for each for people, an array of objects for programs. */
final class Report {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Report() {}

  static void lines(List<Difference> differences, PrintWriter out) {
    differences.forEach(difference -> out.println(line(difference)));
  }

  /** What changed in words, for those who did not see it: {@code limit maxLength 500 -> 2500}. */
  static String change(Difference difference) {
    String upstream = Values.show(difference.upstream());
    String ours = Values.show(difference.ours());
    return switch (difference.change()) {
      case ADDED -> "added, " + upstream;
      case REMOVED -> "no longer described, so deprecated";
      case DEPRECATED -> "deprecated";
      case SOURCE -> "described by the " + upstream + ", too";
      case REQUIRED ->
          difference.upstream() != null && difference.upstream().asBoolean(false)
              ? "required"
              : "no longer required";
      case EXAMPLE -> "upstream's example shows " + upstream;
      case ENUM_VALUE ->
          difference.upstream() == null
              ? "value " + ours + " no longer named, so deprecated"
              : "value " + upstream + " added";
      case LIMIT, TYPE, DEFAULT -> kind(difference) + " " + ours + " -> " + upstream;
    };
  }

  private static String kind(Difference difference) {
    String change = difference.change().toString();
    return difference.keyword() == null ? change : change + " " + difference.keyword();
  }

  static String line(Difference difference) {
    String line =
        String.join(
            " | ",
            difference.operation(),
            difference.place(),
            kind(difference),
            "upstream: " + Values.show(difference.upstream()),
            "ours: " + Values.show(difference.ours()),
            "Java: " + difference.java());
    if (difference.isKnown()) {
      line += " | decided: " + difference.reason();
    }
    return line.replaceAll("\\R", " ");
  }

  static void json(List<Difference> differences, PrintWriter out) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Difference difference : differences) {
      ObjectNode one = list.addObject();
      one.put("operation", difference.operation());
      one.put("place", difference.place());
      one.put("change", difference.change().toString());
      one.put("keyword", difference.keyword());
      one.set("upstream", difference.upstream());
      one.set("ours", difference.ours());
      one.put("java", difference.java());
      one.put("known", difference.isKnown());
      one.put("reason", difference.reason());
    }
    out.println(JSON.writeValueAsString(list));
  }
}
