// Generated from the OpenAPI document Kling text-to-video 1.0.0. Do not edit: change the document,
// or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;

/** Reads and writes {@link CameraControl}. */
final class CameraControlJsonAdapter extends Shape<CameraControl> {
  private static final JsonReader.Options NAMES = JsonReader.Options.of("type", "config");

  private final Shape<CameraControlType> type;
  private final Shape<CameraControlConfig> config;

  CameraControlJsonAdapter(Moshi moshi) {
    type = Shape.of(moshi.adapter(CameraControlType.class));
    config = Shape.of(moshi.adapter(CameraControlConfig.class));
  }

  @Override
  Object tryRead(JsonReader reader) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      return Raw.read(reader);
    }
    CameraControl.Builder builder = CameraControl.builder();
    AdditionalProperties rest = builder.rest;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES) + 1) {
        case 1 -> builder.type = rest.read("type", type, reader);
        case 2 -> builder.config = rest.read("config", config, reader);
        default -> rest.readUnknown(reader);
      }
    }
    reader.endObject();
    return builder.asRead();
  }

  @Override
  void write(JsonWriter writer, CameraControl value) throws IOException {
    writer.beginObject();
    if (value.type != null) {
      writer.name("type");
      type.write(writer, value.type);
    }
    if (value.config != null) {
      writer.name("config");
      config.write(writer, value.config);
    }
    Shape.writeMembers(writer, value.additionalProperties);
    writer.endObject();
  }
}
