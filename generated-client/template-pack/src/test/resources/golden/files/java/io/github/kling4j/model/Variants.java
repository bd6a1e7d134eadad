// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Chooses between the types of a union, one of which a JSON value has. Of those whose shape it has,
 * the one that fits best is taken: first by what the document requires, then by values and names
 * that it does not know, then by the document's order.
 */
final class Variants<U> {
  /** More than any number of small misfits. */
  private static final int NOT_THIS = 1_000_000;

  /** A number is no text, whatever else there is against it: more than the breach of a limit. */
  private static final int CHANGED = 1_000;

  /**
   * What was read so far: a union inside a union would else be read anew for each type that the
   * outer one tries, and one inside that for each of each, without end.
   */
  private static final class Known {
    private final Map<List<Object>, Object> values = new HashMap<>();

    Object read(Shape<?> shape, String text) throws IOException {
      List<Object> key = List.of(shape, text);
      Object value = this.values.get(key);
      if (value == null) {
        JsonReader reader = reader(text);
        reader.setTag(Known.class, this);
        Object read = shape.tryRead(reader);
        value = read == null ? new Raw(null) : read;
        this.values.put(key, value);
      }
      return value;
    }
  }

  private final Object json;
  private final String text;
  private final ToIntFunction<U> misfits;
  private final Known known;
  private @Nullable U best;
  private int fewest;
  private int shapes;

  Variants(JsonReader reader, Object json, ToIntFunction<U> misfits) {
    Known above = reader.tag(Known.class);
    this.known = above == null ? new Known() : above;
    this.json = json;
    this.text = Shape.text(json);
    this.misfits = misfits;
  }

  @SuppressWarnings("unchecked")
  <T> void offer(Shape<T> shape, Function<T, U> form) throws IOException {
    Object read = this.known.read(shape, this.text);
    if (read instanceof Raw) {
      return;
    }
    U candidate = form.apply((T) read);
    this.shapes++;
    Object again = Raw.value(reader(shape.toJson((T) read)));
    int change = isSame(this.json, again) ? 0 : this.json instanceof Map ? 1 : CHANGED;
    int misfits = this.misfits.applyAsInt(candidate) + change;
    if (this.best == null || misfits < this.fewest) {
      this.best = candidate;
      this.fewest = misfits;
    }
  }

  /** Compares what was read from JSON; numbers are equal when their values are. */
  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Number && other instanceof Number) {
      return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
    }
    if (one instanceof List<?> list && other instanceof List<?> others) {
      return list.size() == others.size()
          && IntStream.range(0, list.size()).allMatch(i -> isSame(list.get(i), others.get(i)));
    }
    if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> others) {
      return map.keySet().equals(others.keySet())
          && map.keySet().stream().allMatch(name -> isSame(map.get(name), others.get(name)));
    }
    return Objects.equals(one, other);
  }

  /** Returns the best; but none, if there was a choice and all lack what the document requires. */
  U orElse(Function<Object, U> raw) {
    boolean unclear = this.shapes > 1 && this.fewest >= NOT_THIS;
    return this.best == null || unclear ? raw.apply(this.json) : this.best;
  }

  private static JsonReader reader(String text) {
    return JsonReader.of(new Buffer().writeUtf8(text));
  }

  static int misfits(List<Violation> violations) {
    int misfits = 0;
    for (Violation each : violations) {
      boolean grave = List.of("required", "type", "const").contains(each.rule());
      misfits += grave ? NOT_THIS : 1;
    }
    return misfits;
  }

  /** Returns the text or number under a name in the object that comes next; consumes nothing. */
  static @Nullable String discriminator(JsonReader reader, String name) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      return null;
    }
    String found = null;
    try (JsonReader ahead = reader.peekJson()) {
      ahead.beginObject();
      while (ahead.hasNext()) {
        if (ahead.nextName().equals(name)) {
          found = Shape.STRING.tryRead(ahead) instanceof String text ? text : null;
        } else {
          ahead.skipValue();
        }
      }
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  static <T, U> Object read(
      Shape<T> shape, JsonReader reader, Function<T, U> form, Function<Object, U> raw)
      throws IOException {
    Object read = shape.tryRead(reader);
    if (read == null) {
      return new Raw(null);
    }
    if (read instanceof Raw other) {
      return other.value == null ? other : raw.apply(other.value);
    }
    return form.apply((T) read);
  }
}
