// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schema {@code Stars}.
 *
 * <p>An open set: a value that this version does not know keeps its text and answers {@link
 * Known#UNRECOGNIZED}. Two instances are equal when their values are.
 */
@JsonClass(generateAdapter = true, generator = "openapi")
public final class Stars {
  /**
   * The value {@code 1}.
   */
  public static final Stars VALUE_1 = new Stars("1", 1);

  /**
   * The value {@code 2}.
   */
  public static final Stars VALUE_2 = new Stars("2", 2);

  private static final List<Stars> VALUES = List.of(VALUE_1, VALUE_2);

  private final String value;
  private final int number;

  private Stars(String value, int number) {
    this.value = value;
    this.number = number;
  }

  /**
   * Returns the constant of a value, or a new instance where this version knows none.
   *
   * @param value the value as it stands in JSON
   * @return the constant, or an instance that is {@link Known#UNRECOGNIZED}
   */
  public static Stars of(String value) {
    return switch (value) {
      case "1" -> VALUE_1;
      case "2" -> VALUE_2;
      default -> new Stars(value, 0);
    };
  }

  /**
   * Returns the constant of a number that the document writes as text, or a new instance where this
   * version knows none.
   *
   * @param value the number
   * @return the constant, or an instance that is {@link Known#UNRECOGNIZED}
   */
  public static Stars of(int value) {
    return of(String.valueOf(value));
  }

  /**
   * Returns the values that the document names, in its order.
   *
   * @return an unmodifiable list
   */
  public static List<Stars> values() {
    return VALUES;
  }

  /**
   * Returns the value as it stands in JSON.
   *
   * @return the value
   */
  public String value() {
    return value;
  }

  /**
   * Returns the value as a Java enum, for {@code switch}.
   *
   * @return the constant, {@link Known#UNRECOGNIZED} for a value that this version does not know
   */
  public Known known() {
    return switch (number) {
      case 1 -> Known.VALUE_1;
      case 2 -> Known.VALUE_2;
      default -> Known.UNRECOGNIZED;
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Stars that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }

  /** The values that this version knows, and one for all others. */
  public enum Known {
    /**
     * The value {@code 1}.
     */
    VALUE_1,

    /**
     * The value {@code 2}.
     */
    VALUE_2,

    /** A value that the document does not name. */
    UNRECOGNIZED
  }
}
