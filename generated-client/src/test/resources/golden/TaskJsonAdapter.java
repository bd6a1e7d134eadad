// Generated from the OpenAPI document Kling text-to-video 1.0.0. Do not edit: change the document,
// or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;

/** Reads and writes {@link Task}. */
final class TaskJsonAdapter extends Shape<Task> {
  private static final JsonReader.Options NAMES =
      JsonReader.Options.of(
          "task_id",
          "task_status",
          "task_status_msg",
          "task_info",
          "task_result",
          "url",
          "error",
          "watermark_info",
          "final_unit_deduction",
          "created_at",
          "updated_at");

  private final Shape<String> taskId;
  private final Shape<TaskStatus> taskStatus;
  private final Shape<String> taskStatusMsg;
  private final Shape<TaskInfo> taskInfo;
  private final Shape<TaskResult> taskResult;
  private final Shape<String> url;
  private final Shape<ErrorDetail> error;
  private final Shape<WatermarkInfo> watermarkInfo;
  private final Shape<String> finalUnitDeduction;
  private final Shape<Long> createdAt;
  private final Shape<Long> updatedAt;

  TaskJsonAdapter(Moshi moshi) {
    taskId = Shape.STRING;
    taskStatus = Shape.of(moshi.adapter(TaskStatus.class));
    taskStatusMsg = Shape.STRING;
    taskInfo = Shape.of(moshi.adapter(TaskInfo.class));
    taskResult = Shape.of(moshi.adapter(TaskResult.class));
    url = Shape.STRING;
    error = Shape.of(moshi.adapter(ErrorDetail.class));
    watermarkInfo = Shape.of(moshi.adapter(WatermarkInfo.class));
    finalUnitDeduction = Shape.STRING;
    createdAt = Shape.LONG;
    updatedAt = Shape.LONG;
  }

  @Override
  Object tryRead(JsonReader reader) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      return Raw.read(reader);
    }
    Task.Builder builder = Task.builder();
    AdditionalProperties rest = builder.rest;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES) + 1) {
        case 1 -> builder.taskId = rest.read("task_id", taskId, reader);
        case 2 -> builder.taskStatus = rest.read("task_status", taskStatus, reader);
        case 3 -> builder.taskStatusMsg = rest.read("task_status_msg", taskStatusMsg, reader);
        case 4 -> builder.taskInfo = rest.read("task_info", taskInfo, reader);
        case 5 -> builder.taskResult = rest.read("task_result", taskResult, reader);
        case 6 -> builder.url = rest.read("url", url, reader);
        case 7 -> builder.error = rest.read("error", error, reader);
        case 8 -> builder.watermarkInfo = rest.read("watermark_info", watermarkInfo, reader);
        case 9 ->
            builder.finalUnitDeduction =
                rest.read("final_unit_deduction", finalUnitDeduction, reader);
        case 10 -> builder.createdAt = rest.read("created_at", createdAt, reader);
        case 11 -> builder.updatedAt = rest.read("updated_at", updatedAt, reader);
        default -> rest.readUnknown(reader);
      }
    }
    reader.endObject();
    if (builder.taskId == null) {
      builder.taskId = rest.readAlias("task_id", "id", taskId);
    }
    if (builder.taskStatus == null) {
      builder.taskStatus = rest.readAlias("task_status", "status", taskStatus);
    }
    if (builder.taskStatusMsg == null) {
      builder.taskStatusMsg = rest.readAlias("task_status_msg", "fail_reason", taskStatusMsg);
    }
    if (builder.url == null) {
      builder.url = rest.readAlias("url", "result_url", url);
    }
    return builder.asRead();
  }

  @Override
  void write(JsonWriter writer, Task value) throws IOException {
    writer.beginObject();
    if (value.taskId != null && !value.additionalProperties.containsKey("task_id")) {
      writer.name("task_id");
      taskId.write(writer, value.taskId);
    }
    if (value.taskStatus != null && !value.additionalProperties.containsKey("task_status")) {
      writer.name("task_status");
      taskStatus.write(writer, value.taskStatus);
    }
    if (value.taskStatusMsg != null && !value.additionalProperties.containsKey("task_status_msg")) {
      writer.name("task_status_msg");
      taskStatusMsg.write(writer, value.taskStatusMsg);
    }
    if (value.taskInfo != null) {
      writer.name("task_info");
      taskInfo.write(writer, value.taskInfo);
    }
    if (value.taskResult != null) {
      writer.name("task_result");
      taskResult.write(writer, value.taskResult);
    }
    if (value.url != null && !value.additionalProperties.containsKey("url")) {
      writer.name("url");
      url.write(writer, value.url);
    }
    if (value.error != null) {
      writer.name("error");
      error.write(writer, value.error);
    }
    if (value.watermarkInfo != null) {
      writer.name("watermark_info");
      watermarkInfo.write(writer, value.watermarkInfo);
    }
    if (value.finalUnitDeduction != null) {
      writer.name("final_unit_deduction");
      finalUnitDeduction.write(writer, value.finalUnitDeduction);
    }
    if (value.createdAt != null) {
      writer.name("created_at");
      createdAt.write(writer, value.createdAt);
    }
    if (value.updatedAt != null) {
      writer.name("updated_at");
      updatedAt.write(writer, value.updatedAt);
    }
    Shape.writeMembers(writer, value.additionalProperties);
    writer.endObject();
  }
}
