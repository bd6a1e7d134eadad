// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Food} as the type that it is. */
final class FoodJsonAdapter extends Shape<Food> {
  private final Shape<String> asString;
  private final Shape<List<String>> asStringList;
  private final Shape<Double> asDouble;

  FoodJsonAdapter(@Nullable Moshi moshi) {
    this.asString = Shape.STRING;
    this.asStringList = Shape.list(Shape.STRING);
    this.asDouble = Shape.DOUBLE;
  }

  @Override
  @Nullable Object tryRead(JsonReader reader) throws IOException {
    Raw raw = Raw.read(reader);
    if (raw.value == null) {
      return raw;
    }
    Variants<Food> best = new Variants<>(reader, raw.value, Food::misfits);
    best.offer(this.asString, Food::ofString);
    best.offer(this.asStringList, Food::ofStringList);
    best.offer(this.asDouble, Food::ofDouble);
    return best.orElse(Food::asRead);
  }

  @Override
  void write(JsonWriter writer, Food value) throws IOException {
    switch (value.known()) {
      case STRING -> this.asString.toJson(writer, value.asString());
      case STRING_LIST -> this.asStringList.toJson(writer, value.asStringList());
      case DOUBLE -> this.asDouble.toJson(writer, value.asDouble());
      default -> Shape.ANY.write(writer, value.value());
    }
  }
}
