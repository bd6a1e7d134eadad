package io.github.kling4j.spec.drift;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value as it is written into a YAML text: what any reader, of YAML 1.1 or 1.2, takes for what it
 * is. Lines are separated by line feeds, and each but the first begins with its whole indent.
 */
final class YamlValue {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  static final int WIDTH = 100;

  /** Keys whose lists stand on one line. */
  private static final Set<String> ON_ONE_LINE =
      Set.of("x-source", "required", "tags", "x-aliases", "x-enum-deprecated");

  /** Words that are no text, in one version of YAML or the other. */
  private static final Set<String> WORDS =
      Set.of("null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "=");

  /** What may be a number, in any base, also one of base 60 such as 16:9; or a date. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?[.0-9][0-9a-fA-FoOxX_.:,+-]*|[-+]?[.](?i:inf|nan)"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[Tt \t].*");

  private static final Pattern VERSION = Pattern.compile("[0-9]+([.][0-9]+){2,}");

  private YamlValue() {}

  /** Makes a tree of plain Java values: texts, numbers, truth values, lists and maps. */
  static JsonNode tree(@Nullable Object value) {
    if (value instanceof JsonNode node) {
      return node;
    } else if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((key, each) -> object.set(String.valueOf(key), tree(each)));
      return object;
    } else if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(each -> array.add(tree(each)));
      return array;
    } else if (value == null) {
      return NODES.nullNode();
    } else if (value instanceof String text) {
      return NODES.stringNode(text);
    } else if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    } else if (value instanceof Integer number) {
      return NODES.numberNode(number);
    } else if (value instanceof Long number) {
      return NODES.numberNode(number);
    } else if (value instanceof BigInteger number) {
      return NODES.numberNode(number);
    } else if (value instanceof BigDecimal number) {
      return NODES.numberNode(number);
    }
    throw new IllegalArgumentException("no value for YAML: " + value.getClass());
  }

  /** Writes an entry of a mapping whose keys stand at a column. */
  static String entry(String key, JsonNode value, int column) {
    return key(key) + ":" + afterKey(key, value, column, false);
  }

  /** Writes an item of a sequence whose dashes stand at a column. */
  static String item(JsonNode value, int column) {
    return "-" + afterDash(value, column);
  }

  /**
   * Writes what follows the colon of a key.
   *
   * @param key the key
   * @param value its value
   * @param column where the key stands
   * @param oneLine whether a list of scalars is kept on the line of the key if it fits there
   * @return the rest of the line, and further lines
   */
  static String afterKey(String key, JsonNode value, int column, boolean oneLine) {
    int used = column + key(key).length() + 1;
    if (isFlow(value, used, oneLine || ON_ONE_LINE.contains(key))) {
      return " " + flow(value);
    }
    int inner = column + 2;
    return value.isContainer()
        ? "\n" + " ".repeat(inner) + block(value, inner)
        : scalar(value, used, inner);
  }

  /** Writes what follows the dash of an item. */
  static String afterDash(JsonNode value, int column) {
    int inner = column + 2;
    if (isFlow(value, column + 1, false)) {
      return " " + flow(value);
    }
    return value.isContainer() ? " " + block(value, inner) : scalar(value, column + 1, inner);
  }

  private static boolean isFlow(JsonNode value, int used, boolean oneLine) {
    if (!value.isContainer()) {
      return false;
    }
    return value.isEmpty()
        || (oneLine
            && value.isArray()
            && value.valueStream().noneMatch(JsonNode::isContainer)
            && used + 1 + flow(value).length() <= WIDTH);
  }

  private static String block(JsonNode value, int column) {
    List<String> parts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(each -> parts.add(item(each, column)));
    } else {
      value.properties().forEach(e -> parts.add(entry(e.getKey(), e.getValue(), column)));
    }
    return String.join("\n" + " ".repeat(column), parts);
  }

  /** Writes a value on one line, as it may stand within brackets. */
  static String flow(JsonNode value) {
    if (!value.isContainer()) {
      return value.isString() ? text(value.asString(), true) : plain(value);
    }
    List<String> parts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(each -> parts.add(flow(each)));
      return "[" + String.join(", ", parts) + "]";
    }
    value.properties().forEach(e -> parts.add(flowEntry(e.getKey(), e.getValue())));
    return "{" + String.join(", ", parts) + "}";
  }

  /** Writes an entry on one line, as it may stand within braces. */
  static String flowEntry(String key, JsonNode value) {
    return text(key, true) + ": " + flow(value);
  }

  private static String key(String key) {
    return text(key, false);
  }

  private static String plain(JsonNode value) {
    if (value.isFloatingPointNumber()) {
      return value.decimalValue().toPlainString();
    }
    if (value.isNumber() || value.isBoolean() || value.isNull()) {
      return value.asString().isEmpty() ? "null" : value.asString();
    }
    throw new IllegalArgumentException("no value for YAML: " + value.getNodeType());
  }

  private static String scalar(JsonNode value, int used, int inner) {
    if (!value.isString()) {
      return " " + plain(value);
    }
    String text = value.asString();
    String written = text(text, false);
    if (used + 1 + written.codePointCount(0, written.length()) <= WIDTH
        || hasUnprintable(text)
        || !text.strip().equals(text)) {
      return " " + written;
    }
    return " >-" + folded(text, inner);
  }

  /** Breaks a text at single spaces only: any other break would be read as something else. */
  private static String folded(String text, int indent) {
    StringBuilder folded = new StringBuilder();
    int line = indent;
    int from = 0;
    while (from < text.length()) {
      int to = nextBreak(text, from);
      String word = text.substring(from, to);
      int length = word.codePointCount(0, word.length());
      if (from == 0 || line + 1 + length > WIDTH) {
        folded.append('\n').append(" ".repeat(indent));
        line = indent + length;
      } else {
        folded.append(' ');
        line += 1 + length;
      }
      folded.append(word);
      from = to + 1;
    }
    return folded.toString();
  }

  private static int nextBreak(String text, int from) {
    for (int i = from + 1; i < text.length() - 1; i++) {
      if (text.charAt(i) == ' ' && text.charAt(i - 1) != ' ' && text.charAt(i + 1) != ' ') {
        return i;
      }
    }
    return text.length();
  }

  private static String text(String text, boolean flow) {
    if (hasUnprintable(text)) {
      return escaped(text);
    }
    return isPlain(text, flow) ? text : "'" + text.replace("'", "''") + "'";
  }

  private static boolean isPlain(String text, boolean flow) {
    return !text.isEmpty()
        && text.strip().equals(text)
        && "-?:,[]{}#&*!|>'\"%@`".indexOf(text.charAt(0)) < 0
        && !text.contains(": ")
        && !text.endsWith(":")
        && !text.contains(" #")
        && !(flow && text.chars().anyMatch(c -> ",[]{}:".indexOf(c) >= 0))
        && !WORDS.contains(text.toLowerCase(Locale.ROOT))
        && (VERSION.matcher(text).matches() || !NUMBER.matcher(text).matches());
  }

  private static boolean hasUnprintable(String text) {
    return text.codePoints().anyMatch(YamlValue::isUnprintable);
  }

  /** Tells also of what some readers take for the end of a line, and of what nobody can see. */
  private static boolean isUnprintable(int c) {
    return c < 0x20
        || (c >= 0x7F && c < 0xA0)
        || c == 0x2028
        || c == 0x2029
        || c == 0xFEFF
        || (c >= 0xD800 && c <= 0xDFFF)
        || (c & 0xFFFE) == 0xFFFE;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"', '\\' -> escaped.append('\\').append((char) c);
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                  if (isUnprintable(c)) {
                    String form = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
                    escaped.append(String.format(Locale.ROOT, form, c));
                  } else {
                    escaped.appendCodePoint(c);
                  }
                }
              }
            });
    return escaped.append('"').toString();
  }
}
