// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * How one type stands in JSON. A value of another shape is no error while it is read: it comes back
 * as a {@link Raw}, wholly consumed, so that the object around it can keep it.
 */
abstract class Shape<T> extends JsonAdapter<T> {
  static final Shape<String> STRING = new Text();
  static final Shape<Integer> INTEGER = new Whole();
  static final Shape<Long> LONG = new LongWhole();
  static final Shape<Double> DOUBLE = new Decimal();
  static final Shape<Boolean> BOOLEAN = new Flag();
  static final Shape<Object> ANY = new Any();

  /**
   * Returns a {@code T}, or a {@link Raw} with what came instead; consumes it either way. Null is
   * returned for a null that is allowed: see {@link #orNull}.
   */
  abstract @Nullable Object tryRead(JsonReader reader) throws IOException;

  abstract void write(JsonWriter writer, T value) throws IOException;

  final @Nullable Object readOrNull(JsonReader reader) throws IOException {
    return reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : tryRead(reader);
  }

  /** Returns what a shape read, or null where that is another shape. */
  @SuppressWarnings("unchecked")
  static <T> @Nullable T typed(@Nullable Object read) {
    return read instanceof Raw ? null : (T) read;
  }

  @Override
  @SuppressWarnings("unchecked")
  public final @Nullable T fromJson(JsonReader reader) throws IOException {
    boolean whole = reader.getPath().length() == 1;
    try {
      JsonReader.Token token = reader.peek();
      Object read = token == JsonReader.Token.NULL ? reader.nextNull() : tryRead(reader);
      if (read instanceof Raw) {
        throw new JsonDataException("Not expected: " + token + " at path " + reader.getPath());
      }
      if (whole && !reader.isLenient()) {
        reader.peek(); // Nothing may follow: what does is an error here, and not only to the caller.
      }
      return (T) read;
    } catch (JsonEncodingException | EOFException e) {
      throw new JsonDataException(
          "Not JSON: " + e.getMessage() + " (at path " + reader.getPath() + ')', e);
    }
  }

