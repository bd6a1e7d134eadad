package io.github.kling4j.benchmarks.json;

import com.squareup.moshi.Json;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records as somebody writes them who leaves the rest to Moshi's reflection. */
final class Reflected {
  private static final Moshi MOSHI = new Moshi.Builder().build();

  static final JsonAdapter<Request> REQUEST = MOSHI.adapter(Request.class);
  static final JsonAdapter<TaskAnswer> TASK = MOSHI.adapter(TaskAnswer.class);
  static final JsonAdapter<TaskListAnswer> TASKS = MOSHI.adapter(TaskListAnswer.class);

  static final Request SAMPLE = request(Samples.BY_HAND);

  private Reflected() {}

  public record Request(
      @Json(name = "model_name") String modelName,
      String prompt,
      @Json(name = "negative_prompt") @Nullable String negativePrompt,
      @Json(name = "cfg_scale") @Nullable Double cfgScale,
      @Nullable String mode,
      @Json(name = "camera_control") Camera cameraControl,
      @Json(name = "aspect_ratio") @Nullable String aspectRatio,
      @Nullable Integer duration,
      @Json(name = "callback_url") @Nullable String callbackUrl,
      @Json(name = "external_task_id") @Nullable String externalTaskId) {}

  public record Camera(String type, CameraConfig config) {}

  public record CameraConfig(
      double horizontal, double vertical, double pan, double tilt, double roll, double zoom) {}

  public record TaskAnswer(
      int code,
      @Nullable String message,
      @Json(name = "request_id") @Nullable String requestId,
      @Nullable Task data) {}

  public record TaskListAnswer(
      int code,
      @Nullable String message,
      @Json(name = "request_id") @Nullable String requestId,
      List<Task> data) {}

  public record Task(
      @Json(name = "task_id") String taskId,
      @Json(name = "task_status") @Nullable String taskStatus,
      @Json(name = "task_status_msg") @Nullable String taskStatusMsg,
      @Json(name = "task_info") @Nullable TaskInfo taskInfo,
      @Json(name = "task_result") @Nullable TaskResult taskResult,
      @Json(name = "final_unit_deduction") @Nullable String finalUnitDeduction,
      @Json(name = "created_at") long createdAt,
      @Json(name = "updated_at") long updatedAt) {}

  public record TaskInfo(@Json(name = "external_task_id") @Nullable String externalTaskId) {}

  public record TaskResult(@Nullable List<Video> videos) {}

  public record Video(@Nullable String id, @Nullable String url, @Nullable String duration) {}

  private static Request request(RequestRecord from) {
    RequestRecord.Camera camera = Objects.requireNonNull(from.cameraControl());
    CameraConfig config =
        new CameraConfig(
            camera.horizontal(),
            camera.vertical(),
            camera.pan(),
            camera.tilt(),
            camera.roll(),
            camera.zoom());
    return new Request(
        from.modelName(),
        from.prompt(),
        from.negativePrompt(),
        from.cfgScale(),
        from.mode(),
        new Camera(camera.type(), config),
        from.aspectRatio(),
        from.duration(),
        from.callbackUrl(),
        from.externalTaskId());
  }
}
