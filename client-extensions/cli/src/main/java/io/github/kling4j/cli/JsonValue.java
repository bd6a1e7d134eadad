package io.github.kling4j.cli;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** JSON that a user wrote, with its numbers exact. */
final class JsonValue {
  private JsonValue() {}

  /** Returns what a text means as JSON; the text itself where it is none. */
  static @Nullable Object parse(String text) {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text));
    try {
      Object value = value(reader);
      return reader.peek() == JsonReader.Token.END_DOCUMENT ? value : text;
    } catch (IOException | JsonDataException | NumberFormatException e) {
      return text;
    }
  }

  private static @Nullable Object value(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> members(reader);
      case BEGIN_ARRAY -> items(reader);
      case NUMBER -> number(reader.nextString());
      case BOOLEAN -> reader.nextBoolean();
      case NULL -> reader.nextNull();
      default -> reader.nextString();
    };
  }

  private static Map<String, @Nullable Object> members(JsonReader reader) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      members.put(reader.nextName(), value(reader));
    }
    reader.endObject();
    return members;
  }

  private static List<@Nullable Object> items(JsonReader reader) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      items.add(value(reader));
    }
    reader.endArray();
    return items;
  }

  private static Number number(String digits) {
    return digits.matches("-?\\d{1,18}") ? (Number) Long.valueOf(digits) : new BigDecimal(digits);
  }
}
