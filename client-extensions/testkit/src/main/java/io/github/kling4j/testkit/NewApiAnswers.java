package io.github.kling4j.testkit;

import io.github.kling4j.testkit.SimulatedTask.Stage;
import io.github.kling4j.testkit.TaskView.StatusWords;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link Dialect#NEW_API}. */
final class NewApiAnswers extends Answers {
  private static final StatusWords WORDS =
      new StatusWords(
          List.of("NOT_START", "SUBMITTED", "QUEUED"),
          List.of("IN_PROGRESS"),
          "SUCCESS",
          "FAILURE");

  /** The row of its table, which is no task id. */
  private static final long ROWS = 1_000_000;

  NewApiAnswers() {
    super(ListRoute.HTML_PAGE, ExternalIds.HANDED_ON);
  }

  @Override
  Map<String, @Nullable Object> created(TaskView task) {
    return NoEnvelopeAnswers.video(task);
  }

  @Override
  Map<String, @Nullable Object> queried(TaskView task) {
    Map<String, @Nullable Object> object =
        Json.members(
            "id",
            Long.parseLong(task.task().vendorsId()) % ROWS,
            "created_at",
            seconds(task.createdAt()),
            "updated_at",
            seconds(task.updatedAt()),
            "task_id",
            task.id(),
            "action",
            "textGenerate",
            "status",
            task.status(WORDS),
            "fail_reason",
            task.failure());
    if (task.succeeded()) {
      object.put("result_url", task.videoUrl());
    }
    putTimes(object, task);
    object.put("data", VendorAnswers.answer(task));
    return WordCodeAnswers.success(object);
  }

  @Override
  Map<String, @Nullable Object> error(Problem problem) {
    return problem.upstream()
        ? handedOn(Json.write(VendorAnswers.errorBody(problem)))
        : ownError(problem);
  }

  @Override
  String taskId(String vendorsId) {
    return NoEnvelopeAnswers.videoId(vendorsId);
  }

  @Override
  String usualAspectRatio() {
    return "1:1";
  }

  static Map<String, @Nullable Object> ownError(Problem problem) {
    return problem.isOfKey()
        ? RelayError.objectBody("", problem.message())
        : RelayError.wordBody(problem.word(), problem.message());
  }

  /** Returns an error whose message is what the upstream sent. */
  static Map<String, @Nullable Object> handedOn(String upstream) {
    return RelayError.wordBody(RelayError.FAIL_TO_FETCH_TASK.word, upstream);
  }

  /** A time that hasn't come is 0. */
  static void putTimes(Map<String, @Nullable Object> object, TaskView task) {
    boolean started = task.stage() != Stage.SUBMITTED;
    boolean ended = task.stage() == Stage.ENDED;
    object.put("submit_time", seconds(task.createdAt()));
    object.put("start_time", started ? seconds(task.task().startOf(Stage.RUNNING)) : 0);
    object.put("finish_time", ended ? seconds(task.task().startOf(Stage.ENDED)) : 0);
    object.put("progress", ended ? "100%" : started ? "50%" : "0%");
  }
}
