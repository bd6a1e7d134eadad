package io.github.kling4j.spec.drift;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says what a difference means for whoever uses the Java client. */
final class JavaMeaning {
  private JavaMeaning() {}

  static String added(String name, Shape theirs, boolean sent) {
    return sent
        ? "new builder method " + Names.camel(name) + "(" + type(name, theirs) + ")"
        : "new accessor " + Names.camel(name) + "()";
  }

  static String again(String name) {
    return Names.camel(name) + "() is no longer marked deprecated";
  }

  static String removed(String name) {
    return Names.camel(name) + "() stays, marked deprecated: a compiler warning at call sites";
  }

  static String type(String name, boolean sent) {
    return sent
        ? "compile error where " + Names.camel(name) + "(\u2026) is given or read with the old type"
        : "compile error where " + Names.camel(name) + "() is read";
  }

  static String limit(
      String keyword, @Nullable JsonNode upstream, @Nullable JsonNode ours, boolean sent) {
    if (!sent) {
      return "nothing";
    }
    Boolean tighter = tighter(keyword, upstream, ours);
    if (tighter == null) {
      return "violations() judges by the new rule; no call site changes";
    }
    return tighter
        ? "violations() reports more, and the server may refuse what it took; no call site changes"
        : "violations() reports less; no call site changes";
  }

  /** Whether the new limit allows less; null if that can't be told. */
  static @Nullable Boolean tighter(
      String keyword, @Nullable JsonNode upstream, @Nullable JsonNode ours) {
    if (upstream == null) {
      return false;
    }
    if (ours == null) {
      return true;
    }
    BigDecimal now = Prose.number(upstream.asString(""));
    BigDecimal before = Prose.number(ours.asString(""));
    if (now == null || before == null || keyword.equals("multipleOf")) {
      return null;
    }
    return keyword.startsWith("max") ? now.compareTo(before) < 0 : now.compareTo(before) > 0;
  }

  static String newValue(Shape our, JsonNode value) {
    return "new constant for "
        + value.asString("")
        + " in "
        + enumName(our)
        + "; as a plain value it could be used already";
  }

  static String goneValue(Shape our) {
    return "the constant in " + enumName(our) + " stays, marked deprecated";
  }

  static String required(String name, boolean now) {
    return now
        ? "nothing at compile time; without "
            + Names.camel(name)
            + "(\u2026) the server refuses the request, and violations() says so"
        : "build() no longer asks for " + Names.camel(name) + "(\u2026)";
  }

  private static String enumName(Shape our) {
    List<String> steps = List.of(our.placeOf("enum").split("/", -1));
    return steps.get(steps.size() - 1);
  }

  private static String type(String name, Shape theirs) {
    if (!theirs.values().isEmpty()) {
      return Names.pascal(name);
    }
    return switch (theirs.type()) {
      case "string" -> "String";
      case "integer" -> NewSchemas.isLong(name, theirs) ? "Long" : "Integer";
      case "number" -> "Double";
      case "boolean" -> "Boolean";
      case "array" -> {
        Shape items = theirs.items();
        yield "List<" + (items == null ? "Object" : type(NewSchemas.singular(name), items)) + ">";
      }
      case "object" -> theirs.properties().isEmpty() ? "Map" : Names.pascal(name);
      default -> "Object";
    };
  }
}
