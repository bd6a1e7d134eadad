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

  CatJsonAdapter(Moshi moshi) {
    this.id = Shape.LONG;
    this.kind = Shape.STRING;
    this.name = Shape.STRING;
    this.portrait = Shape.STRING;
    this.nickNames = Shape.list(Shape.orNull(Shape.STRING));
    this.size = Shape.of(moshi, Size.class);
    this.born = Formats.DATE;
    this.lives = Shape.INTEGER;
    this.kittens = Shape.list(Shape.of(moshi, Cat.class));
    this.vet = Shape.STRING;
    this.stars = Shape.of(moshi, Stars.class);
  }

  @Override
  @Nullable Object tryRead(JsonReader reader) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      return Raw.read(reader);
    }
    Cat.Builder builder = Cat.builder();
    AdditionalProperties rest = builder.rest;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES) + 1) {
        case 1 -> builder.id = rest.read("id", this.id, reader);
        case 2 -> builder.kind = rest.read("kind", this.kind, reader);
        case 3 -> builder.name = rest.read("name", this.name, reader);
        case 4 -> builder.portrait = rest.read("portrait", this.portrait, reader);
        case 5 -> builder.nickNames = rest.read("nick names", this.nickNames, reader);
        case 6 -> builder.size = rest.read("size", this.size, reader);
        case 7 -> builder.born = rest.read("born", this.born, reader);
        case 8 -> builder.lives = rest.read("lives", this.lives, reader);
        case 9 -> builder.kittens = rest.read("kittens", this.kittens, reader);
        case 10 -> builder.vet = rest.read("vet", this.vet, reader);
        case 11 -> builder.stars = rest.read("stars", this.stars, reader);
        default -> rest.readUnknown(reader);
      }
    }
    reader.endObject();
    if (builder.id == null) {
      builder.id = rest.readAlias("id", "pet_id", this.id);
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
