// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Level} as its plain value. */
final class LevelJsonAdapter extends Shape<Level> {
  @Override
  @Nullable Object tryRead(JsonReader reader) throws IOException {
    Object read = Shape.DOUBLE.tryRead(reader);
    return read instanceof Double value ? Level.of(value) : read;
  }

  @Override
  void write(JsonWriter writer, Level value) throws IOException {
    Shape.DOUBLE.write(writer, value.value());
  }
}
