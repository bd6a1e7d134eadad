package io.github.kling4j.testkit;

import io.github.kling4j.testkit.TaskView.StatusWords;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link Dialect#NEW_API_OLD}. */
final class OldNewApiAnswers extends Answers {
  private static final StatusWords WORDS =
      new StatusWords(
          List.of("NOT_START"), List.of("UNKNOWN", "IN_PROGRESS"), "SUCCESS", "FAILURE");

  OldNewApiAnswers() {
    super(ListRoute.HTML_PAGE, ExternalIds.DROPPED);
  }

  @Override
  Map<String, @Nullable Object> created(TaskView task) {
    return Json.members("task_id", task.id());
  }

  @Override
  Map<String, @Nullable Object> queried(TaskView task) {
    Map<String, @Nullable Object> object =
        Json.members(
            "task_id",
            task.id(),
            "action",
            "textGenerate",
            "status",
            task.status(WORDS),
            "fail_reason",
            task.succeeded() ? task.videoUrl() : task.failure());
    NewApiAnswers.putTimes(object, task);
    return WordCodeAnswers.success(object);
  }

  @Override
  Map<String, @Nullable Object> error(Problem problem) {
    if (!problem.upstream()) {
      return NewApiAnswers.ownError(problem);
    }
    String vendors = Json.write(VendorAnswers.errorBody(problem));
    return NewApiAnswers.handedOn(Json.write(NewApiAnswers.handedOn(vendors)));
  }

  @Override
  String usualAspectRatio() {
    return "1:1";
  }
}
