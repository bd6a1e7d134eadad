// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an object holds beside its typed properties, by name in JSON. */
final class AdditionalProperties {
  /** Shared by objects while they are read, as nearly all of them hold nothing else. */
  static final AdditionalProperties NONE = new AdditionalProperties();

  private @Nullable Map<String, @Nullable Object> values;

  AdditionalProperties orNew() {
    return this == NONE ? new AdditionalProperties() : this;
  }

  boolean has(String name) {
    return values != null && values.containsKey(name);
  }

  void set(String name, @Nullable Object value) {
    put(name, copy(name, value));
  }

  private void put(String name, @Nullable Object value) {
    if (values == null) {
      values = new LinkedHashMap<>();
    }
    values.put(name, value);
  }

  void remove(String name) {
    if (values != null) {
      values.remove(name);
    }
  }

  void putAll(Map<String, @Nullable Object> others) {
    others.forEach(this::put);
  }

  void take(String name, AdditionalProperties other) {
    if (other.values != null && other.values.containsKey(name)) {
      put(name, other.values.get(name));
    }
  }

  void takeUnset(AdditionalProperties other, String... exceptNames) {
    if (other.values == null) {
      return;
    }
    List<String> except = Arrays.asList(exceptNames);
    for (String name : other.values.keySet()) {
      if (!has(name) && !except.contains(name)) {
        take(name, other);
      }
    }
  }

  Map<String, @Nullable Object> toMap() {
    return values == null || values.isEmpty()
        ? Collections.emptyMap()
        : Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Keeps a property that the document knows where its shape is another; the last one counts. */
  void noteRead(String name, @Nullable Object read) {
    if (read instanceof Raw raw) {
      put(name, raw.value);
    } else {
      remove(name);
    }
  }

  /** Reads a value under a name that the document leaves open; keeps another shape here. */
  @SuppressWarnings("unchecked")
  <T extends @Nullable Object, S> void readEntry(
      Map<String, T> entries, Shape<S> shape, JsonReader reader) throws IOException {
    String name = reader.nextName();
    Object read = shape.tryRead(reader);
    if (read instanceof Raw raw) {
      entries.remove(name);
      put(name, raw.value);
    } else {
      remove(name);
      entries.put(name, (T) read);
    }
  }

  void readUnknown(JsonReader reader) throws IOException {
    put(reader.nextName(), Raw.value(reader));
  }

  /**
   * Takes a property that came under another name, if it has the shape. Where its own name came too,
   * with the wrong shape, both stay here to be written again.
   */
  <T> @Nullable T readAlias(String name, String alias, Shape<T> shape) throws IOException {
    Object value = values == null ? null : values.get(alias);
    if (value == null) {
      return null;
    }
    try {
      T read = shape.fromJson(Shape.text(value));
      if (!has(name)) {
        remove(alias);
      }
      return read;
    } catch (JsonDataException e) {
      return null;
    }
  }

  static @Nullable Object copy(String name, @Nullable Object value) {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number) {
      Object number = Raw.number(value.toString());
      if (number instanceof Number) {
        return number;
      }
      throw new IllegalArgumentException(name + " is " + value + ", which JSON cannot say");
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      for (Object item : list) {
        copy.add(copy(name, item));
      }
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      for (Map.Entry<?, ?> member : map.entrySet()) {
        copy.put(String.valueOf(member.getKey()), copy(name, member.getValue()));
      }
      return Collections.unmodifiableMap(copy);
    }
    throw new IllegalArgumentException(
        name
            + " is a "
            + value.getClass().getName()
            + "; use a string, boolean, number, list, map or null");
  }

  /** Copies lists and maps within each other, so that nobody can change them. */
  @SuppressWarnings("unchecked")
  static <T extends @Nullable Object> T frozen(T value) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(frozen(item)));
      return (T) Collections.unmodifiableList(copy);
    }
    if (value instanceof Map<?, ?> map) {
      Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, member) -> copy.put(name, frozen(member)));
      return (T) Collections.unmodifiableMap(copy);
    }
    return value;
  }

  static void describe(StringBuilder text, String name, @Nullable Object value) {
    if (value == null) {
      return;
    }
    if (text.charAt(text.length() - 1) != '{') {
      text.append(", ");
    }
    text.append(name).append('=').append(value);
  }

  /** A value that the document does not describe, with each address in it cut at its query. */
  static @Nullable Object shown(@Nullable Object value) {
    if (value instanceof String text) {
      return cut(text, "//");
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(shown(item)));
      return copy;
    }
    if (value instanceof Map<?, ?> map) {
      Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, member) -> copy.put(name, shown(member)));
      return copy;
    }
    return value;
  }

  /** An address, or a text with addresses in it, without what may be signatures. */
  static @Nullable String withoutQuery(@Nullable String text) {
    return text == null ? null : cut(text, "");
  }

  /** Ends each word of a text, in which an address begins so, at its question mark. */
  private static String cut(String text, String beginning) {
    return text.indexOf('?') < 0
        ? text
        : Pattern.compile("\\S+")
            .matcher(text)
            .replaceAll(word -> Matcher.quoteReplacement(cutWord(word.group(), beginning)));
  }

  private static String cutWord(String word, String beginning) {
    int address = word.indexOf(beginning);
    int end = address < 0 ? 0 : word.indexOf('?', address) + 1;
    return end == 0 || end == word.length() ? word : word.substring(0, end) + "…";
  }
}
