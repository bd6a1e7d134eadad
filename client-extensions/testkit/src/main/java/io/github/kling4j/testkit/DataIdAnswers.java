package io.github.kling4j.testkit;

import io.github.kling4j.testkit.TaskView.StatusWords;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link Dialect#DATA_ID}. */
final class DataIdAnswers extends Answers {
  private static final StatusWords WORDS =
      new StatusWords(List.of("QUEUED"), List.of("running"), "SUCCESS", "FAILURE");

  DataIdAnswers() {
    super(ListRoute.TASKS, ExternalIds.KNOWN);
  }

  @Override
  Map<String, @Nullable Object> created(TaskView task) {
    return Json.members("data", Json.members("id", task.id()));
  }

  @Override
  Map<String, @Nullable Object> queried(TaskView task) {
    return Json.members("data", body(task));
  }

  @Override
  Map<String, @Nullable Object> listed(List<TaskView> tasks) {
    return Json.members("data", tasks.stream().map(DataIdAnswers::body).toList());
  }

  @Override
  Map<String, @Nullable Object> error(Problem problem) {
    return problem.upstream()
        ? NewApiAnswers.handedOn(HttpAnswers.page(problem.status() + " " + problem.message()))
        : NewApiAnswers.ownError(problem);
  }

  private static Map<String, @Nullable Object> body(TaskView task) {
    return Json.members(
        "id",
        task.id(),
        "status",
        task.status(WORDS),
        "created_at",
        seconds(task.createdAt()),
        "data",
        VendorAnswers.answer(task));
  }
}
