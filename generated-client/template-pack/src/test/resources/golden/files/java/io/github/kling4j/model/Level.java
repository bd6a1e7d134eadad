// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schema {@code Level}.
 *
 * <p>An open set: a value that this version does not know keeps its text and answers {@link
 * Known#UNRECOGNIZED}. Two instances are equal when their values are.
 */
@JsonClass(generateAdapter = true, generator = "openapi")
public final class Level {
  /**
   * The value {@code 0.5}.
   */
  public static final Level VALUE_0_5 = new Level(0.5, 1);

  /**
   * The value {@code 1}.
   */
  public static final Level VALUE_1 = new Level(1.0, 2);

  private static final List<Level> VALUES = List.of(VALUE_0_5, VALUE_1);

  private final double value;
  private final int number;

  private Level(double value, int number) {
    this.value = value;
    this.number = number;
  }

  /**
   * Returns the constant of a value, or a new instance where this version knows none.
   *
   * @param value the value as it stands in JSON
   * @return the constant, or an instance that is {@link Known#UNRECOGNIZED}
   */
  public static Level of(double value) {
    for (Level each : VALUES) {
      if (each.value == value) {
        return each;
      }
    }
    return new Level(value, 0);
  }

  /**
   * Returns the values that the document names, in its order.
   *
   * @return an unmodifiable list
   */
  public static List<Level> values() {
    return VALUES;
  }

  /**
   * Returns the value as it stands in JSON.
   *
   * @return the value
   */
  public double value() {
    return value;
  }

  /**
   * Returns the value as a Java enum, for {@code switch}.
   *
   * @return the constant, {@link Known#UNRECOGNIZED} for a value that this version does not know
   */
  public Known known() {
    return switch (number) {
      case 1 -> Known.VALUE_0_5;
      case 2 -> Known.VALUE_1;
      default -> Known.UNRECOGNIZED;
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Level that && value == that.value;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(value);
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }

  /** The values that this version knows, and one for all others. */
  public enum Known {
    /**
     * The value {@code 0.5}.
     */
    VALUE_0_5,

    /**
     * The value {@code 1}.
     */
    VALUE_1,

    /** A value that the document does not name. */
    UNRECOGNIZED
  }
}
