package io.github.kling4j.cli;

import com.squareup.moshi.JsonAdapter;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import io.github.kling4j.model.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tasks as the server says them, for scripts. */
final class TaskJson {
  private TaskJson() {}

  /**
   * Returns the task as an object, with the path of its video under {@code file} if there is one.
   */
  static String of(Task task, @Nullable Path file) {
    Task shown =
        file == null ? task : task.toBuilder().additionalProperty("file", file.toString()).build();
    return adapter().indent("  ").toJson(shown);
  }

  /** Returns an array with a task on each line. */
  static String of(List<Task> tasks) {
    return tasks.isEmpty()
        ? "[]"
        : tasks.stream().map(adapter()::toJson).collect(Collectors.joining(",\n ", "[", "]"));
  }

  private static JsonAdapter<Task> adapter() {
    return ModelJsonAdapterFactory.adapter(Task.class);
  }
}
