// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schema {@code Size}.
 *
 * <p>An open set: a value that this version does not know keeps its text and answers {@link
 * Known#UNRECOGNIZED}. Two instances are equal when their values are.
 */
@JsonClass(generateAdapter = true, generator = "openapi")
public final class Size {
  /**
   * Fits in a hand.
   */
  public static final Size SMALL = new Size("s", 1);

  /**
   * Fits in a bag.
   */
  public static final Size MEDIUM = new Size("m", 2);

  /**
   * The value {@code 16:9}.
   *
   * @deprecated The document marks it so.
   */
  @Deprecated
  public static final Size VALUE_16_9 = new Size("16:9", 3);

  private static final List<Size> VALUES = List.of(SMALL, MEDIUM, VALUE_16_9);

  private final String value;
  private final int number;

  private Size(String value, int number) {
    this.value = value;
    this.number = number;
  }

  /**
   * Returns the constant of a value, or a new instance where this version knows none.
   *
   * @param value the value as it stands in JSON
   * @return the constant, or an instance that is {@link Known#UNRECOGNIZED}
   */
  public static Size of(String value) {
    return switch (value) {
      case "s" -> SMALL;
      case "m" -> MEDIUM;
      case "16:9" -> VALUE_16_9;
      case "small", "tiny" -> of("s");
      default -> new Size(value, 0);
    };
  }

  /**
   * Returns the values that the document names, in its order.
   *
   * @return an unmodifiable list
   */
  public static List<Size> values() {
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
      case 1 -> Known.SMALL;
      case 2 -> Known.MEDIUM;
      case 3 -> Known.VALUE_16_9;
      default -> Known.UNRECOGNIZED;
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Size that && value.equals(that.value);
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
     * Fits in a hand.
     */
    SMALL,

    /**
     * Fits in a bag.
     */
    MEDIUM,

    /**
     * The value {@code 16:9}.
     *
     * @deprecated The document marks it so.
     */
    @Deprecated
    VALUE_16_9,

    /** A value that the document does not name. */
    UNRECOGNIZED
  }
}