  @Override
  public final void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else {
      write(writer, value);
    }
  }

  static <T> Shape<T> of(@Nullable Moshi moshi, String type) {
    return new Model<>(moshi, type);
  }

  static <T> Shape<T> orNull(Shape<T> shape) {
    return new OrNull<>(shape);
  }

  /** A value that was read, as it came. */
  private @Nullable Object asRaw(@Nullable T value) throws IOException {
    return value == null ? null : Raw.value(JsonReader.of(new Buffer().writeUtf8(toJson(value))));
  }

  static <T> Shape<List<T>> list(Shape<T> item) {
    return new Items<>(item);
  }

  static <T> Shape<Map<String, T>> map(Shape<T> value) {
    return new Members<>(value);
  }

  static void writeNull(JsonWriter writer, String name) throws IOException {
    boolean serializeNulls = writer.getSerializeNulls();
    writer.setSerializeNulls(true);
    writer.name(name).nullValue();
    writer.setSerializeNulls(serializeNulls);
  }

  static <T> void writeMember(
      JsonWriter writer, String name, Shape<T> shape, @Nullable T value) throws IOException {
    if (value == null) {
      writeNull(writer, name);
    } else {
      writer.name(name);
      shape.write(writer, value);
    }
  }

  static void writeMembers(JsonWriter writer, Map<String, @Nullable Object> members)
      throws IOException {
    for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
      writeMember(writer, member.getKey(), ANY, member.getValue());
    }
  }

  /** Returns the JSON of a value that was read from JSON, nulls included. */
  static String text(Object raw) {
    return ANY.toJson(raw);
  }

  /** The number in a text that is nothing but a number, and no absurd one. */
  static @Nullable BigDecimal decimal(String text) {
    try {
      return text.length() > Raw.MOST_DIGITS ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static final class Text extends Shape<String> {
    @Override
    @Nullable Object tryRead(JsonReader reader) throws IOException {
      return switch (reader.peek()) {
        case STRING, NUMBER -> reader.nextString();
        default -> Raw.read(reader);
      };
    }

    @Override
    void write(JsonWriter writer, String value) throws IOException {
      writer.value(value);
    }
  }

  private static final class Whole extends Shape<Integer> {
    @Override
    @Nullable Object tryRead(JsonReader reader) throws IOException {
      String text = reader.peek() == JsonReader.Token.STRING ? reader.nextString() : null;
      Object read = text == null ? LONG.tryRead(reader) : LongWhole.parse(text);
      if (read instanceof Long value) {
        boolean fits = value == value.intValue();
        return fits ? (Object) value.intValue() : new Raw(text == null ? value : text);
      }
      return read;
    }

    @Override
    void write(JsonWriter writer, Integer value) throws IOException {
      writer.value(value);
    }
  }

  private static final class LongWhole extends Shape<Long> {
    @Override
    @Nullable Object tryRead(JsonReader reader) throws IOException {
      switch (reader.peek()) {
        case NUMBER:
          Object number = Raw.number(reader);
          Object whole = number instanceof BigDecimal fraction ? exact(fraction) : number;
          return whole instanceof Long ? whole : new Raw(number);
        case STRING:
          return parse(reader.nextString());
        default:
          return Raw.read(reader);
      }
    }

    static Object parse(String text) {
      Object value = exact(decimal(text));
      return value == null ? new Raw(text) : value;
    }

    private static @Nullable Long exact(@Nullable BigDecimal number) {
      try {
        return number == null ? null : (Long) number.longValueExact();
      } catch (ArithmeticException e) {
        return null;
      }
    }

    @Override
    void write(JsonWriter writer, Long value) throws IOException {
      writer.value(value);
    }
  }

  private static final class Decimal extends Shape<Double> {
    @Override
    @Nullable Object tryRead(JsonReader reader) throws IOException {
      switch (reader.peek()) {
        case NUMBER:
          try {
            return reader.nextDouble();
          } catch (JsonDataException | JsonEncodingException e) {
            return new Raw(Raw.number(reader)); // Beyond what a double holds.
          }
        case STRING:
          String text = reader.nextString();
          BigDecimal number = decimal(text);
          return number == null || !isExact(number) ? new Raw(text) : (Object) number.doubleValue();
        default:
          return Raw.read(reader);
      }
    }

    private static boolean isExact(BigDecimal number) {
      double value = number.doubleValue();
      return Double.isFinite(value) && BigDecimal.valueOf(value).compareTo(number) == 0;
    }

    @Override
    void write(JsonWriter writer, Double value) throws IOException {
      if (value == Math.rint(value) && Math.abs(value) < 1e15) {
        writer.value(value.longValue());
      } else {
        writer.value(value);
      }
    }
  }

  private static final class Flag extends Shape<Boolean> {
    @Override
    @Nullable Object tryRead(JsonReader reader) throws IOException {
      return reader.peek() == JsonReader.Token.BOOLEAN
          ? (Object) reader.nextBoolean()
          : Raw.read(reader);
    }

    @Override
    void write(JsonWriter writer, Boolean value) throws IOException {
      writer.value(value);
    }
  }

  private static final class Any extends Shape<Object> {
    @Override
    @Nullable Object tryRead(JsonReader reader) throws IOException {
      Raw raw = Raw.read(reader);
      return raw.value == null ? raw : raw.value;
    }

    @Override
    void write(JsonWriter writer, Object value) throws IOException {
      if (value instanceof String text) {
        writer.value(text);
      } else if (value instanceof Boolean flag) {
        writer.value(flag);
      } else if (value instanceof Number number) {
        writer.value(number);
      } else if (value instanceof List<?> list) {
        writer.beginArray();
        for (Object item : list) {
          toJson(writer, item);
        }
        writer.endArray();
      } else if (value instanceof Map<?, ?> map) {
        boolean serializeNulls = writer.getSerializeNulls();
        writer.setSerializeNulls(true);
        writer.beginObject();
        for (Map.Entry<?, ?> member : map.entrySet()) {
          writeMember(writer, String.valueOf(member.getKey()), this, member.getValue());
        }
        writer.endObject();
        writer.setSerializeNulls(serializeNulls);
      } else {
        throw new JsonDataException(
            "Cannot write " + value.getClass().getName() + " at path " + writer.getPath());
      }
    }
  }

  private static final class Items<T> extends Shape<List<T>> {
    private final Shape<T> item;

    Items(Shape<T> item) {
      this.item = item;
    }

    @Override
    @SuppressWarnings("unchecked")
    @Nullable Object tryRead(JsonReader reader) throws IOException {
      if (reader.peek() != JsonReader.Token.BEGIN_ARRAY) {
        return Raw.read(reader);
      }
      reader.beginArray();
      if (!reader.hasNext()) {
        reader.endArray();
        return Collections.emptyList();
      }
      Object first = item.tryRead(reader);
      if (!(first instanceof Raw) && !reader.hasNext()) {
        reader.endArray();
        return Collections.singletonList(first);
      }
      List<T> list = new ArrayList<>();
      List<@Nullable Object> raw = null;
      if (first instanceof Raw other) {
        raw = new ArrayList<>();
        raw.add(other.value);
      } else {
        list.add((T) first);
      }
      while (reader.hasNext()) {
        Object read = raw == null ? item.tryRead(reader) : Raw.read(reader);
        if (read instanceof Raw other) {
          if (raw == null) {
            raw = new ArrayList<>();
            for (T before : list) {
              raw.add(item.asRaw(before));
            }
          }
          raw.add(other.value);
        } else {
          list.add((T) read);
        }
      }
      reader.endArray();
      return raw == null ? Collections.unmodifiableList(list) : new Raw(Collections.unmodifiableList(raw));
    }

    @Override
    void write(JsonWriter writer, List<T> value) throws IOException {
      writer.beginArray();
      for (T each : value) {
        item.toJson(writer, each);
      }
      writer.endArray();
    }
  }

  private static final class Members<T> extends Shape<Map<String, T>> {
    private final Shape<T> value;

    Members(Shape<T> value) {
      this.value = value;
    }

    @Override
    @SuppressWarnings("unchecked")
    @Nullable Object tryRead(JsonReader reader) throws IOException {
      if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
        return Raw.read(reader);
      }
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      reader.beginObject();
      while (reader.hasNext()) {
        map.put(reader.nextName(), value.tryRead(reader));
      }
      reader.endObject();
      boolean raw = map.values().stream().anyMatch(Raw.class::isInstance);
      if (raw) {
        for (Map.Entry<String, @Nullable Object> each : map.entrySet()) {
          Object read = each.getValue();
          each.setValue(read instanceof Raw other ? other.value : value.asRaw((T) read));
        }
      }
      Map<String, @Nullable Object> read = Collections.unmodifiableMap(map);
      return raw ? new Raw(read) : read;
    }

    @Override
    void write(JsonWriter writer, Map<String, T> members) throws IOException {
      writer.beginObject();
      for (Map.Entry<String, T> member : members.entrySet()) {
        writeMember(writer, member.getKey(), value, member.getValue());
      }
      writer.endObject();
    }
  }

  /** A value that may be null where no object could leave it out: in a list, or in a map. */
  private static final class OrNull<T> extends Shape<T> {
    private final Shape<T> shape;

    OrNull(Shape<T> shape) {
      this.shape = shape;
    }

    @Override
    @Nullable Object tryRead(JsonReader reader) throws IOException {
      return reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : shape.tryRead(reader);
    }

    @Override
    void write(JsonWriter writer, T value) throws IOException {
      shape.write(writer, value);
    }
  }

  /** A class of this package; its adapter is asked for when it is needed, so that types may recur. */
  private static final class Model<T> extends Shape<T> {
    private final @Nullable Moshi moshi;
    private final String type;
    private @Nullable Shape<T> shape;

    Model(@Nullable Moshi moshi, String type) {
      this.moshi = moshi;
      this.type = type;
    }

    private Shape<T> shape() {
      Shape<T> found = shape;
      if (found == null) {
        Class<T> model = ModelJsonAdapterFactory.classOf(type);
        JsonAdapter<T> adapter = moshi == null ? ModelJsonAdapterFactory.adapter(model) : moshi.adapter(model);
        found = adapter instanceof Shape<T> own ? own : new Foreign<>(adapter);
        shape = found;
      }
      return found;
    }

    @Override
    @Nullable Object tryRead(JsonReader reader) throws IOException {
      return shape().tryRead(reader);
    }

    @Override
    void write(JsonWriter writer, T value) throws IOException {
      shape().write(writer, value);
    }
  }

  /** An adapter from elsewhere, which may be of a stricter kind. */
  private static final class Foreign<T> extends Shape<T> {
    private final JsonAdapter<T> adapter;

    Foreign(JsonAdapter<T> adapter) {
      this.adapter = adapter;
    }

    @Override
    @Nullable Object tryRead(JsonReader reader) throws IOException {
      Raw raw = Raw.read(reader);
      if (raw.value == null) {
        return raw;
      }
      try {
        T read = adapter.fromJson(text(raw.value));
        return read == null ? raw : read;
      } catch (JsonDataException e) {
        return raw;
      }
    }

    @Override
    void write(JsonWriter writer, T value) throws IOException {
      adapter.toJson(writer, value);
    }
  }
}
