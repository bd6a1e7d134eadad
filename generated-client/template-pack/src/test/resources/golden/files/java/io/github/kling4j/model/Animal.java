// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The schema {@code Animal}.
 *
 * <p>Immutable, and one of several types: {@link #known()} tells which, and one of the methods whose
 * names begin with {@code as} returns it. What fits none of them is kept as it came and answers
 * {@link Known#UNRECOGNIZED}.
 */
@JsonClass(generateAdapter = true, generator = "openapi")
public final class Animal {
  private final Object value;
  private final Known known;

  private Animal(Object value, Known known) {
    this.value = value;
    this.known = known;
  }

  /**
   * Returns the form of {@link Animal} that holds this type.
   *
   * @param value the value
   * @return a new instance
   */
  public static Animal ofCat(Cat value) {
    Objects.requireNonNull(value, "value");
    return new Animal(value, Known.CAT);
  }

  /**
   * Returns the value where it is of this type.
   *
   * @return the value, or null when it is of another type
   */
  public @Nullable Cat asCat() {
    return this.known == Known.CAT ? (Cat) this.value : null;
  }

  /**
   * Returns the form of {@link Animal} that holds this type.
   *
   * @param value the value
   * @return a new instance
   */
  public static Animal ofDog(Dog value) {
    Objects.requireNonNull(value, "value");
    return new Animal(value, Known.DOG);
  }

  /**
   * Returns the value where it is of this type.
   *
   * @return the value, or null when it is of another type
   */
  public @Nullable Dog asDog() {
    return this.known == Known.DOG ? (Dog) this.value : null;
  }

  /**
   * Returns the form that holds what the document does not know.
   *
   * @param value a string, boolean, number, list, or map with string keys
   * @return a new instance, {@link Known#UNRECOGNIZED}
   * @throws IllegalArgumentException when the value is of any other type
   */
  public static Animal ofRaw(Object value) {
    Objects.requireNonNull(value, "value");
    return new Animal(AdditionalProperties.copy("value", value), Known.UNRECOGNIZED);
  }

  static Animal asRead(Object value) {
    return new Animal(value, Known.UNRECOGNIZED);
  }

  /**
   * Returns the value, whatever its type.
   *
   * @return one of the types above; of what fits none of them a string, boolean, {@code Long},
   *     {@code BigDecimal}, list or map
   */
  public Object value() {
    return this.value;
  }

  /**
   * Returns the type as a Java enum, for {@code switch}.
   *
   * @return the constant, {@link Known#UNRECOGNIZED} for what fits none of the types
   */
  public Known known() {
    return this.known;
  }

  /**
   * Looks for breaches of the limits that the document states. The server may be of another opinion:
   * nothing here is ever thrown.
   *
   * @return all breaches, in the order of the document; empty when there are none
   */
  public List<Violation> violations() {
    List<Violation> found = new ArrayList<>();
    violations("$", found);
    return Collections.unmodifiableList(found);
  }

  void violations(String path, List<Violation> found) {
    switch (this.known) {
      case CAT -> {
        Cat each = asCat();
        each.violations(path, found);
      }
      case DOG -> {
        Dog each = asDog();
        each.violations(path, found);
      }
      case UNRECOGNIZED -> Limits.unrecognized(found, path, "Cat, Dog");
      default -> {}
    }
  }

  /** How badly the value fits its type, to choose between several: see {@link Variants}. */
  int misfits() {
    return Variants.misfits(violations()) + unknown();
  }

  /** How many names the value has that its type does not know. */
  int unknown() {
    return switch (this.known) {
      case CAT -> asCat().additionalProperties().size();
      case DOG -> asDog().additionalProperties().size();
      default -> 0;
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Animal that && this.known == that.known && this.value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return this.value.hashCode();
  }

  @Override
  public String toString() {
    return this.value.toString();
  }

  /** The types that this version knows, and one for all others. */
  public enum Known {
    /** A {@code Cat}. */
    CAT,

    /** A {@code Dog}. */
    DOG,

    /** What fits none of them. */
    UNRECOGNIZED
  }
}
