package io.github.kling4j.task;

import io.github.kling4j.model.ErrorDetail;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.model.TaskResult;
import io.github.kling4j.model.TaskStatus;
import io.github.kling4j.model.Video;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a task says of itself, wherever its server puts it. Other names and words stand in the
 * contract; here is what no alias can say: a value in one of several places.
 */
public final class TaskFacts {
  private TaskFacts() {}

  /**
   * Returns the status. Words are known in capitals too.
   *
   * @param task the task as it was sent
   * @return the status, or null where none is told
   */
  public static @Nullable TaskStatus status(Task task) {
    TaskStatus told = first(task, Task::taskStatus);
    if (told == null || told.known() != TaskStatus.Known.UNRECOGNIZED) {
      return told;
    }
    TaskStatus lower = TaskStatus.of(told.value().strip().toLowerCase(Locale.ROOT));
    return lower.known() == TaskStatus.Known.UNRECOGNIZED ? told : lower;
  }

  /** Tells whether the task has succeeded or failed. */
  static boolean hasEnded(Task task) {
    TaskStatus status = status(task);
    return TaskStatus.SUCCEED.equals(status) || TaskStatus.FAILED.equals(status);
  }

  /** Tells whether nothing is missing that its status promises. Some say less than others do. */
  static boolean isComplete(Task task) {
    return !TaskStatus.SUCCEED.equals(status(task)) || !videos(task).isEmpty();
  }

  /**
   * Returns the reason of a failure, as it was sent: addresses in it may be signed.
   *
   * @param task the task as it was sent
   * @return the reason; empty where none is told, and for a success
   */
  public static String failureReason(Task task) {
    String reason = TaskStatus.SUCCEED.equals(status(task)) ? null : first(task, TaskFacts::reason);
    return reason == null ? "" : reason;
  }

  private static @Nullable String reason(Task task) {
    ErrorDetail error = task.error();
    return Stream.of(
            task.taskStatusMsg(),
            error == null ? null : error.message(),
            // An error that is a plain string is not of the contract's shape.
            task.additionalProperties().get("error"))
        .filter(each -> each instanceof String text && !text.isBlank())
        .map(String.class::cast)
        .findFirst()
        .orElse(null);
  }

  /** Returns the videos that have an address. */
  static List<Video> videos(Task task) {
    TaskResult result = task.taskResult();
    List<Video> told = result == null ? null : result.videos();
    List<Video> own = told == null ? List.of() : withAddress(told);
    if (!own.isEmpty()) {
      return own;
    }
    Task upstream = upstream(task);
    List<Video> others = upstream == null ? List.of() : videos(upstream);
    String address = address(task);
    if (address == null) {
      return others;
    }
    // The relay's own address is the one that it vouches for; the rest is told by the other.
    Video.Builder video = others.size() == 1 ? others.get(0).toBuilder() : Video.builder();
    return List.of(video.url(address).build());
  }

  /** Nearly always all have one, and then there is nothing to copy. */
  private static List<Video> withAddress(List<Video> videos) {
    for (Video video : videos) {
      if (!hasText(video.url())) {
        return videos.stream().filter(each -> hasText(each.url())).toList();
      }
    }
    return videos;
  }

  private static @Nullable String address(Task task) {
    if (hasText(task.url())) {
      return task.url();
    }
    // Old relays put it where the reason of a failure belongs.
    String message = task.taskStatusMsg();
    return message != null
            && TaskStatus.SUCCEED.equals(status(task))
            && message.matches("(?i)https?://\\S+")
        ? message
        : null;
  }

  private static boolean hasText(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  static @Nullable Instant createdAt(Task task) {
    return first(task, each -> moment(each.createdAt()));
  }

  /**
   * Returns when the task last changed. Seconds and milliseconds are both understood.
   *
   * @param task the task as it was sent
   * @return the moment, or null where none is told
   */
  public static @Nullable Instant updatedAt(Task task) {
    return first(task, each -> moment(each.updatedAt()));
  }

  private static @Nullable Instant moment(@Nullable Object told) {
    long time;
    try {
      time = told == null ? 0 : new BigDecimal(told.toString()).longValue();
    } catch (NumberFormatException e) {
      return null;
    }
    if (time <= 0) {
      return null;
    }
    // As seconds the bound is the year 5138, as milliseconds 1973.
    return time < 100_000_000_000L ? Instant.ofEpochSecond(time) : Instant.ofEpochMilli(time);
  }

  /** Asks the task, and then the one that it was made of at the server behind the relay. */
  private static <T> @Nullable T first(Task task, Function<Task, @Nullable T> question) {
    return Stream.iterate(task, Objects::nonNull, TaskFacts::upstream)
        .map(question)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Task upstream(Task task) {
    TaskAnswer answer = task.data();
    return answer == null ? null : answer.data();
  }
}
