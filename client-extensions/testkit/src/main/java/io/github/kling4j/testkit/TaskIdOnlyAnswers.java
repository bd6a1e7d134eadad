package io.github.kling4j.testkit;

import io.github.kling4j.testkit.TaskView.StatusWords;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link Dialect#TASK_ID_ONLY}. */
final class TaskIdOnlyAnswers extends Answers {
  private static final StatusWords WORDS =
      new StatusWords(List.of("SUBMITTED"), List.of("IN_PROGRESS"), "SUCCESS", "FAILURE");

  TaskIdOnlyAnswers() {
    super(ListRoute.NOT_FOUND, ExternalIds.DROPPED);
  }

  @Override
  Map<String, @Nullable Object> created(TaskView task) {
    return Json.members("task_id", task.id());
  }

  @Override
  Map<String, @Nullable Object> queried(TaskView task) {
    return Json.members(
        "task_id",
        task.id(),
        "status",
        task.status(WORDS),
        "result_url",
        task.videoUrl(),
        "fail_reason",
        task.failure(),
        "created_at",
        seconds(task.createdAt()),
        "updated_at",
        seconds(task.updatedAt()));
  }

  @Override
  Map<String, @Nullable Object> error(Problem problem) {
    return RelayError.objectBody(null, problem.message());
  }
}
