package io.github.kling4j.benchmarks.contender;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies by hand. Public, as Moshi calls no others. */
final class MoshiRecords {
  private MoshiRecords() {}

  public record CreateRequest(
      @Json(name = "model_name") String modelName,
      String prompt,
      @Json(name = "negative_prompt") String negativePrompt,
      String mode,
      int duration,
      @Json(name = "aspect_ratio") String aspectRatio) {}

  public record TaskAnswer(
      int code, String message, @Json(name = "request_id") String requestId, Task data) {}

  public record TaskListAnswer(
      int code, String message, @Json(name = "request_id") String requestId, List<Task> data) {}

  public record Task(
      @Json(name = "task_id") String taskId,
      @Json(name = "task_status") String taskStatus,
      @Json(name = "task_status_msg") @Nullable String taskStatusMsg,
      @Json(name = "task_info") @Nullable TaskInfo taskInfo,
      @Json(name = "task_result") @Nullable TaskResult taskResult,
      @Json(name = "watermark_info") @Nullable WatermarkInfo watermarkInfo,
      @Json(name = "final_unit_deduction") @Nullable String finalUnitDeduction,
      @Json(name = "created_at") long createdAt,
      @Json(name = "updated_at") long updatedAt) {}

  public record TaskInfo(@Json(name = "external_task_id") @Nullable String externalTaskId) {}

  public record TaskResult(List<Video> videos) {}

  public record Video(
      String id, String url, @Json(name = "watermark_url") String watermarkUrl, String duration) {}

  public record WatermarkInfo(boolean enabled) {}
}
