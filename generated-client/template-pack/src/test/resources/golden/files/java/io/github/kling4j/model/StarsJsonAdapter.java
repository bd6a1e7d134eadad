// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Stars} as its plain value. */
final class StarsJsonAdapter extends Shape<Stars> {
  private static final JsonReader.Options VALUES =
      JsonReader.Options.of("1", "2");

  @Override
  @Nullable Object tryRead(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.STRING) {
      int index = reader.selectString(VALUES);
      return index < 0 ? Stars.of(reader.nextString()) : Stars.values().get(index);
    }
    Object read = Shape.STRING.tryRead(reader);
    return read instanceof String value ? Stars.of(value) : read;
  }

  @Override
  void write(JsonWriter writer, Stars value) throws IOException {
    writer.value(value.value());
  }
}
