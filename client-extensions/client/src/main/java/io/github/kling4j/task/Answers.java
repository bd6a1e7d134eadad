package io.github.kling4j.task;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.model.MissingPropertyException;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the task in an answer, in whatever envelope a relay puts it. */
public final class Answers {
  private static final JsonAdapter<Task> TASKS = ModelJsonAdapterFactory.adapter(Task.class);
  private static final JsonAdapter<TaskAnswer> ANSWERS =
      ModelJsonAdapterFactory.adapter(TaskAnswer.class);

  private Answers() {}

  /**
   * Returns the task that an answer or a callback holds.
   *
   * @param answer the whole body
   * @return the task, which has an id; null where there is none: then it is a refusal
   */
  public static @Nullable Task task(TaskAnswer answer) {
    Task inside = answer.data();
    if (inside != null && id(inside) != null) {
      return inside;
    }
    Task bare = hasId(answer) ? bare(answer) : null;
    if (bare != null && id(bare) != null && !(isRefusal(answer) && bare.taskStatus() == null)) {
      return inside == null ? bare : bare.toBuilder().withFallback(inside.toBuilder()).build();
    }
    return isRefusal(answer) ? null : deeper(answer, inside);
  }

  private static boolean hasId(TaskAnswer answer) {
    Map<String, @Nullable Object> members = answer.additionalProperties();
    return members.containsKey("task_id") || members.containsKey("id");
  }

  /** Reads an envelope within the envelope, or a task that stands alone in an array. */
  private static @Nullable Task deeper(TaskAnswer answer, @Nullable Task inside) {
    // With a status of its own it is a task, and the id within is another server's.
    TaskAnswer within = inside == null || inside.taskStatus() != null ? null : inside.data();
    if (within != null) {
      return task(within);
    }
    if (answer.additionalProperties().get("data") instanceof List<?> all && all.size() == 1) {
      Task only = single(all.get(0));
      return only == null || id(only) == null ? null : only;
    }
    return null;
  }

  private static @Nullable Task single(@Nullable Object element) {
    try {
      return element instanceof Map ? TASKS.fromJsonValue(element) : null;
    } catch (JsonDataException e) {
      return null;
    }
  }

  /** Reads an answer without an envelope, or one whose envelope holds the id. */
  private static @Nullable Task bare(TaskAnswer answer) {
    try {
      return TASKS.fromJson(ANSWERS.toJson(answer));
    } catch (IOException | JsonDataException e) {
      return null;
    }
  }

  /** Tells whether it is a known error, which may name the id that was asked for. */
  private static boolean isRefusal(TaskAnswer answer) {
    ErrorCode code = answer.code();
    return code != null
        && code.known() != ErrorCode.Known.SUCCEED
        && code.known() != ErrorCode.Known.UNRECOGNIZED;
  }

  static @Nullable String id(Task task) {
    try {
      String id = task.taskId();
      return id.isBlank() ? null : id;
    } catch (MissingPropertyException e) {
      return null;
    }
  }
}
