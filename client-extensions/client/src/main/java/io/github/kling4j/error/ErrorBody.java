package io.github.kling4j.error;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.github.kling4j.model.ErrorAnswer;
import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.model.ErrorDetail;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a refusal says. Relays put the upstream's answer, JSON or HTML, into their
 * message, sometimes twice; it is unwrapped to the text within, and codes found on the way count.
 */
final class ErrorBody {
  private static final int DEEPEST = 8;
  private static final int MOST_BRACES = 8;
  private static final Set<String> SAYING_NOTHING = Set.of("code", "request_id", "data");

  private final Reader reader;
  private final List<String> codes = new ArrayList<>();
  private @Nullable String codeText;
  private @Nullable String requestId;
  private final String message;

  private ErrorBody(Reader reader, String text) {
    this.reader = reader;
    this.message = PlainText.collapsed(unwrap(text, 0));
  }

  /** Reads bodies. */
  static final class Reader {
    private final JsonAdapter<ErrorAnswer> answers =
        ModelJsonAdapterFactory.adapter(ErrorAnswer.class);
    private final JsonAdapter<ErrorCode> errorCodes =
        ModelJsonAdapterFactory.adapter(ErrorCode.class);

    ErrorBody read(String text) {
      return new ErrorBody(this, text);
    }

    private ErrorAnswer answer(Map<?, ?> members) {
      try {
        ErrorAnswer answer = answers.fromJsonValue(members);
        return answer == null ? ErrorAnswer.builder().build() : answer;
      } catch (JsonDataException e) {
        return ErrorAnswer.builder().build();
      }
    }

    @Nullable ErrorCode code(@Nullable String text) {
      try {
        return text == null ? null : errorCodes.fromJsonValue(text.toLowerCase(Locale.ROOT));
      } catch (JsonDataException e) {
        return null;
      }
    }
  }

  /** Returns the code that the server itself gave, as it was written. */
  @Nullable String codeText() {
    return codeText;
  }

  /**
   * Returns the outermost code that the vendor's table has, or else what the server's own means.
   */
  @Nullable ErrorCode code() {
    for (String text : codes) {
      ErrorCode code = reader.code(text);
      if (code != null
          && !code.equals(ErrorCode.SUCCEED)
          && code.known() != ErrorCode.Known.UNRECOGNIZED) {
        return code;
      }
    }
    return reader.code(codeText);
  }

  /** Returns one line; empty where there is nothing for people to read. */
  String message() {
    return message;
  }

  @Nullable String requestId() {
    return requestId;
  }

  private String unwrap(@Nullable Object value, int depth) {
    if (value instanceof Map<?, ?> members) {
      return depth > DEEPEST ? "" : read(members, depth);
    }
    if (value instanceof List<?> items) {
      return first(items, depth);
    }
    if (!(value instanceof String text) || depth > DEEPEST) {
      return value instanceof String text ? text : "";
    }
    String clean = text.strip();
    if (clean.startsWith("<")) {
      return PlainText.ofPage(clean);
    }
    if (clean.startsWith("\"") || clean.startsWith("[")) {
      Json json = new Json(clean);
      if (json.complete && json.rest.isBlank()) {
        return unwrap(json.value, depth + 1);
      }
    }
    String inner = unwrapObject(clean, depth);
    if (inner == null && clean.contains("{\\")) {
      String unescaped = clean.replaceAll("\\\\[nrt]", " ").replaceAll("\\\\([^u])", "$1");
      inner = unwrapObject(unescaped, depth);
    }
    return inner == null ? PlainText.ofPage(clean) : inner;
  }

  /** Finds the JSON object in a text; null where there is none. */
  private @Nullable String unwrapObject(String text, int depth) {
    int brace = text.indexOf('{');
    for (int i = 0; i < MOST_BRACES && brace >= 0; i++, brace = text.indexOf('{', brace + 1)) {
      Json json = new Json(text.substring(brace));
      if (json.value instanceof Map<?, ?> members && (json.complete || !members.isEmpty())) {
        String inner = read(members, depth);
        if (inner.isBlank()) {
          return brace == 0 && SAYING_NOTHING.containsAll(members.keySet()) ? "" : text;
        }
        return text.substring(0, brace) + inner + (depth == 0 ? "" : json.rest);
      }
    }
    return null;
  }

  private String read(Map<?, ?> members, int depth) {
    ErrorAnswer answer = reader.answer(members);
    ErrorDetail detail = answer.error();
    Object error = members.get("error");
    Map<?, ?> inError = error instanceof Map<?, ?> map ? map : Map.of();
    note(members.get("code") == null ? answer.code() : members.get("code"), depth);
    note(inError.get("code"), depth);
    // Of another type than the contract says it is only among the members.
    Object typed = answer.requestId();
    Object id = typed == null ? members.get("request_id") : typed;
    String text = id instanceof String || id instanceof Number ? String.valueOf(id) : "";
    if (requestId == null && !text.isBlank()) {
      requestId = text;
    }
    List<@Nullable Object> texts = new ArrayList<>();
    texts.add(answer.message());
    texts.add(members.get("message"));
    texts.add(detail == null ? null : detail.message());
    texts.add(inError.get("message"));
    texts.add(error instanceof Map ? null : error);
    texts.add(members.get("msg"));
    texts.add(members.get("detail"));
    return first(texts, depth);
  }

  private String first(List<?> texts, int depth) {
    for (Object text : texts) {
      String unwrapped = unwrap(text, depth + 1);
      if (!unwrapped.isBlank()) {
        return unwrapped;
      }
    }
    return "";
  }

  private void note(@Nullable Object code, int depth) {
    if ((code instanceof String || code instanceof ErrorCode) && !code.toString().isBlank()) {
      codes.add(code.toString().strip());
      codeText = depth == 0 && codeText == null ? code.toString().strip() : codeText;
    }
  }

  /** The JSON at the beginning of a text. Of one that is cut off or breaks, what came before. */
  private static final class Json {
    @Nullable Object value;
    boolean complete;
    final String rest;

    Json(String text) {
      Buffer buffer = new Buffer().writeUtf8(text);
      try {
        read(JsonReader.of(buffer), whole -> value = whole);
        complete = true;
      } catch (IOException | JsonDataException e) {
        complete = false;
      }
      rest = complete ? buffer.readUtf8() : "";
    }

    /** Numbers stay as they are written. A list or map is handed over before it is filled. */
    private static void read(JsonReader reader, Consumer<@Nullable Object> to) throws IOException {
      switch (reader.peek()) {
        case BEGIN_OBJECT -> {
          Map<String, @Nullable Object> members = new LinkedHashMap<>();
          to.accept(members);
          reader.beginObject();
          while (reader.hasNext()) {
            String name = reader.nextName();
            read(reader, member -> members.put(name, member));
          }
          reader.endObject();
        }
        case BEGIN_ARRAY -> {
          List<@Nullable Object> items = new ArrayList<>();
          to.accept(items);
          reader.beginArray();
          while (reader.hasNext()) {
            read(reader, items::add);
          }
          reader.endArray();
        }
        case STRING, NUMBER -> to.accept(reader.nextString());
        case BOOLEAN -> to.accept(reader.nextBoolean());
        default -> to.accept(reader.nextNull());
      }
    }
  }
}
