package io.github.kling4j.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/** Compares what was read with what was written again: by what it says, not by how. */
final class Meaning {
  private Meaning() {}

  /**
   * Returns where a tree that was written says something else than the one that was read, or null
   * when it says the same. The order of names is free; a name whose value is null may be left out,
   * and where one is required and may be null it may be added; a number may be in a string, or the
   * other way round.
   */
  static String difference(JsonNode read, JsonNode written, String path) {
    if (read.isObject() && written.isObject()) {
      return ofObjects(read, written, path);
    }
    if (read.isArray() && written.isArray() && read.size() == written.size()) {
      for (int i = 0; i < read.size(); i++) {
        String found = difference(read.get(i), written.get(i), path + '[' + i + ']');
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    boolean same = read.isValueNode() && written.isValueNode() && isSame(read, written);
    return same ? null : path + " was " + read + " and became " + written;
  }

  private static String ofObjects(JsonNode read, JsonNode written, String path) {
    Set<String> names = new LinkedHashSet<>();
    read.fieldNames().forEachRemaining(names::add);
    written.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      boolean bothNull = read.path(name).isNull() || read.path(name).isMissingNode();
      bothNull &= written.path(name).isNull() || written.path(name).isMissingNode();
      String found =
          bothNull
              ? null
              : difference(read.path(name), written.path(name), path + "['" + name + "']");
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static boolean isSame(JsonNode one, JsonNode other) {
    BigDecimal number = number(one);
    BigDecimal otherNumber = number(other);
    if (number != null && otherNumber != null) {
      return number.compareTo(otherNumber) == 0;
    }
    if (!one.isTextual() || !other.isTextual()) {
      return one.equals(other);
    }
    String text = one.textValue();
    String otherText = other.textValue();
    return text.equals(otherText)
        || isSameUuid(text, otherText)
        || isSameTime(text, otherText)
        || isSameBase64(text, otherText);
  }

  private static BigDecimal number(JsonNode node) {
    if (!node.isNumber() && !node.isTextual()) {
      return null;
    }
    try {
      return node.isNumber() ? node.decimalValue() : new BigDecimal(node.textValue());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isSameUuid(String one, String other) {
    return one.length() == 36 && one.matches("[0-9A-Fa-f-]+") && one.equalsIgnoreCase(other);
  }

  private static boolean isSameTime(String one, String other) {
    try {
      return OffsetDateTime.parse(one).equals(OffsetDateTime.parse(other));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isSameBase64(String one, String other) {
    try {
      return Arrays.equals(base64(one), base64(other));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Decodes either alphabet; white space says nothing. */
  private static byte[] base64(String text) {
    String plain = text.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
    return Base64.getDecoder().decode(plain);
  }
}
