package io.github.kling4j.testkit;

import io.github.kling4j.testkit.TaskView.StatusWords;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link Dialect#ID_ONLY}. */
final class IdOnlyAnswers extends Answers {
  private static final StatusWords WORDS =
      new StatusWords(List.of("queued"), List.of("running"), "succeeded", "failed");
  private static final int USED_UP = 400;

  IdOnlyAnswers() {
    super(ListRoute.HTML_PAGE, ExternalIds.KNOWN);
  }

  @Override
  Map<String, @Nullable Object> created(TaskView task) {
    return Json.members("id", task.id());
  }

  @Override
  Map<String, @Nullable Object> queried(TaskView task) {
    Map<String, @Nullable Object> body =
        Json.members(
            "id",
            task.id(),
            "status",
            task.status(WORDS),
            "task_status_msg",
            task.failure(),
            "task_info",
            VendorAnswers.taskInfo(task));
    if (task.succeeded()) {
      body.put("task_result", VendorAnswers.taskResult(task));
    }
    body.put("created_at", task.createdAt().toEpochMilli());
    body.put("updated_at", task.updatedAt().toEpochMilli());
    return body;
  }

  @Override
  Map<String, @Nullable Object> error(Problem problem) {
    boolean usedUp =
        problem.error() == VendorError.BALANCE_NOT_ENOUGH
            || problem.error() == VendorError.ACCOUNT_IN_ARREARS;
    return Json.members("code", usedUp ? USED_UP : problem.code(), "message", problem.message());
  }
}
