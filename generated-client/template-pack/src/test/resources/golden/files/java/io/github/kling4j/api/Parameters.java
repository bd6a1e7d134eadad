// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
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
    JSON_EXPLODED,
    /** Text, or JSON for an object; of a list each item on its own. */
    EACH
  }

  private static final class Models {
    static final Moshi MOSHI = new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build();
    static final MediaType JSON = MediaType.get("application/json");
  }

  private static final Pattern TRIPLE = Pattern.compile("%[0-9A-Fa-f]{2}");

  private record Value(Object plain, Style style, @Nullable MediaType mediaType) {}

  private record File(String name, RequestBody content) {}

  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Map<String, List<File>> files = new LinkedHashMap<>();

  Parameters() {}

  Parameters(Parameters others) {
    this.values.putAll(others.values);
    this.files.putAll(others.files);
  }

  void set(String name, @Nullable Object value, Style style) {
    set(name, value, style, null);
  }

  /** Sets a value that is sent as a part of a media type of its own. */
  void set(String name, @Nullable Object value, Style style, @Nullable String mediaType) {
    if (value == null) {
      this.values.remove(name);
    } else {
      MediaType type = mediaType == null ? null : MediaType.get(mediaType);
      Object plain = plain(name, value);
      this.values.put(name, new Value(style == Style.JSON ? plain : defined(plain), style, type));
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
          if (value.style == Style.JSON) {
            pairs.add(Map.entry(name, ascii(json(value.plain))));
          } else if (!isEmpty(value.plain)) {
            pairs.add(Map.entry(name, joined(value.plain, value.style == Style.SIMPLE_EXPLODED, ",", UnaryOperator.identity())));
          }
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
          switch (value.style) {
            case JSON -> body.addFormDataPart(name, null, part(value.plain, value));
            case JSON_EXPLODED, EACH -> items(value.plain).forEach(each -> body.addFormDataPart(name, null, part(each, value)));
            default -> write(name, value, body::addFormDataPart, UnaryOperator.identity(), UnaryOperator.identity());
          }
        });
    this.files.forEach(
        (name, files) -> files.forEach(each -> body.addFormDataPart(name, each.name, each.content)));
    return body.build();
  }

  private static RequestBody part(@Nullable Object plain, Value value) {
    if (value.style != Style.EACH || plain instanceof Map<?, ?> || plain instanceof List<?>) {
      MediaType type = value.mediaType == null ? Models.JSON : value.mediaType;
      return RequestBody.create(ByteString.encodeUtf8(json(plain)), type);
    }
    return value.mediaType == null
        ? RequestBody.create(ByteString.encodeUtf8(text(plain)), null)
        : RequestBody.create(text(plain), value.mediaType);
  }

  private static List<?> items(Object plain) {
    return plain instanceof List<?> list ? list : List.of(plain);
  }

  /** Returns a path parameter as it stands in the address, encoded. */
  static String path(String name, Object value, Style style) {
    Object plain = plain(name, value);
    UnaryOperator<String> encode = text -> encoded(text, false);
    if (style == Style.JSON) {
      return encoded(json(plain), false);
    }
    plain = defined(plain);
    if (isEmpty(plain)) {
      return "";
    }
    String key = encoded(name, false);
    return switch (style) {
      case LABEL -> '.' + joined(plain, false, ",", encode);
      case LABEL_EXPLODED -> '.' + joined(plain, true, ".", encode);
      case MATRIX -> matrix(key, joined(plain, false, ",", encode));
      case MATRIX_EXPLODED -> {
        StringBuilder pairs = new StringBuilder();
        explode(name, plain, (each, text) -> pairs.append(matrix(each, text)), encode);
        yield pairs.toString();
      }
      case SIMPLE_EXPLODED -> joined(plain, true, ",", encode);
      default -> joined(plain, false, ",", encode);
    };
  }

  private static String matrix(String key, String text) {
    return ';' + key + (text.isEmpty() ? "" : '=' + text);
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
    if (value.style != Style.JSON && isEmpty(plain)) {
      return;
    }
    switch (value.style) {
      case FORM -> pairs.accept(key, joined(plain, false, ",", encode));
      case FORM_RESERVED -> pairs.accept(key, joined(plain, false, ",", reserve));
      case FORM_EXPLODED -> explode(name, plain, pairs, encode);
      case FORM_EXPLODED_RESERVED -> explode(name, plain, pairs, encode, reserve);
      case SPACE_DELIMITED -> pairs.accept(key, joined(plain, false, encode.apply(" "), encode));
      case PIPE_DELIMITED -> pairs.accept(key, joined(plain, false, encode.apply("|"), encode));
      case EACH -> items(plain).forEach(each -> pairs.accept(key, encode.apply(text(each))));
      case DEEP_OBJECT -> deep(name, plain, pairs, encode);
      default -> pairs.accept(key, encode.apply(json(plain)));
    }
  }

  private static void explode(
      String name, Object plain, BiConsumer<String, String> pairs, UnaryOperator<String> encode) {
    explode(name, plain, pairs, encode, encode);
  }

  private static void explode(
      String name,
      Object plain,
      BiConsumer<String, String> pairs,
      UnaryOperator<String> encodeName,
      UnaryOperator<String> encode) {
    if (plain instanceof Map<?, ?> map) {
      map.forEach((key, each) -> pairs.accept(encodeName.apply(String.valueOf(key)), encode.apply(text(each))));
    } else {
      items(plain).forEach(each -> pairs.accept(encodeName.apply(name), encode.apply(text(each))));
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
    } else if (plain != null) {
      pairs.accept(encode.apply(name), encode.apply(text(plain)));
    }
  }

  /** Returns a value without nulls: styles leave out what is not defined. */
  private static Object defined(Object plain) {
    if (plain instanceof List<?> list) {
      return list.stream().filter(Objects::nonNull).toList();
    }
    if (plain instanceof Map<?, ?> map) {
      Map<Object, Object> defined = new LinkedHashMap<>(map);
      defined.values().removeIf(Objects::isNull);
      return defined;
    }
    return plain;
  }

  /** Tells whether a value is a list or an object of nothing, which styles leave out. */
  private static boolean isEmpty(Object plain) {
    return (plain instanceof List<?> list && list.isEmpty())
        || (plain instanceof Map<?, ?> map && map.isEmpty());
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
    if (value instanceof Double || value instanceof Float) {
      return number((Number) value);
    }
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
    return plain(name, plain);
  }

  /** A number in as few digits as tell it from its neighbours. */
  private static Number number(Number value) {
    if (!Double.isFinite(value.doubleValue())) {
      return value;
    }
    BigDecimal exact = new BigDecimal(value.toString()).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  private static <T> @Nullable Object toJsonValue(T value) {
    @SuppressWarnings("unchecked")
    JsonAdapter<T> adapter = (JsonAdapter<T>) Models.MOSHI.adapter(value.getClass());
    return adapter.toJsonValue(value);
  }

  private static String json(@Nullable Object plain) {
    Buffer buffer = new Buffer();
    JsonWriter writer = JsonWriter.of(buffer);
    writer.setSerializeNulls(true);
    try {
      writer.jsonValue(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.readUtf8();
  }

  /** JSON as a header takes it. */
  private static String ascii(String json) {
    StringBuilder ascii = new StringBuilder();
    json.chars()
        .forEach(
            each -> {
              if (each < 0x7F) {
                ascii.append((char) each);
              } else {
                ascii.append(String.format("\\u%04x", each));
              }
            });
    return ascii.toString();
  }

  private static String text(@Nullable Object plain) {
    if (plain == null) {
      return "";
    }
    if (plain instanceof List<?> || plain instanceof Map<?, ?>) {
      return json(plain);
    }
    return plain instanceof BigDecimal number ? number.toPlainString() : plain.toString();
  }

  /** Encodes a text; what is reserved may be let through, and what is encoded already with it. */
  private static String encoded(String text, boolean reserved) {
    Matcher triples = TRIPLE.matcher(text);
    StringBuilder encoded = new StringBuilder();
    int from = 0;
    while (reserved && triples.find()) {
      encode(text.substring(from, triples.start()), true, encoded);
      encoded.append(triples.group());
      from = triples.end();
    }
    encode(text.substring(from), reserved, encoded);
    return encoded.toString();
  }

  private static void encode(String text, boolean reserved, StringBuilder encoded) {
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
