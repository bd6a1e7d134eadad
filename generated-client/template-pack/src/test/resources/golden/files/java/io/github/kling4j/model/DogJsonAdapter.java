// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Dog}. */
final class DogJsonAdapter extends Shape<Dog> {
  private static final JsonReader.Options NAMES =
      JsonReader.Options.of("kind", "tricks");

  private final Shape<String> kind;
  private final Shape<Map<String, Integer>> tricks;
  private final Shape<String> entries;

  DogJsonAdapter(@Nullable Moshi moshi) {
    this.kind = Shape.STRING;
    this.tricks = Shape.map(Shape.INTEGER);
    this.entries = Shape.STRING;
  }

  @Override
  @Nullable Object tryRead(JsonReader reader) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      return Raw.read(reader);
    }
    Dog.Builder builder = new Dog.Builder(AdditionalProperties.NONE);
    reader.beginObject();
    while (reader.hasNext()) {
      int index = reader.selectName(NAMES);
      Object read;
      switch (index + 1) {
        case 1 -> builder.kind = Shape.typed(read = this.kind.readOrNull(reader));
        case 2 -> builder.tricks = Shape.typed(read = this.tricks.readOrNull(reader));
        default -> {
          builder.rest = builder.rest.orNew();
          builder.rest.readEntry(builder.entries, this.entries, reader);
          continue;
        }
      }
      if (read instanceof Raw || builder.rest != AdditionalProperties.NONE) {
        builder.rest = builder.rest.orNew();
        builder.rest.noteRead(NAMES.strings().get(index), read);
      }
    }
    reader.endObject();
    return builder.asRead();
  }

  @Override
  void write(JsonWriter writer, Dog value) throws IOException {
    writer.beginObject();
    if (value.kind != null) {
      writer.name("kind");
      this.kind.write(writer, value.kind);
    }
    if (value.tricks != null) {
      writer.name("tricks");
      this.tricks.write(writer, value.tricks);
    }
    for (Map.Entry<String, String> entry : value.entries.entrySet()) {
      Shape.writeMember(writer, entry.getKey(), this.entries, entry.getValue());
    }
    Shape.writeMembers(writer, value.additionalProperties);
    writer.endObject();
  }
}
