package io.github.kling4j.benchmarks.contender;

import io.github.kling4j.benchmarks.json.HandWrittenJson;
import io.github.kling4j.benchmarks.json.RequestRecord;
import java.io.IOException;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/** OkHttp as it comes, with JSON written and read by hand. */
public final class HandWrittenContender implements Contender {
  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient http = new OkHttpClient();
  private final String url;

  /**
   * Creates the contender.
   *
   * @param baseUrl the server's address
   */
  public HandWrittenContender(String baseUrl) {
    url = baseUrl + Wire.PATH;
  }

  @Override
  public String create() throws IOException {
    Buffer json = new Buffer();
    HandWrittenJson.writeRequest(
        json,
        new RequestRecord(
            "kling-v2-5-turbo",
            "A beach at sunset, waves.",
            "people",
            null,
            "std",
            null,
            "16:9",
            5,
            null,
            null));
    RequestBody body = RequestBody.create(json.readByteString(), JSON);
    try (Response response = http.newCall(request(url).post(body).build()).execute()) {
      return task(response).id();
    }
  }

  @Override
  public String get(String id) throws IOException {
    try (Response response = http.newCall(request(url + "/" + id).build()).execute()) {
      return Objects.requireNonNull(task(response).url());
    }
  }

  @Override
  public int list() throws IOException {
    Request request = request(url + "?pageNum=1&pageSize=" + Wire.PAGE).build();
    try (Response response = http.newCall(request).execute()) {
      return HandWrittenJson.readTasks(response.body().source()).tasks().size();
    }
  }

  @Override
  public void close() {
    OkHttp.close(http);
  }

  private static HandWrittenJson.TaskRecord task(Response response) throws IOException {
    return Objects.requireNonNull(HandWrittenJson.readTask(response.body().source()).task());
  }

  private static Request.Builder request(String url) {
    return new Request.Builder().url(url).header("Authorization", "Bearer " + Wire.KEY);
  }
}
