// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Size} as its plain value. */
final class SizeJsonAdapter extends Shape<Size> {
  private static final JsonReader.Options VALUES =
      JsonReader.Options.of("s", "m", "16:9");

  @Override
  @Nullable Object tryRead(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.STRING) {
      int index = reader.selectString(VALUES);
      return index < 0 ? Size.of(reader.nextString()) : Size.values().get(index);
    }
    Object read = Shape.STRING.tryRead(reader);
    return read instanceof String value ? Size.of(value) : read;
  }

  @Override
  void write(JsonWriter writer, Size value) throws IOException {
    writer.value(value.value());
  }
}
