// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The formats of OpenAPI that have a type of their own in Java. */
final class Formats {
  static final Shape<LocalDate> DATE =
      new InText<>() {
        @Override
        LocalDate parse(String text) {
          return LocalDate.parse(text);
        }

        @Override
        String format(LocalDate value) {
          return value.toString();
        }
      };

  static final Shape<OffsetDateTime> DATE_TIME =
      new InText<>() {
        @Override
        OffsetDateTime parse(String text) {
          return OffsetDateTime.parse(text);
        }

        @Override
        String format(OffsetDateTime value) {
          return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value);
        }
      };

  static final Shape<UUID> UUID =
      new InText<>() {
        @Override
        @Nullable UUID parse(String text) {
          UUID value = text.length() == 36 ? java.util.UUID.fromString(text) : null;
          return value != null && value.toString().equalsIgnoreCase(text) ? value : null;
        }

        @Override
        String format(UUID value) {
          return value.toString();
        }
      };

  static final Shape<ByteString> BYTES =
      new InText<>() {
        @Override
        @Nullable ByteString parse(String text) {
          ByteString value = ByteString.decodeBase64(text);
          return value != null && isSameBase64(text, value.base64()) ? value : null;
        }

        @Override
        String format(ByteString value) {
          return value.base64();
        }
      };

  static final Shape<BigDecimal> DECIMAL = new Decimal(false);
  static final Shape<BigDecimal> DECIMAL_TEXT = new Decimal(true);

  private Formats() {}

  /** Tells a text that is Base64 from one that is decoded, too, but loses bits by it. */
  private static boolean isSameBase64(String text, String written) {
    String plain = text.replaceAll("[\\s=]", "").replace('-', '+').replace('_', '/');
    return plain.equals(written.replace("=", ""));
  }

  /** A value that stands in a JSON string. */
  private abstract static class InText<T> extends Shape<T> {
    /** Returns null, or throws what java.time or UUID throw, where the text is of another form. */
    abstract @Nullable T parse(String text);

    abstract String format(T value);

    @Override
    @Nullable Object tryRead(JsonReader reader) throws IOException {
      if (reader.peek() != JsonReader.Token.STRING) {
        return Raw.read(reader);
      }
      String text = reader.nextString();
      try {
        T value = parse(text);
        return value == null ? new Raw(text) : value;
      } catch (DateTimeException | IllegalArgumentException e) {
        return new Raw(text);
      }
    }

    @Override
    void write(JsonWriter writer, T value) throws IOException {
      writer.value(format(value));
    }
  }

  /** A number with all its digits, as a number or in a string. */
  private static final class Decimal extends Shape<BigDecimal> {
    private final boolean inText;

    Decimal(boolean inText) {
      this.inText = inText;
    }

    @Override
    @Nullable Object tryRead(JsonReader reader) throws IOException {
      return switch (reader.peek()) {
        case NUMBER, STRING -> {
          String text = reader.nextString();
          BigDecimal number = Shape.decimal(text);
          yield number == null ? new Raw(text) : number;
        }
        default -> Raw.read(reader);
      };
    }

    @Override
    void write(JsonWriter writer, BigDecimal value) throws IOException {
      if (this.inText) {
        writer.value(value.toString());
      } else {
        writer.value(value);
      }
    }
  }
}
