// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Cat}. */
final class CatJsonAdapter extends Shape<Cat> {
  private static final JsonReader.Options NAMES =
      JsonReader.Options.of("id", "kind", "name", "portrait", "nick names", "size", "born", "lives", "kittens", "vet", "stars");

  private final Shape<Long> id;
  private final Shape<String> kind;
  private final Shape<String> name;
  private final Shape<String> portrait;
  private final Shape<List<@Nullable String>> nickNames;
  private final Shape<Size> size;
  private final Shape<LocalDate> born;
  private final Shape<Integer> lives;
  private final Shape<List<Cat>> kittens;
  private final Shape<String> vet;
  private final Shape<Stars> stars;

  CatJsonAdapter(@Nullable Moshi moshi) {
    this.id = Shape.LONG;
    this.kind = Shape.STRING;
    this.name = Shape.STRING;
    this.portrait = Shape.STRING;
    this.nickNames = Shape.list(Shape.orNull(Shape.STRING));
    this.size = Shape.of(moshi, "Size");
    this.born = Formats.DATE;
    this.lives = Shape.INTEGER;
    this.kittens = Shape.list(Shape.of(moshi, "Cat"));
    this.vet = Shape.STRING;
    this.stars = Shape.of(moshi, "Stars");
  }

  @Override
  @Nullable Object tryRead(JsonReader reader) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      return Raw.read(reader);
    }
    Cat.Builder builder = new Cat.Builder(AdditionalProperties.NONE);
    reader.beginObject();
    while (reader.hasNext()) {
      int index = reader.selectName(NAMES);
      Object read;
      switch (index + 1) {
        case 1 -> builder.id = Shape.typed(read = this.id.readOrNull(reader));
        case 2 -> builder.kind = Shape.typed(read = this.kind.readOrNull(reader));
        case 3 -> builder.name = Shape.typed(read = this.name.readOrNull(reader));
        case 4 -> builder.portrait = Shape.typed(read = this.portrait.readOrNull(reader));
        case 5 -> builder.nickNames = Shape.typed(read = this.nickNames.readOrNull(reader));
        case 6 -> builder.size = Shape.typed(read = this.size.readOrNull(reader));
        case 7 -> builder.born = Shape.typed(read = this.born.readOrNull(reader));
        case 8 -> builder.lives = Shape.typed(read = this.lives.readOrNull(reader));
        case 9 -> builder.kittens = Shape.typed(read = this.kittens.readOrNull(reader));
        case 10 -> builder.vet = Shape.typed(read = this.vet.readOrNull(reader));
        case 11 -> builder.stars = Shape.typed(read = this.stars.readOrNull(reader));
        default -> {
          builder.rest = builder.rest.orNew();
          builder.rest.readUnknown(reader);
          continue;
        }
      }
      if (read instanceof Raw || builder.rest != AdditionalProperties.NONE) {
        builder.rest = builder.rest.orNew();
        builder.rest.noteRead(NAMES.strings().get(index), read);
      }
    }
    reader.endObject();
    if (builder.id == null) {
      builder.id = builder.rest.readAlias("id", "pet_id", this.id);
    }
    return builder.asRead();
  }

  @Override
  void write(JsonWriter writer, Cat value) throws IOException {
    writer.beginObject();
    if (value.id != null && !value.additionalProperties.containsKey("id")) {
      writer.name("id");
      this.id.write(writer, value.id);
    }
    if (value.kind != null) {
      writer.name("kind");
      this.kind.write(writer, value.kind);
    }
    if (value.name != null) {
      writer.name("name");
      this.name.write(writer, value.name);
    }
    if (value.portrait != null) {
      writer.name("portrait");
      this.portrait.write(writer, value.portrait);
    }
    if (value.nickNames != null) {
      writer.name("nick names");
      this.nickNames.write(writer, value.nickNames);
    }
    if (value.size != null) {
      writer.name("size");
      this.size.write(writer, value.size);
    }
    if (value.born != null) {
      writer.name("born");
      this.born.write(writer, value.born);
    }
    if (value.lives != null) {
      writer.name("lives");
      this.lives.write(writer, value.lives);
    }
    if (value.kittens != null) {
      writer.name("kittens");
      this.kittens.write(writer, value.kittens);
    }
    if (value.vet != null) {
      writer.name("vet");
      this.vet.write(writer, value.vet);
    }
    if (value.stars != null) {
      writer.name("stars");
      this.stars.write(writer, value.stars);
    }
    Shape.writeMembers(writer, value.additionalProperties);
    writer.endObject();
  }
}
