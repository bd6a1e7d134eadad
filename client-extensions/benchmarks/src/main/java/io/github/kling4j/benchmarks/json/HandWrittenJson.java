package io.github.kling4j.benchmarks.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Requests and answers as somebody writes and reads them by hand who wants speed: Moshi's streams,
 * names looked up without making strings of them, what nobody asks for skipped, and no tolerance of
 * other shapes.
 */
public final class HandWrittenJson {
  private static final JsonReader.Options ANSWER =
      JsonReader.Options.of("code", "message", "request_id", "data");

  private static final JsonReader.Options TASK =
      JsonReader.Options.of(
          "task_id",
          "task_status",
          "task_status_msg",
          "task_info",
          "task_result",
          "final_unit_deduction",
          "created_at",
          "updated_at");

  private static final JsonReader.Options TASK_INFO = JsonReader.Options.of("external_task_id");

  private static final JsonReader.Options TASK_RESULT = JsonReader.Options.of("videos");

  private static final JsonReader.Options VIDEO = JsonReader.Options.of("id", "url", "duration");

  private static final JsonReader.Options STATUS =
      JsonReader.Options.of("submitted", "processing", "succeed", "failed");

  private static final List<String> STATUSES = STATUS.strings();

  private HandWrittenJson() {}

  /**
   * An answer with one task.
   *
   * @param code 0 for success
   * @param message the code in words
   * @param requestId the server's id of the request
   * @param task the task
   */
  public record TaskAnswerRecord(
      int code, @Nullable String message, @Nullable String requestId, @Nullable TaskRecord task) {}

  /**
   * An answer with a page of tasks.
   *
   * @param code 0 for success
   * @param message the code in words
   * @param requestId the server's id of the request
   * @param tasks the tasks
   */
  public record TaskListAnswerRecord(
      int code, @Nullable String message, @Nullable String requestId, List<TaskRecord> tasks) {}

  /**
   * A task.
   *
   * @param id its id
   * @param status how it is getting on
   * @param statusMessage why it failed
   * @param externalTaskId the caller's own id
   * @param videos what it made
   * @param unitDeduction what it cost
   * @param createdAt when it was created, in milliseconds
   * @param updatedAt when it changed last, in milliseconds
   */
  public record TaskRecord(
      String id,
      @Nullable String status,
      @Nullable String statusMessage,
      @Nullable String externalTaskId,
      List<VideoRecord> videos,
      @Nullable String unitDeduction,
      long createdAt,
      long updatedAt) {

    /**
     * Returns the address of the first video.
     *
     * @return the address, or null when there is none
     */
    public @Nullable String url() {
      return videos.isEmpty() ? null : videos.get(0).url();
    }
  }

  /**
   * A video.
   *
   * @param id its id
   * @param url where its file is
   * @param duration its length in seconds
   */
  public record VideoRecord(@Nullable String id, @Nullable String url, @Nullable String duration) {}

  /**
   * Writes a request.
   *
   * @param sink where to
   * @param request what
   * @throws IOException when the sink does
   */
  public static void writeRequest(BufferedSink sink, RequestRecord request) throws IOException {
    JsonWriter writer = JsonWriter.of(sink);
    writer.beginObject();
    writer.name("model_name").value(request.modelName());
    writer.name("prompt").value(request.prompt());
    writer.name("negative_prompt").value(request.negativePrompt());
    writer.name("cfg_scale").value(request.cfgScale());
    writer.name("mode").value(request.mode());
    writer.name("duration").value(request.duration());
    writer.name("aspect_ratio").value(request.aspectRatio());
    RequestRecord.Camera camera = request.cameraControl();
    if (camera != null) {
      writer.name("camera_control");
      writeCamera(writer, camera);
    }
    writer.name("callback_url").value(request.callbackUrl());
    writer.name("external_task_id").value(request.externalTaskId());
    writer.endObject();
  }

  private static void writeCamera(JsonWriter writer, RequestRecord.Camera camera)
      throws IOException {
    writer.beginObject();
    writer.name("type").value(camera.type());
    writer.name("config").beginObject();
    writer.name("horizontal").value(camera.horizontal());
    writer.name("vertical").value(camera.vertical());
    writer.name("pan").value(camera.pan());
    writer.name("tilt").value(camera.tilt());
    writer.name("roll").value(camera.roll());
    writer.name("zoom").value(camera.zoom());
    writer.endObject();
    writer.endObject();
  }

