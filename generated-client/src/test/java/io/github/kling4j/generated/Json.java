package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;

/** Reads and writes models with Moshi, and compares what was written by a parser of its own. */
final class Json {
  static final Moshi MOSHI =
      new Moshi.Builder()
          .add(ModelJsonAdapterFactory.INSTANCE)
          .add(io.github.kling4j.documents.videos.ModelJsonAdapterFactory.INSTANCE)
          .build();

  private static final JsonMapper PARSER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final Comparator<JsonNode> EXACT_NUMBERS =
      (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
          return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
      };

  private Json() {}

  static <T> T read(Class<T> type, String json) {
    try {
      return adapter(type).fromJson(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> String write(Class<T> type, T value) {
    return adapter(type).toJson(value);
  }

  static <T> JsonAdapter<T> adapter(Class<T> type) {
    return MOSHI.adapter(type);
  }

  /** Reads a JSON text and writes it again. */
  static <T> String throughModel(Class<T> type, String json) {
    return write(type, read(type, json));
  }

  /** Asserts that two texts hold the same tree: order of names free, numbers equal in value. */
  static void assertSameTree(String actual, String expected) {
    JsonNode left = tree(actual);
    JsonNode right = tree(expected);
    if (!left.equals(EXACT_NUMBERS, right)) {
      assertThat(left.toPrettyString()).isEqualTo(right.toPrettyString());
    }
    assertThat(left.equals(EXACT_NUMBERS, right)).isTrue();
  }

  /** Returns what any model keeps beside its typed properties. */
  static Map<?, ?> additionalProperties(Object model) {
    try {
      return (Map<?, ?>) model.getClass().getMethod("additionalProperties").invoke(model);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(model.getClass() + " keeps no additional properties", e);
    }
  }

  /** Views a value that was kept from JSON as the map that it is. */
  static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }

  /** Parses a text; refuses one that holds a name twice. */
  static JsonNode tree(String json) {
    try {
      return PARSER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + json, e);
    }
  }

  /** Returns the text of a body under {@code src/test/resources/bodies}. */
  static String body(String name) {
    try (InputStream in = Json.class.getResourceAsStream("/bodies/" + name + ".json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
