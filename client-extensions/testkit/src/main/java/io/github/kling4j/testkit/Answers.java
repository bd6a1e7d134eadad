package io.github.kling4j.testkit;

import io.github.kling4j.testkit.Effect.WrongAnswer;
import io.github.kling4j.testkit.SimulatedTask.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of answers and callbacks, as the relay page and the vendor write them. This is the one
 * place that knows their names, and so the one that another relay's dialect would replace.
 *
 * <p>Plain maps, not the generated models: a fault of those would else stand on both sides of a
 * test and cancel itself out.
 */
final class Answers {
  private static final String HTML =
      "<!DOCTYPE html>\n<html><head><title>Gateway</title></head>"
          + "<body><h1>Gateway</h1></body></html>\n";

  private Answers() {}

  static MockResponse created(SimulatedTask task) {
    return succeed(body(task, Stage.SUBMITTED, task.base()));
  }

  static MockResponse task(SimulatedTask task, Stage stage, HttpUrl gateway) {
    return succeed(body(task, stage, gateway));
  }

  static MockResponse tasks(List<Map<String, @Nullable Object>> bodies) {
    return succeed(bodies);
  }

  static MockResponse error(VendorError error, String message) {
    return json(error.status, envelope(error.code, message));
  }

  static MockResponse wrong(WrongAnswer wrong, HttpUrl asked) {
    boolean bodiless = wrong.status() == 204 || wrong.status() == 304;
    MockResponse.Builder answer =
        switch (bodiless ? Effect.Body.EMPTY : wrong.body()) {
          case JSON -> wrongJson(wrong).newBuilder();
          case HTML ->
              new MockResponse.Builder()
                  .body(HTML)
                  .setHeader("Content-Type", "text/html; charset=utf-8");
          case EMPTY -> new MockResponse.Builder();
        };
    if (wrong.retryAfter() != null) {
      answer.setHeader("Retry-After", wrong.retryAfter());
    }
    if (wrong.status() / 100 == 3) {
      answer.setHeader("Location", asked.encodedPath());
    }
    return answer.code(wrong.status()).build();
  }

  /** Returns the bare task: the {@code data} of an answer. */
  static Map<String, @Nullable Object> body(SimulatedTask task, Stage stage, HttpUrl gateway) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("task_id", task.id());
    body.put("task_status", task.statusAt(stage));
    if (stage != Stage.SUBMITTED) {
      body.put("task_status_msg", stage == Stage.ENDED ? orEmpty(task.failure()) : "");
    }
    String externalId = task.externalId();
    body.put("task_info", externalId == null ? Map.of() : Map.of("external_task_id", externalId));
    if (stage == Stage.ENDED && task.failure() == null) {
      body.put("task_result", Map.of("videos", List.of(video(task, gateway))));
      body.put("watermark_info", Map.of("enabled", task.watermark()));
      body.put("final_unit_deduction", "2.5");
    }
    body.put("created_at", task.createdAt().toEpochMilli());
    body.put("updated_at", task.startOf(stage).toEpochMilli());
    return body;
  }

  /** Returns the body of a callback: the task without an envelope. */
  static String callback(SimulatedTask task, Stage stage) {
    Map<String, @Nullable Object> body = body(task, stage, task.base());
    body.remove("watermark_info");
    return Json.write(body);
  }

  private static Map<String, @Nullable Object> video(SimulatedTask task, HttpUrl gateway) {
    Map<String, @Nullable Object> video = new LinkedHashMap<>();
    String url = task.videoUrl(gateway).toString();
    video.put("id", task.videoId());
    video.put("url", url);
    video.put("watermark_url", task.watermark() ? url : "");
    video.put("duration", VideoFile.SECONDS);
    return video;
  }

  private static MockResponse wrongJson(WrongAnswer wrong) {
    VendorError error = VendorError.ofCode(wrong.code());
    String message = error == null ? "Error " + wrong.code() : error.message;
    return json(wrong.status(), envelope(wrong.code(), message));
  }

  private static MockResponse succeed(Object data) {
    Map<String, @Nullable Object> envelope = envelope(0, "SUCCEED");
    envelope.put("data", data);
    return json(200, envelope);
  }

  private static Map<String, @Nullable Object> envelope(int code, String message) {
    Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
    envelope.put("code", code);
    envelope.put("message", message);
    envelope.put("request_id", UUID.randomUUID().toString());
    return envelope;
  }

  private static MockResponse json(int status, Map<String, @Nullable Object> body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json; charset=utf-8")
        .body(Json.write(body))
        .build();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
