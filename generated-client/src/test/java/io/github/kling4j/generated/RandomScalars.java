package io.github.kling4j.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/** Makes texts and numbers that are valid by a schema. */
final class RandomScalars {
  /** Of several scripts, with what must be escaped, and with characters beyond 16 bits. */
  private static final int[] CHARACTERS =
      "abcXYZ 0123456789+-./\"\\\b\n\t\u0000\u007f\u2028éß沙滩😀👩".codePoints().toArray();

  private final SplittableRandom random;

  RandomScalars(SplittableRandom random) {
    this.random = random;
  }

  JsonNode text(JsonNode schema) {
    String format = schema.path("format").asText();
    if (format.isEmpty() && schema.path("contentEncoding").asText().equals("base64")) {
      format = "byte";
    }
    return RandomJson.NODES.textNode(
        switch (format) {
          case "date" -> date().toString();
          case "date-time" -> dateTime();
          case "uuid" -> uuid();
          case "byte" -> Base64.getEncoder().encodeToString(bytes());
          case "decimal", "number" -> decimal(schema).toString();
          default -> characters(schema);
        });
  }

  private String characters(JsonNode schema) {
    int least = schema.path("minLength").asInt();
    int most = schema.path("maxLength").asInt(least + 20);
    int length = least + random.nextInt(Math.min(most - least, 40) + 1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
    }
    return text.toString();
  }

  private LocalDate date() {
    return LocalDate.ofEpochDay(random.nextInt(-300_000, 2_000_000));
  }

  private String dateTime() {
    int nanos = random.nextInt(1_000_000_000) / (int) Math.pow(1_000, random.nextInt(4));
    OffsetDateTime time =
        date()
            .atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60), nanos)
            .atOffset(ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1)));
    String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    return random.nextBoolean() ? text : text.toLowerCase(Locale.ROOT);
  }

  private String uuid() {
    String text = new UUID(random.nextLong(), random.nextLong()).toString();
    return random.nextBoolean() ? text : text.toUpperCase(Locale.ROOT);
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(12)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** A whole number; where nothing says otherwise, one that 32 bits hold. */
  JsonNode whole(JsonNode schema) {
    boolean wide = schema.path("format").asText().equals("int64");
    BigDecimal least = BigDecimal.valueOf(wide ? Long.MIN_VALUE : Integer.MIN_VALUE);
    BigDecimal most = BigDecimal.valueOf(wide ? Long.MAX_VALUE : Integer.MAX_VALUE);
    BigDecimal value = within(schema, least, most, 0);
    return RandomJson.NODES.numberNode(value.toBigIntegerExact());
  }

  /** A number; where nothing says otherwise, one that a double holds with all its digits. */
  JsonNode number(JsonNode schema) {
    String format = schema.path("format").asText();
    if (format.matches("int(32|64)")) {
      return whole(schema);
    }
    return RandomJson.NODES.numberNode(
        format.equals("decimal") ? decimal(schema) : fraction(schema));
  }

  private BigDecimal fraction(JsonNode schema) {
    boolean limited = least(schema) != null || most(schema) != null || schema.has("multipleOf");
    if (!limited && random.nextInt(4) == 0) {
      int exponent = random.nextInt(-300, 290);
      return new BigDecimal(BigInteger.valueOf(random.nextInt()), -exponent);
    }
    BigDecimal far = BigDecimal.valueOf(1_000_000);
    return within(schema, far.negate(), far, random.nextInt(1, 5));
  }

  private BigDecimal decimal(JsonNode schema) {
    BigDecimal far = BigDecimal.TEN.pow(random.nextInt(1, 40));
    return within(schema, far.negate(), far, random.nextInt(1, 30));
  }

  /** A number that keeps the limits of a schema, often one at their ends. */
  private BigDecimal within(JsonNode schema, BigDecimal least, BigDecimal most, int digits) {
    BigDecimal step = BigDecimal.ONE.movePointLeft(digits);
    if (schema.has("multipleOf")) {
      step = schema.get("multipleOf").decimalValue();
    }
    BigDecimal to = most(schema) == null ? most : most(schema);
    BigDecimal from = least(schema) == null ? least.min(to) : least(schema);
    to = to.compareTo(from) < 0 ? from.add(most) : to;
    BigDecimal value =
        switch (random.nextInt(6)) {
          case 0 -> from;
          case 1 -> to;
          case 2 -> BigDecimal.ZERO.max(from).min(to);
          default -> from.add(to.subtract(from).multiply(BigDecimal.valueOf(random.nextDouble())));
        };
    value = value.divide(step, 0, RoundingMode.FLOOR).multiply(step);
    if (value.compareTo(from) < 0 || (value.compareTo(from) == 0 && isOpen(schema, "Minimum"))) {
      value = value.add(step);
    }
    if (value.compareTo(to) == 0 && isOpen(schema, "Maximum")) {
      value = value.subtract(step);
    }
    return value;
  }

  private static boolean isOpen(JsonNode schema, String end) {
    JsonNode exclusive = schema.path("exclusive" + end);
    return exclusive.isNumber() || exclusive.asBoolean();
  }

  private static BigDecimal least(JsonNode schema) {
    return limit(schema, "minimum", "exclusiveMinimum");
  }

  private static BigDecimal most(JsonNode schema) {
    return limit(schema, "maximum", "exclusiveMaximum");
  }

  private static BigDecimal limit(JsonNode schema, String limit, String exclusive) {
    JsonNode number = schema.path(exclusive).isNumber() ? schema.get(exclusive) : schema.get(limit);
    return number == null ? null : number.decimalValue();
  }
}
