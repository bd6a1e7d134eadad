package io.github.kling4j.task;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.model.MissingPropertyException;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.model.TaskStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds the task in an answer. */
final class Answers {
  private final JsonAdapter<TaskAnswer> answers;
  private final JsonAdapter<Task> tasks;
  private final UnaryOperator<String> withoutKeys;

  Answers(Moshi moshi, UnaryOperator<String> withoutKeys) {
    this.withoutKeys = withoutKeys;
    this.answers = moshi.adapter(TaskAnswer.class);
    this.tasks = moshi.adapter(Task.class);
  }

  /** Returns the task, or null where the answer holds none: then it is a refusal. */
  @Nullable Task task(TaskAnswer answer) {
    Task task = find(answer);
    return task == null ? null : withoutKeys(task);
  }

  /**
   * Returns the task as it may be shown: a server may quote the key, in a reason for instance. What
   * the task is known by, its status and its videos must stay what they are; where they would not,
   * nothing is taken out.
   */
  Task withoutKeys(Task task) {
    String shown = task.toString();
    if (withoutKeys.apply(shown).equals(shown)) {
      return task;
    }
    try {
      Task clean = tasks.fromJson(withoutKeys.apply(tasks.toJson(task)));
      return clean != null && essence(clean).equals(essence(task)) ? clean : task;
    } catch (IOException | JsonDataException e) {
      return task;
    }
  }

  private static List<Object> essence(Task task) {
    TaskStatus status = TaskFacts.status(task);
    return List.of(
        String.valueOf(id(task)),
        status == null ? "" : status.known(),
        TaskFacts.videos(task).stream().map(video -> String.valueOf(video.url())).toList());
  }

  private @Nullable Task find(TaskAnswer answer) {
    Task inside = answer.data();
    if (inside != null && id(inside) != null) {
      return inside;
    }
    Map<String, @Nullable Object> members = answer.additionalProperties();
    if (!members.containsKey("task_id") && !members.containsKey("id")) {
      return null;
    }
    Task bare = bare(answer);
    if (bare == null || id(bare) == null || (isRefusal(answer) && bare.taskStatus() == null)) {
      return null;
    }
    return inside == null ? bare : bare.toBuilder().withFallback(inside.toBuilder()).build();
  }

  /** Reads an answer without an envelope, or one whose envelope holds the id. */
  private @Nullable Task bare(TaskAnswer answer) {
    try {
      return tasks.fromJson(answers.toJson(answer));
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
