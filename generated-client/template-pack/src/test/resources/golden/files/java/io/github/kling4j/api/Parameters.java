// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Parameters of one request by name, and how OpenAPI's styles write them. */
final class Parameters {
  /** How a value is written; named as in OpenAPI, with what "explode" and "allowReserved" add. */
  enum Style {
    FORM,
    FORM_EXPLODED,
    FORM_RESERVED,
    FORM_EXPLODED_RESERVED,
    SPACE_DELIMITED,
    PIPE_DELIMITED,
    DEEP_OBJECT,
    SIMPLE,
    SIMPLE_EXPLODED,
    LABEL,
    LABEL_EXPLODED,
    MATRIX,
    MATRIX_EXPLODED,
    JSON,
    JSON_EXPLODED
  }

  private static final class Models {
    static final Moshi MOSHI = new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build();
    static final MediaType JSON = MediaType.get("application/json");
  }

  private record Value(Object plain, Style style) {}

  private record File(String name, RequestBody content) {}

  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Map<String, List<File>> files = new LinkedHashMap<>();

  Parameters() {}

  Parameters(Parameters others) {
    this.values.putAll(others.values);
    this.files.putAll(others.files);
  }

  void set(String name, @Nullable Object value, Style style) {
    if (value == null) {
      this.values.remove(name);
    } else {
      this.values.put(name, new Value(plain(name, value), style));
    }
  }

  void file(String name, String fileName, RequestBody content, boolean many) {
    List<File> files = many ? new ArrayList<>(this.files.getOrDefault(name, List.of())) : new ArrayList<>();
    files.add(new File(fileName, content));
    this.files.put(name, files);
  }

  void require(String type, String... names) {
    for (String name : names) {
      if (!this.values.containsKey(name) && !this.files.containsKey(name)) {
        throw new IllegalStateException(
            type + " needs " + name + ": set it on the builder before build()");
      }
    }
  }

  /** The pairs of a query, encoded. A name may be there more than once, so this is only to iterate. */
  Set<Map.Entry<String, String>> query() {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    write(
        (name, value) -> pairs.add(Map.entry(name, value)),
        text -> encoded(text, false),
        text -> encoded(text, true));
    return new Pairs(pairs);
  }

  Set<Map.Entry<String, String>> headers() {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    this.values.forEach(
        (name, value) -> {
          boolean json = value.style == Style.JSON;
          String text = json ? json(value.plain) : joined(value.plain, value.style == Style.SIMPLE_EXPLODED, ",", UnaryOperator.identity());
          pairs.add(Map.entry(name, text));
        });
    return new Pairs(pairs);
  }

  RequestBody form() {
    FormBody.Builder body = new FormBody.Builder();
    write(body::add, UnaryOperator.identity(), UnaryOperator.identity());
    return body.build();
  }

  RequestBody multipart() {
    MultipartBody.Builder body = new MultipartBody.Builder().setType(MultipartBody.FORM);
    this.values.forEach(
        (name, value) -> {
          if (value.style == Style.JSON) {
            body.addFormDataPart(name, null, RequestBody.create(json(value.plain), Models.JSON));
          } else if (value.style == Style.JSON_EXPLODED && value.plain instanceof List<?> list) {
            list.forEach(each -> body.addFormDataPart(name, null, RequestBody.create(json(each), Models.JSON)));
          } else {
            write(name, value, body::addFormDataPart, UnaryOperator.identity(), UnaryOperator.identity());
          }
        });
    this.files.forEach(
        (name, files) -> files.forEach(each -> body.addFormDataPart(name, each.name, each.content)));
    return body.build();
  }

  /** Returns a path parameter as it stands in the address, encoded. */
  static String path(String name, Object value, Style style) {
    Object plain = plain(name, value);
    UnaryOperator<String> encode = text -> encoded(text, false);
    String key = encoded(name, false);
    return switch (style) {
      case JSON -> encoded(json(plain), false);
      case LABEL -> '.' + joined(plain, false, ",", encode);
      case LABEL_EXPLODED -> '.' + joined(plain, true, ".", encode);
      case MATRIX -> ';' + key + '=' + joined(plain, false, ",", encode);
      case MATRIX_EXPLODED -> {
        String prefix = plain instanceof Map<?, ?> ? ";" : ';' + key + '=';
        yield prefix + joined(plain, true, prefix, encode);
      }
      case SIMPLE_EXPLODED -> joined(plain, true, ",", encode);
      default -> joined(plain, false, ",", encode);
    };
  }

  private void write(
      BiConsumer<String, String> pairs, UnaryOperator<String> encode, UnaryOperator<String> reserve) {
    this.values.forEach((name, value) -> write(name, value, pairs, encode, reserve));
  }

