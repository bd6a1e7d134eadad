// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Gives Moshi the adapters of this package without reflection: {@code new
 * Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE)}.
 */
public final class ModelJsonAdapterFactory implements JsonAdapter.Factory {
  /** The only instance; it holds no state. */
  public static final ModelJsonAdapterFactory INSTANCE = new ModelJsonAdapterFactory();

  private ModelJsonAdapterFactory() {}

  @Override
  public @Nullable JsonAdapter<?> create(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    if (!annotations.isEmpty()) {
      boolean asDocumented = annotations.size() == 1 && annotations.iterator().next() instanceof AsDocumented;
      return asDocumented ? shape(type, moshi) : null;
    }
    return (JsonAdapter<?>) adapter(type, moshi);
  }

  /**
   * Returns an Object, so that the verifier need not load each class to see that it is an adapter:
   * only those are loaded that somebody asks for.
   */
  private static @Nullable Object adapter(Type type, Moshi moshi) {
    if (type == Animal.class) {
      return new AnimalJsonAdapter(moshi);
    }
    if (type == Cat.class) {
      return new CatJsonAdapter(moshi);
    }
    if (type == Dog.class) {
      return new DogJsonAdapter(moshi);
    }
    if (type == Food.class) {
      return new FoodJsonAdapter(moshi);
    }
    if (type == Level.class) {
      return new LevelJsonAdapter();
    }
    if (type == Pet.class) {
      return new PetJsonAdapter(moshi);
    }
    if (type == Size.class) {
      return new SizeJsonAdapter();
    }
    if (type == Stars.class) {
      return new StarsJsonAdapter();
    }
    return null;
  }

  private static Shape<?> shape(Type type, Moshi moshi) {
    if (type instanceof ParameterizedType container) {
      Type[] arguments = container.getActualTypeArguments();
      Shape<?> item = Shape.orNull(shape(arguments[arguments.length - 1], moshi));
      return container.getRawType() == Map.class ? Shape.map(item) : Shape.list(item);
    }
    if (type == String.class) {
      return Shape.STRING;
    }
    if (type == Boolean.class) {
      return Shape.BOOLEAN;
    }
    if (type == Integer.class) {
      return Shape.INTEGER;
    }
    if (type == Long.class) {
      return Shape.LONG;
    }
    if (type == Double.class) {
      return Shape.DOUBLE;
    }
    if (type == BigDecimal.class) {
      return Formats.DECIMAL;
    }
    if (type == LocalDate.class) {
      return Formats.DATE;
    }
    if (type == OffsetDateTime.class) {
      return Formats.DATE_TIME;
    }
    if (type == UUID.class) {
      return Formats.UUID;
    }
    if (type == ByteString.class) {
      return Formats.BYTES;
    }
    return type == Object.class ? Shape.ANY : Shape.of(moshi, (Class<?>) type);
  }

  private static final class Own {
    static final Moshi MOSHI = new Moshi.Builder().add(INSTANCE).build();
  }

  /** Reads as another type what one type writes. */
  static <A, B> B convert(A value, Class<A> from, Class<B> to) {
    try {
      return Objects.requireNonNull(
          Own.MOSHI.adapter(to).fromJson(Own.MOSHI.adapter(from).toJson(value)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
