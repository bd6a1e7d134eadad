package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The limits that a schema states, as the arguments of the checks that are generated. */
record Rules(
    int min,
    int max,
    @Nullable String pattern,
    @Nullable String minimum,
    boolean minimumExclusive,
    @Nullable String maximum,
    boolean maximumExclusive,
    @Nullable String multipleOf,
    boolean unique,
    @Nullable String constant) {
  static final Rules NONE =
      new Rules(0, Integer.MAX_VALUE, null, null, false, null, false, null, false, null);

  static Rules of(Schema<?> schema) {
    int min = first(schema.getMinLength(), schema.getMinItems(), schema.getMinProperties(), 0);
    int max =
        first(
            schema.getMaxLength(),
            schema.getMaxItems(),
            schema.getMaxProperties(),
            Integer.MAX_VALUE);
    BigDecimal above = schema.getExclusiveMinimumValue();
    BigDecimal below = schema.getExclusiveMaximumValue();
    Object constant = schema.getConst();
    Rules rules =
        new Rules(
            min,
            max,
            schema.getPattern() == null ? null : Names.literal(schema.getPattern()),
            literal(above == null ? schema.getMinimum() : above),
            above != null || Boolean.TRUE.equals(schema.getExclusiveMinimum()),
            literal(below == null ? schema.getMaximum() : below),
            below != null || Boolean.TRUE.equals(schema.getExclusiveMaximum()),
            literal(schema.getMultipleOf()),
            Boolean.TRUE.equals(schema.getUniqueItems()),
            constant == null ? null : Names.literal(text(constant)));
    return rules.equals(NONE) ? NONE : rules;
  }

  private static String text(Object constant) {
    return constant instanceof com.fasterxml.jackson.databind.JsonNode node && node.isValueNode()
        ? node.asText()
        : constant.toString();
  }

  private static int first(
      @Nullable Integer one, @Nullable Integer two, @Nullable Integer three, int otherwise) {
    return one != null ? one : two != null ? two : three != null ? three : otherwise;
  }

  private static @Nullable String literal(@Nullable BigDecimal number) {
    return number == null ? null : '"' + number.toString() + '"';
  }

  /** These rules and the others: the closer range; these, where only one can be told. */
  Rules or(Rules others) {
    boolean ownMinimum = isCloser(minimum, minimumExclusive, others.minimum, 1);
    boolean ownMaximum = isCloser(maximum, maximumExclusive, others.maximum, -1);
    int least = Math.max(min, others.min);
    int most = Math.min(max, others.max);
    return new Rules(
        least,
        most,
        pattern == null ? others.pattern : pattern,
        ownMinimum ? minimum : others.minimum,
        ownMinimum ? minimumExclusive : others.minimumExclusive,
        ownMaximum ? maximum : others.maximum,
        ownMaximum ? maximumExclusive : others.maximumExclusive,
        multipleOf == null ? others.multipleOf : multipleOf,
        unique || others.unique,
        constant == null ? others.constant : constant);
  }

  private static boolean isCloser(
      @Nullable String own, boolean exclusive, @Nullable String other, int sign) {
    if (own == null || other == null) {
      return own != null;
    }
    int difference = number(own).compareTo(number(other)) * sign;
    return difference > 0 || (difference == 0 && exclusive);
  }

  static BigDecimal number(String literal) {
    return new BigDecimal(literal.substring(1, literal.length() - 1));
  }

  String forText(String value, String at) {
    if (min == 0 && max == Integer.MAX_VALUE && pattern == null) {
      return "";
    }
    return "Limits.text(found, " + at + ", " + value + ", " + range() + ", " + pattern + ");";
  }

  String forNumber(String value, String at) {
    String code = "";
    if (minimum != null || maximum != null) {
      String limits = minimum + ", " + minimumExclusive + ", " + maximum + ", " + maximumExclusive;
      code = "Limits.range(found, " + at + ", " + value + ", " + limits + ");";
    }
    if (multipleOf != null) {
      code += "Limits.multiple(found, " + at + ", " + value + ", " + multipleOf + ");";
    }
    return code;
  }

  String forItems(String value, String at) {
    String code = "";
    if (min > 0 || max != Integer.MAX_VALUE) {
      code = "Limits.items(found, " + at + ", " + value + ".size(), " + range() + ");";
    }
    return unique ? code + "Limits.unique(found, " + at + ", " + value + ");" : code;
  }

  String forMembers(String value, String at) {
    return forSize(value + ".size()", at);
  }

  String forSize(String size, String at) {
    return min > 0 || max != Integer.MAX_VALUE
        ? "Limits.members(found, " + at + ", " + size + ", " + range() + ");"
        : "";
  }

  private String range() {
    return min + ", " + (max == Integer.MAX_VALUE ? "Integer.MAX_VALUE" : String.valueOf(max));
  }
}
