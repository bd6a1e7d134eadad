// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Animal} as the type that it is. */
final class AnimalJsonAdapter extends Shape<Animal> {
  private final Shape<Cat> asCat;
  private final Shape<Dog> asDog;

  AnimalJsonAdapter(@Nullable Moshi moshi) {
    this.asCat = Shape.of(moshi, "Cat");
    this.asDog = Shape.of(moshi, "Dog");
  }

  @Override
  @Nullable Object tryRead(JsonReader reader) throws IOException {
    String said = Variants.discriminator(reader, "kind");
    if (said != null) {
      switch (said) {
        case "cat" -> {
          return Variants.read(this.asCat, reader, Animal::ofCat, Animal::asRead);
        }
        case "dog" -> {
          return Variants.read(this.asDog, reader, Animal::ofDog, Animal::asRead);
        }
        default -> {
          return Animal.asRead(Raw.read(reader).present());
        }
      }
    }
    Raw raw = Raw.read(reader);
    if (raw.value == null) {
      return raw;
    }
    Variants<Animal> best = new Variants<>(reader, raw.value, Animal::misfits);
    best.offer(this.asCat, Animal::ofCat);
    best.offer(this.asDog, Animal::ofDog);
    return best.orElse(Animal::asRead);
  }

  @Override
  void write(JsonWriter writer, Animal value) throws IOException {
    switch (value.known()) {
      case CAT -> this.asCat.toJson(writer, value.asCat());
      case DOG -> this.asDog.toJson(writer, value.asDog());
      default -> Shape.ANY.write(writer, value.value());
    }
  }
}
