// Generated from the OpenAPI document Kling text-to-video 1.0.0. Do not edit: change the document,
// or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a task is getting on.
 *
 * <p>An open set: a value that this version does not know keeps its text and answers {@link
 * Known#UNRECOGNIZED}. Two instances are equal when their values are.
 */
@JsonClass(generateAdapter = true, generator = "openapi")
public final class TaskStatus {
  /** The task waits for its turn. */
  public static final TaskStatus SUBMITTED = new TaskStatus("submitted", Known.SUBMITTED);

  /** The video is being made. */
  public static final TaskStatus PROCESSING = new TaskStatus("processing", Known.PROCESSING);

  /** The video is ready. */
  public static final TaskStatus SUCCEED = new TaskStatus("succeed", Known.SUCCEED);

  /** No video was made, and none will be. */
  public static final TaskStatus FAILED = new TaskStatus("failed", Known.FAILED);

  private static final List<TaskStatus> VALUES = List.of(SUBMITTED, PROCESSING, SUCCEED, FAILED);

  private final String value;
  private final Known known;

  private TaskStatus(String value, Known known) {
    this.value = value;
    this.known = known;
  }

  /**
   * Returns the constant of a value, or a new instance where this version knows none.
   *
   * @param value the value as it stands in JSON
   * @return the constant, or an instance that is {@link Known#UNRECOGNIZED}
   */
  public static TaskStatus of(String value) {
    return switch (value) {
      case "submitted" -> SUBMITTED;
      case "processing" -> PROCESSING;
      case "succeed" -> SUCCEED;
      case "failed" -> FAILED;
      case "SUBMITTED", "queued", "QUEUED", "NOT_START" -> of("submitted");
      case "IN_PROGRESS", "running" -> of("processing");
      case "SUCCESS", "succeeded", "completed" -> of("succeed");
      case "FAILURE" -> of("failed");
      default -> new TaskStatus(value, Known.UNRECOGNIZED);
    };
  }

  /**
   * Returns the values that the document names, in its order.
   *
   * @return an unmodifiable list
   */
  public static List<TaskStatus> values() {
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
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TaskStatus that && value.equals(that.value);
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
    /** The task waits for its turn. */
    SUBMITTED,

    /** The video is being made. */
    PROCESSING,

    /** The video is ready. */
    SUCCEED,

    /** No video was made, and none will be. */
    FAILED,

    /** A value that the document does not name. */
    UNRECOGNIZED
  }
}
