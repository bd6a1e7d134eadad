// Generated from the OpenAPI document Kling text-to-video 1.0.0. Do not edit: change the document,
// or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;

/** Reads and writes {@link ErrorCode} as its plain value. */
final class ErrorCodeJsonAdapter extends Shape<ErrorCode> {
  @Override
  Object tryRead(JsonReader reader) throws IOException {
    Object read = Shape.INTEGER.tryRead(reader);
    if (read instanceof Integer value) {
      return ErrorCode.of(value);
    }
    if (Raw.isText(read, "success")) {
      return ErrorCode.of(0);
    }
    return read;
  }

  @Override
  void write(JsonWriter writer, ErrorCode value) throws IOException {
    writer.value(value.value());
  }
}