  /**
   * Reads an answer with one task.
   *
   * @param source the answer's body
   * @return what it says
   * @throws IOException when it is no JSON, or the source fails
   */
  public static TaskAnswerRecord readTask(BufferedSource source) throws IOException {
    JsonReader reader = JsonReader.of(source);
    int code = 0;
    String message = null;
    String requestId = null;
    TaskRecord task = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(ANSWER)) {
        case 0 -> code = reader.nextInt();
        case 1 -> message = text(reader);
        case 2 -> requestId = text(reader);
        case 3 -> task = task(reader);
        default -> skip(reader);
      }
    }
    reader.endObject();
    return new TaskAnswerRecord(code, message, requestId, task);
  }

  /**
   * Reads an answer with a page of tasks.
   *
   * @param source the answer's body
   * @return what it says
   * @throws IOException when it is no JSON, or the source fails
   */
  public static TaskListAnswerRecord readTasks(BufferedSource source) throws IOException {
    JsonReader reader = JsonReader.of(source);
    int code = 0;
    String message = null;
    String requestId = null;
    List<TaskRecord> tasks = new ArrayList<>();
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(ANSWER)) {
        case 0 -> code = reader.nextInt();
        case 1 -> message = text(reader);
        case 2 -> requestId = text(reader);
        case 3 -> {
          reader.beginArray();
          while (reader.hasNext()) {
            tasks.add(task(reader));
          }
          reader.endArray();
        }
        default -> skip(reader);
      }
    }
    reader.endObject();
    return new TaskListAnswerRecord(code, message, requestId, tasks);
  }

  private static TaskRecord task(JsonReader reader) throws IOException {
    String id = "";
    String status = null;
    String statusMessage = null;
    String externalTaskId = null;
    List<VideoRecord> videos = List.of();
    String unitDeduction = null;
    long createdAt = 0;
    long updatedAt = 0;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(TASK)) {
        case 0 -> id = reader.nextString();
        case 1 -> status = status(reader);
        case 2 -> statusMessage = text(reader);
        case 3 -> externalTaskId = externalTaskId(reader);
        case 4 -> videos = videos(reader);
        case 5 -> unitDeduction = text(reader);
        case 6 -> createdAt = reader.nextLong();
        case 7 -> updatedAt = reader.nextLong();
        default -> skip(reader);
      }
    }
    reader.endObject();
    return new TaskRecord(
        id, status, statusMessage, externalTaskId, videos, unitDeduction, createdAt, updatedAt);
  }

  private static String status(JsonReader reader) throws IOException {
    int known = reader.selectString(STATUS);
    return known < 0 ? reader.nextString() : STATUSES.get(known);
  }

  private static @Nullable String externalTaskId(JsonReader reader) throws IOException {
    String id = null;
    reader.beginObject();
    while (reader.hasNext()) {
      if (reader.selectName(TASK_INFO) == 0) {
        id = text(reader);
      } else {
        skip(reader);
      }
    }
    reader.endObject();
    return id;
  }

  private static List<VideoRecord> videos(JsonReader reader) throws IOException {
    List<VideoRecord> videos = new ArrayList<>(1);
    reader.beginObject();
    while (reader.hasNext()) {
      if (reader.selectName(TASK_RESULT) == 0) {
        reader.beginArray();
        while (reader.hasNext()) {
          videos.add(video(reader));
        }
        reader.endArray();
      } else {
        skip(reader);
      }
    }
    reader.endObject();
    return videos;
  }

  private static VideoRecord video(JsonReader reader) throws IOException {
    String id = null;
    String url = null;
    String duration = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(VIDEO)) {
        case 0 -> id = text(reader);
        case 1 -> url = text(reader);
        case 2 -> duration = text(reader);
        default -> skip(reader);
      }
    }
    reader.endObject();
    return new VideoRecord(id, url, duration);
  }

  private static @Nullable String text(JsonReader reader) throws IOException {
    return reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : reader.nextString();
  }

  private static void skip(JsonReader reader) throws IOException {
    reader.skipName();
    reader.skipValue();
  }
}
