// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The checks behind {@code violations()}. Messages give sizes and rules, and no text of a user. */
final class Limits {
  private Limits() {}

  static String at(String path, String name) {
    boolean plain = !name.isEmpty() && name.chars().allMatch(each -> each == '_' || each == '-' || Character.isLetterOrDigit(each));
    return plain ? path + '.' + name : path + "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
  }

  static void absent(
      List<Violation> found,
      String path,
      String name,
      @Nullable Object value,
      boolean required,
      Map<String, @Nullable Object> additionalProperties) {
    if (value != null) {
      return;
    }
    Object other = additionalProperties.get(name);
    if (other != null) {
      found.add(
          new Violation(
              at(path, name), "type", name + " has a value of another type than the document says"));
    } else if (required) {
      found.add(new Violation(at(path, name), "required", name + " is missing"));
    }
  }

  /** Of a property that servers ask for and {@code build()} does not. */
  static void expected(
      List<Violation> found,
      String path,
      String name,
      @Nullable Object value,
      Map<String, @Nullable Object> additionalProperties) {
    if (value == null && additionalProperties.get(name) == null) {
      found.add(
          new Violation(
              at(path, name),
              "required",
              name + " is missing; servers refuse a request without it, though build() does not"));
    } else {
      absent(found, path, name, value, false, additionalProperties);
    }
  }

  static void text(
      List<Violation> found, String at, String value, int min, int max, @Nullable String pattern) {
    int length = value.codePointCount(0, value.length());
    if (length > max) {
      add(found, at, "maxLength", "is " + length + " characters long; at most " + max + " are allowed");
    }
    if (length < min) {
      add(found, at, "minLength", "is " + length + " characters long; at least " + min + " are needed");
    }
    if (pattern != null && !matches(pattern, value)) {
      add(found, at, "pattern", "does not match the pattern " + pattern);
    }
  }

  private static boolean matches(String pattern, String value) {
    try {
      return Pattern.compile(pattern).matcher(value).find();
    } catch (PatternSyntaxException e) {
      return true; // The document's dialect, not the value, is what Java cannot read.
    }
  }

  static void range(
      List<Violation> found,
      String at,
      Number value,
      @Nullable String min,
      boolean minExclusive,
      @Nullable String max,
      boolean maxExclusive) {
    BigDecimal number;
    try {
      number = new BigDecimal(value.toString());
    } catch (NumberFormatException e) {
      add(found, at, "type", "is " + value + ", which JSON cannot say");
      return;
    }
    if (min != null && number.compareTo(new BigDecimal(min)) < (minExclusive ? 1 : 0)) {
      String rule = minExclusive ? "more than " : "at least ";
      add(found, at, "minimum", "is " + value + "; it must be " + rule + min);
    }
    if (max != null && number.compareTo(new BigDecimal(max)) > (maxExclusive ? -1 : 0)) {
      String rule = maxExclusive ? "less than " : "at most ";
      add(found, at, "maximum", "is " + value + "; it must be " + rule + max);
    }
  }

  static void known(List<Violation> found, String at, Object value, boolean known, List<?> values) {
    if (!known) {
      add(found, at, "enum", "is " + value + ", which the document does not name; it names " + values);
    }
  }

  static void items(List<Violation> found, String at, int size, int min, int max) {
    if (size > max) {
      add(found, at, "maxItems", "has " + size + " items; at most " + max + " are allowed");
    }
    if (size < min) {
      add(found, at, "minItems", "has " + size + " items; at least " + min + " are needed");
    }
  }

  static void unique(List<Violation> found, String at, List<?> items) {
    if (new HashSet<>(items).size() < items.size()) {
      add(found, at, "uniqueItems", "holds an item more than once");
    }
  }

  static void members(List<Violation> found, String at, int size, int min, int max) {
    if (size > max) {
      add(found, at, "maxProperties", "has " + size + " members; at most " + max + " are allowed");
    }
    if (size < min) {
      add(found, at, "minProperties", "has " + size + " members; at least " + min + " are needed");
    }
  }

  static void multiple(List<Violation> found, String at, Number value, String of) {
    BigDecimal step = new BigDecimal(of);
    BigDecimal number = Shape.decimal(value.toString());
    if (number != null
        && step.signum() > 0
        && Math.abs((long) number.scale() - step.scale()) < 400
        && number.remainder(step).signum() != 0) {
      add(found, at, "multipleOf", "is " + value + "; it must be a multiple of " + of);
    }
  }

  static void constant(List<Violation> found, String at, Object value, String only) {
    if (!value.toString().equals(only) && !isSameNumber(value, only)) {
      add(found, at, "const", "must be " + only);
    }
  }

  private static boolean isSameNumber(Object value, String only) {
    BigDecimal one = value instanceof Number ? Shape.decimal(value.toString()) : null;
    BigDecimal other = one == null ? null : Shape.decimal(only);
    return one != null && other != null && one.compareTo(other) == 0;
  }

  static void unrecognized(List<Violation> found, String at, String names) {
    add(found, at, "oneOf", "fits none of the types that the document names: " + names);
  }

  static <T> void each(List<T> items, String at, BiConsumer<String, T> check) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) != null) {
        check.accept(at + '[' + i + ']', items.get(i));
      }
    }
  }

  static <T> void eachMember(Map<String, T> members, String at, BiConsumer<String, T> check) {
    members.forEach(
        (name, value) -> {
          if (value != null) {
            check.accept(at(at, name), value);
          }
        });
  }

  private static void add(List<Violation> found, String at, String rule, String what) {
    String name = at.startsWith("$.") ? at.substring(2) : at.equals("$") ? "the value" : at;
    found.add(new Violation(at, rule, name + ' ' + what));
  }
}
