package io.github.kling4j.benchmarks.contender;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The JDK's HTTP client and Jackson, with records by hand. */
public final class JdkJacksonContender implements Contender {
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private final String url;

  /**
   * Creates the contender.
   *
   * @param baseUrl the server's address
   */
  public JdkJacksonContender(String baseUrl) {
    url = baseUrl + Wire.PATH;
  }

  @Override
  public String create() throws IOException, InterruptedException {
    CreateRequest request =
        new CreateRequest(
            "kling-v2-5-turbo", "A beach at sunset, waves.", "people", "std", 5, "16:9");
    HttpRequest.BodyPublisher body =
        HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(request));
    HttpRequest post = request(url).header("Content-Type", "application/json").POST(body).build();
    return answer(post, TaskAnswer.class).data().taskId();
  }

  @Override
  public String get(String id) throws IOException, InterruptedException {
    TaskResult result =
        answer(request(url + "/" + id).build(), TaskAnswer.class).data().taskResult();
    return Objects.requireNonNull(result).videos().get(0).url();
  }

  @Override
  public int list() throws IOException, InterruptedException {
    HttpRequest request = request(url + "?pageNum=1&pageSize=" + Wire.PAGE).build();
    return answer(request, TaskListAnswer.class).data().size();
  }

  @Override
  public void close() {
    // Before JDK 21 there is nothing to close; its thread ends when nobody holds the client.
  }

  private static HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + Wire.KEY);
  }

  private <T> T answer(HttpRequest request, Class<T> type)
      throws IOException, InterruptedException {
    return json.readValue(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body(), type);
  }

  record CreateRequest(
      @JsonProperty("model_name") String modelName,
      String prompt,
      @JsonProperty("negative_prompt") String negativePrompt,
      String mode,
      int duration,
      @JsonProperty("aspect_ratio") String aspectRatio) {}

  record TaskAnswer(
      int code, String message, @JsonProperty("request_id") String requestId, Task data) {}

  record TaskListAnswer(
      int code, String message, @JsonProperty("request_id") String requestId, List<Task> data) {}

  record Task(
      @JsonProperty("task_id") String taskId,
      @JsonProperty("task_status") String taskStatus,
      @JsonProperty("task_status_msg") @Nullable String taskStatusMsg,
      @JsonProperty("task_info") @Nullable TaskInfo taskInfo,
      @JsonProperty("task_result") @Nullable TaskResult taskResult,
      @JsonProperty("watermark_info") @Nullable WatermarkInfo watermarkInfo,
      @JsonProperty("final_unit_deduction") @Nullable String finalUnitDeduction,
      @JsonProperty("created_at") long createdAt,
      @JsonProperty("updated_at") long updatedAt) {}

  record TaskInfo(@JsonProperty("external_task_id") @Nullable String externalTaskId) {}

  record TaskResult(List<Video> videos) {}

  record Video(
      String id, String url, @JsonProperty("watermark_url") String watermarkUrl, String duration) {}

  record WatermarkInfo(boolean enabled) {}
}
