package io.github.kling4j.task;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import io.github.kling4j.model.MissingPropertyException;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskAnswer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the task in an answer. */
final class Answers {
  private final JsonAdapter<Task> tasks;

  Answers(Moshi moshi) {
    this.tasks = moshi.adapter(Task.class);
  }

  /** Returns the task, or null where the answer holds none: then it is a refusal. */
  @Nullable Task task(TaskAnswer answer) {
    Task task = answer.data();
    if (task != null && id(task) != null) {
      return task;
    }
    // Some relays answer with the bare task, without the envelope.
    Map<String, @Nullable Object> members = answer.additionalProperties();
    if (members.containsKey("task_id") || members.containsKey("id")) {
      try {
        Task bare = tasks.fromJsonValue(members);
        return bare != null && id(bare) != null ? bare : null;
      } catch (JsonDataException e) {
        return null;
      }
    }
    return null;
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