  private static void write(
      String name,
      Value value,
      BiConsumer<String, String> pairs,
      UnaryOperator<String> encode,
      UnaryOperator<String> reserve) {
    Object plain = value.plain;
    String key = encode.apply(name);
    switch (value.style) {
      case FORM -> pairs.accept(key, joined(plain, false, ",", encode));
      case FORM_RESERVED -> pairs.accept(key, joined(plain, false, ",", reserve));
      case FORM_EXPLODED -> explode(key, plain, pairs, encode);
      case FORM_EXPLODED_RESERVED -> explode(key, plain, pairs, reserve);
      case SPACE_DELIMITED -> pairs.accept(key, joined(plain, false, encode.apply(" "), encode));
      case PIPE_DELIMITED -> pairs.accept(key, joined(plain, false, encode.apply("|"), encode));
      case DEEP_OBJECT -> deep(name, plain, pairs, encode);
      default -> pairs.accept(key, encode.apply(json(plain)));
    }
  }

  private static void explode(
      String name, Object plain, BiConsumer<String, String> pairs, UnaryOperator<String> encode) {
    if (plain instanceof List<?> list) {
      list.forEach(each -> pairs.accept(name, encode.apply(text(each))));
    } else if (plain instanceof Map<?, ?> map) {
      map.forEach((key, each) -> pairs.accept(encode.apply(String.valueOf(key)), encode.apply(text(each))));
    } else {
      pairs.accept(name, encode.apply(text(plain)));
    }
  }

  private static void deep(
      String name, @Nullable Object plain, BiConsumer<String, String> pairs, UnaryOperator<String> encode) {
    if (plain instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        deep(name + '[' + i + ']', list.get(i), pairs, encode);
      }
    } else if (plain instanceof Map<?, ?> map) {
      map.forEach((key, each) -> deep(name + '[' + key + ']', each, pairs, encode));
    } else {
      pairs.accept(encode.apply(name), encode.apply(text(plain)));
    }
  }

  /** Joins the items of a list, or a map's names and values, as pairs or one after the other. */
  private static String joined(
      Object plain, boolean pairs, String delimiter, UnaryOperator<String> encode) {
    List<String> texts = new ArrayList<>();
    if (plain instanceof List<?> list) {
      list.forEach(each -> texts.add(encode.apply(text(each))));
    } else if (plain instanceof Map<?, ?> map) {
      map.forEach(
          (key, each) ->
              texts.add(encode.apply(String.valueOf(key)) + (pairs ? "=" : delimiter) + encode.apply(text(each))));
    } else {
      return encode.apply(text(plain));
    }
    return String.join(delimiter, texts);
  }

  /** A value as JSON would have it: text, number, boolean, list or map. */
  private static Object plain(String name, Object value) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> plain = new ArrayList<>();
      list.forEach(each -> plain.add(each == null ? null : plain(name, each)));
      return plain;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      map.forEach((key, each) -> plain.put(String.valueOf(key), each == null ? null : plain(name, each)));
      return plain;
    }
    if (value instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    if (value instanceof ByteString bytes) {
      return bytes.base64();
    }
    if (value instanceof UUID || value instanceof TemporalAccessor) {
      return value.toString();
    }
    Object plain;
    try {
      plain = toJsonValue(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          name
              + " is a "
              + value.getClass().getName()
              + "; use a string, number, boolean, list, map or a class of the document",
          e);
    }
    if (plain == null) {
      throw new IllegalArgumentException(name + " is null in JSON");
    }
    return plain;
  }

  private static <T> @Nullable Object toJsonValue(T value) {
    @SuppressWarnings("unchecked")
    JsonAdapter<T> adapter = (JsonAdapter<T>) Models.MOSHI.adapter(value.getClass());
    return adapter.toJsonValue(value);
  }

  private static String json(@Nullable Object plain) {
    return Models.MOSHI.adapter(Object.class).toJson(plain);
  }

  private static String text(@Nullable Object plain) {
    if (plain == null) {
      return "";
    }
    if (plain instanceof List<?> || plain instanceof Map<?, ?>) {
      return json(plain);
    }
    if (plain instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return String.valueOf(number.longValue());
    }
    return plain instanceof BigDecimal number ? number.toPlainString() : plain.toString();
  }

  private static String encoded(String text, boolean reserved) {
    StringBuilder encoded = new StringBuilder();
    text.codePoints()
        .forEach(
            each -> {
              boolean safe =
                  (each >= 'a' && each <= 'z')
                      || (each >= 'A' && each <= 'Z')
                      || (each >= '0' && each <= '9')
                      || "-._~".indexOf(each) >= 0
                      || (reserved && ":/?@!$'()*,;".indexOf(each) >= 0);
              String one = Character.toString(each);
              encoded.append(safe ? one : URLEncoder.encode(one, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A"));
            });
    return encoded.toString();
  }

  /** Pairs to iterate over, of which two may be equal. */
  private static final class Pairs extends AbstractSet<Map.Entry<String, String>> {
    private final List<Map.Entry<String, String>> pairs;

    Pairs(List<Map.Entry<String, String>> pairs) {
      this.pairs = pairs;
    }

    @Override
    public Iterator<Map.Entry<String, String>> iterator() {
      return Collections.unmodifiableList(this.pairs).iterator();
    }

    @Override
    public int size() {
      return this.pairs.size();
    }
  }
}
