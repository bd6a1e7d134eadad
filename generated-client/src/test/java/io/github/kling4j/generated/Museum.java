package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.github.kling4j.documents.models.ModelJsonAdapterFactory;
import io.github.kling4j.documents.models.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads and writes what is generated from the documents of our own about models. */
final class Museum {
  static final Moshi MOSHI =
      new Moshi.Builder()
          .add(ModelJsonAdapterFactory.INSTANCE)
          .add(io.github.kling4j.documents.models31.ModelJsonAdapterFactory.INSTANCE)
          .build();

  private static final Path SOURCES =
      Project.DIR.resolve(
          "target/generated-test-sources/openapi/models/src/main/java/io/github/kling4j/documents/models");

  private Museum() {}

  /** Reads a text in which single quotes stand for double ones. */
  static <T> T read(Class<T> type, String json) {
    return readExactly(type, json.replace('\'', '"'));
  }

  static <T> T readExactly(Class<T> type, String json) {
    try {
      return MOSHI.adapter(type).fromJson(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> String write(Class<T> type, T value) {
    return MOSHI.adapter(type).toJson(value);
  }

  /** Asserts that a text survives reading and writing, and that what is read again is equal. */
  static <T> T assertSurvives(Class<T> type, String json) {
    String exact = json.replace('\'', '"');
    T value = readExactly(type, exact);
    String written = write(type, value);
    Json.assertSameTree(written, exact);
    T again = readExactly(type, written);
    assertThat(again).isEqualTo(value).hasSameHashCodeAs(value);
    assertThat(again.toString()).isEqualTo(value.toString());
    return value;
  }

  /** Asserts what is written, where single quotes stand for double ones. */
  static <T> void assertWritten(Class<T> type, T value, String json) {
    Json.assertSameTree(write(type, value), json.replace('\'', '"'));
  }

  /** Returns a generated source with one blank for each break of a line. */
  static String source(String type) {
    try {
      return Files.readString(SOURCES.resolve(type + ".java"))
          .replaceAll("\\n\\s*\\*(?!/)", " ")
          .replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns path and rule of each violation. */
  static List<String> breaches(List<Violation> violations) {
    return violations.stream().map(each -> each.path() + ' ' + each.rule()).toList();
  }
}
