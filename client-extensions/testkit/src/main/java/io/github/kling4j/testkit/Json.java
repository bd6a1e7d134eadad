package io.github.kling4j.testkit;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** JSON as plain maps and lists; numbers stay exact, where Moshi's own adapter makes doubles. */
final class Json {
  private Json() {}

  /** Reads one JSON object, or throws {@link IllegalArgumentException} saying what is wrong. */
  static Map<String, @Nullable Object> readObject(String text) {
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text))) {
      if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
        throw new IllegalArgumentException("a JSON object is expected");
      }
      Map<String, @Nullable Object> object = object(reader);
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new IllegalArgumentException("there is more after the JSON object");
      }
      return object;
    } catch (IOException | JsonDataException e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
  }

  static String write(Map<String, ? extends @Nullable Object> object) {
    Buffer buffer = new Buffer();
    try (JsonWriter writer = JsonWriter.of(buffer)) {
      writer.setSerializeNulls(true);
      writer.jsonValue(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.readUtf8();
  }

  /** Returns an object with these members in their order: a name, its value, a name, ... */
  static Map<String, @Nullable Object> members(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return members;
  }

  private static Map<String, @Nullable Object> object(JsonReader reader) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      members.put(reader.nextName(), value(reader));
    }
    reader.endObject();
    return members;
  }

  private static @Nullable Object value(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader);
      case BEGIN_ARRAY -> array(reader);
      case NUMBER -> number(reader.nextString());
      case BOOLEAN -> reader.nextBoolean();
      case NULL -> reader.nextNull();
      default -> reader.nextString();
    };
  }

  private static List<@Nullable Object> array(JsonReader reader) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      items.add(value(reader));
    }
    reader.endArray();
    return items;
  }

  private static Number number(String digits) {
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException fractionOrHuge) {
      return new BigDecimal(digits);
    }
  }
}
