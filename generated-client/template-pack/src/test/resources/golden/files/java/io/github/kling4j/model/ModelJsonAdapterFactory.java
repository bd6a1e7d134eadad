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
import java.util.concurrent.ConcurrentHashMap;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Gives Moshi the adapters of this package without reflection: {@code new
 * Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE)}. Without a Moshi, {@link #adapter} does.
 */
public final class ModelJsonAdapterFactory implements JsonAdapter.Factory {
  /** The only instance; it holds no state. */
  public static final ModelJsonAdapterFactory INSTANCE = new ModelJsonAdapterFactory();

  private static final Map<Type, Shape<?>> OWN = new ConcurrentHashMap<>();

  private ModelJsonAdapterFactory() {}

  @Override
  public @Nullable JsonAdapter<?> create(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    if (!annotations.isEmpty()) {
      boolean asDocumented = annotations.size() == 1 && annotations.iterator().next() instanceof AsDocumented;
      return asDocumented ? shape(type, moshi) : null;
    }
    return (JsonAdapter<?>) model(type, moshi);
  }

  /**
   * Returns an adapter for those who need no Moshi of their own.
   *
   * @param type a model, or a list, a map or a plain value such as the document's bodies are
   * @param <T> the type
   * @return the adapter; the same one for the same type
   * @throws IllegalArgumentException when the document knows no such type
   */
  @SuppressWarnings("unchecked")
  public static <T> JsonAdapter<T> adapter(Type type) {
    Shape<?> known = OWN.get(type);
    if (known == null) {
      Object model = model(type, null);
      known = model == null ? shape(type, null) : (Shape<?>) model;
      OWN.put(type, known);
    }
    return (JsonAdapter<T>) known;
  }

  /**
   * Returns an Object, so that the verifier need not load each class to see that it is an adapter.
   */
  private static @Nullable Object model(Type type, @Nullable Moshi moshi) {
    String name = type.getTypeName();
    name = name.substring(name.lastIndexOf('.') + 1);
    Object adapter = null;
    adapter = adapter == null ? model1(name, type, moshi) : adapter;
    return adapter;
  }

  /** Returns the class of a model by its simple name. */
  @SuppressWarnings("unchecked")
  static <T> Class<T> classOf(String name) {
    return (Class<T>) Objects.requireNonNull(known(name), name);
  }

  private static @Nullable Class<?> known(String name) {
    Class<?> type = null;
    type = type == null ? class1(name) : type;
    return type;
  }

  /** Looks at the name first, so that no class is loaded but the one that is meant. */
  private static @Nullable Object model1(String name, Type type, @Nullable Moshi moshi) {
    return switch (name) {
      case "Animal" -> type == Animal.class ? new AnimalJsonAdapter(moshi) : null;
      case "Cat" -> type == Cat.class ? new CatJsonAdapter(moshi) : null;
      case "Dog" -> type == Dog.class ? new DogJsonAdapter(moshi) : null;
      case "Food" -> type == Food.class ? new FoodJsonAdapter(moshi) : null;
      case "Level" -> type == Level.class ? new LevelJsonAdapter() : null;
      case "Pet" -> type == Pet.class ? new PetJsonAdapter(moshi) : null;
      case "Size" -> type == Size.class ? new SizeJsonAdapter() : null;
      case "Stars" -> type == Stars.class ? new StarsJsonAdapter() : null;
      default -> null;
    };
  }

  private static @Nullable Class<?> class1(String name) {
    return switch (name) {
      case "Animal" -> Animal.class;
      case "Cat" -> Cat.class;
      case "Dog" -> Dog.class;
      case "Food" -> Food.class;
      case "Level" -> Level.class;
      case "Pet" -> Pet.class;
      case "Size" -> Size.class;
      case "Stars" -> Stars.class;
      default -> null;
    };
  }

  private static Shape<?> shape(Type type, @Nullable Moshi moshi) {
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
    if (type == Object.class) {
      return Shape.ANY;
    }
    String name = type.getTypeName();
    name = name.substring(name.lastIndexOf('.') + 1);
    if (type != known(name)) {
      throw new IllegalArgumentException("The document knows no " + type.getTypeName());
    }
    return Shape.of(moshi, name);
  }

  /** Reads as another type what one type writes. */
  static <A, B> B convert(A value, Class<A> from, Class<B> to) {
    try {
      return Objects.requireNonNull(
          ModelJsonAdapterFactory.<B>adapter(to).fromJson(ModelJsonAdapterFactory.<A>adapter(from).toJson(value)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
