package io.github.kling4j.testkit;

import io.github.kling4j.testkit.SimulatedTask.Stage;
import io.github.kling4j.testkit.TaskView.StatusWords;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@link Dialect#VENDOR}. */
final class VendorAnswers extends Answers {
  private static final StatusWords WORDS =
      new StatusWords(List.of("submitted"), List.of("processing"), "succeed", "failed");

  VendorAnswers() {
    super(ListRoute.TASKS, ExternalIds.KNOWN);
  }

  @Override
  Map<String, @Nullable Object> created(TaskView task) {
    return answer(task);
  }

  @Override
  Map<String, @Nullable Object> queried(TaskView task) {
    return answer(task);
  }

  @Override
  Map<String, @Nullable Object> listed(List<TaskView> tasks) {
    return succeed(tasks.stream().map(VendorAnswers::body).toList());
  }

  @Override
  Map<String, @Nullable Object> error(Problem problem) {
    return errorBody(problem);
  }

  /** Returns the whole answer, as other dialects repeat it. */
  static Map<String, @Nullable Object> answer(TaskView task) {
    return succeed(body(task));
  }

  static Map<String, @Nullable Object> errorBody(Problem problem) {
    return envelope(problem.code(), problem.message());
  }

  /** Returns the body of a callback: the task without an envelope. */
  static String callback(SimulatedTask task, Stage stage) {
    Map<String, @Nullable Object> body = body(TaskView.entering(stage, task));
    body.remove("watermark_info");
    return Json.write(body);
  }

  static Map<String, @Nullable Object> taskInfo(TaskView task) {
    String externalId = task.task().externalId();
    return externalId == null ? Map.of() : Map.of("external_task_id", externalId);
  }

  static Map<String, @Nullable Object> taskResult(TaskView task) {
    Map<String, @Nullable Object> video =
        Json.members(
            "id",
            task.task().videoId(),
            "url",
            task.videoUrl(),
            "watermark_url",
            task.task().watermark() ? task.videoUrl() : "",
            "duration",
            VideoFile.SECONDS);
    return Json.members("videos", List.of(video));
  }

  /** Returns the bare task: the {@code data} of an answer. */
  private static Map<String, @Nullable Object> body(TaskView task) {
    Map<String, @Nullable Object> body =
        Json.members("task_id", task.task().vendorsId(), "task_status", task.status(WORDS));
    if (task.stage() != Stage.SUBMITTED) {
      body.put("task_status_msg", task.failure());
    }
    body.put("task_info", taskInfo(task));
    if (task.succeeded()) {
      body.put("task_result", taskResult(task));
      body.put("watermark_info", Map.of("enabled", task.task().watermark()));
      body.put("final_unit_deduction", "2.5");
    }
    body.put("created_at", task.createdAt().toEpochMilli());
    body.put("updated_at", task.updatedAt().toEpochMilli());
    return body;
  }

  private static Map<String, @Nullable Object> succeed(Object data) {
    Map<String, @Nullable Object> envelope = envelope(0, "SUCCEED");
    envelope.put("data", data);
    return envelope;
  }

  private static Map<String, @Nullable Object> envelope(int code, String message) {
    return Json.members(
        "code", code, "message", message, "request_id", UUID.randomUUID().toString());
  }
}
