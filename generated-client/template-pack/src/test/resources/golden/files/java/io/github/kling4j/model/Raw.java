// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value as it came, where another shape was expected. */
final class Raw {
  /** A longer number is kept as text: to parse it would take more time than any number is worth. */
  static final int MOST_DIGITS = 1_000;

  final @Nullable Object value;

  Raw(@Nullable Object value) {
    this.value = value;
  }

  static Raw read(JsonReader reader) throws IOException {
    return new Raw(value(reader));
  }

  /** Returns the value where it is known that null did not come. */
  Object present() {
    return value == null ? "" : value;
  }

  static boolean isText(Object read, String text) {
    return read instanceof Raw raw && text.equals(raw.value);
  }

  static @Nullable Object value(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case STRING:
        return reader.nextString();
      case NUMBER:
        return number(reader);
      case BOOLEAN:
        return reader.nextBoolean();
      case NULL:
        return reader.nextNull();
      case BEGIN_ARRAY:
        List<@Nullable Object> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
          list.add(value(reader));
        }
        reader.endArray();
        return Collections.unmodifiableList(list);
      case BEGIN_OBJECT:
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
          map.put(reader.nextName(), value(reader));
        }
        reader.endObject();
        return Collections.unmodifiableMap(map);
      default:
        throw new JsonDataException(
            "Expected a value but was " + reader.peek() + " at path " + reader.getPath());
    }
  }

  /** Reads a number that is known to be one, whatever the reader thinks of it by now. */
  static Object number(JsonReader reader) throws IOException {
    return number(reader.nextString());
  }

  /** Returns a {@code Long} or a {@code BigDecimal}; the text of a number that is absurd. */
  static Object number(String text) {
    try {
      if (text.length() > MOST_DIGITS) {
        return text;
      }
      boolean whole = text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
      return whole && text.length() < 19 ? (Object) Long.valueOf(text) : new BigDecimal(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
