package io.github.kling4j.testkit;

import io.github.kling4j.testkit.TaskView.StatusWords;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link Dialect#WORD_CODE}. */
final class WordCodeAnswers extends Answers {
  private static final StatusWords WORDS =
      new StatusWords(List.of("queued"), List.of("running"), "succeeded", "failed");

  WordCodeAnswers() {
    super(ListRoute.TASKS, ExternalIds.KNOWN);
  }

  @Override
  Map<String, @Nullable Object> created(TaskView task) {
    return success(body(task));
  }

  @Override
  Map<String, @Nullable Object> queried(TaskView task) {
    return success(body(task));
  }

  @Override
  Map<String, @Nullable Object> listed(List<TaskView> tasks) {
    return success(tasks.stream().map(WordCodeAnswers::body).toList());
  }

  @Override
  Map<String, @Nullable Object> error(Problem problem) {
    return problem.isOfKey()
        ? RelayError.objectBody("", problem.message())
        : RelayError.wordBody(problem.word(), problem.message());
  }

  static Map<String, @Nullable Object> success(Object data) {
    return Json.members("code", "success", "message", "", "data", data);
  }

  private static Map<String, @Nullable Object> body(TaskView task) {
    return Json.members(
        "error",
        task.failed() ? Json.members("message", task.failure(), "code", "task_failed") : null,
        "format",
        "mp4",
        "metadata",
        null,
        "status",
        task.status(WORDS),
        "task_id",
        task.id(),
        "url",
        task.videoUrl());
  }
}
