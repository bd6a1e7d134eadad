package io.github.kling4j.benchmarks.contender;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Okio;

/** OkHttp as it comes, with a body made beforehand; answers are read and thrown away. */
public final class OkHttpBytesContender implements Contender {
  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient http = new OkHttpClient();
  private final String url;
  private final RequestBody body = RequestBody.create(Wire.utf8(Wire.REQUEST), JSON);

  /**
   * Creates the contender.
   *
   * @param baseUrl the server's address
   */
  public OkHttpBytesContender(String baseUrl) {
    url = baseUrl + Wire.PATH;
  }

  @Override
  public String create() throws IOException {
    exchange(request(url).post(body).build());
    return Wire.TASK_ID;
  }

  @Override
  public String get(String id) throws IOException {
    exchange(request(url + "/" + id).build());
    return Wire.VIDEO_URL;
  }

  @Override
  public int list() throws IOException {
    exchange(request(url + "?pageNum=1&pageSize=" + Wire.PAGE).build());
    return Wire.PAGE;
  }

  @Override
  public void close() {
    OkHttp.close(http);
  }

  private static Request.Builder request(String url) {
    return new Request.Builder().url(url).header("Authorization", "Bearer " + Wire.KEY);
  }

  private void exchange(Request request) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      response.body().source().readAll(Okio.blackhole());
    }
  }
}
