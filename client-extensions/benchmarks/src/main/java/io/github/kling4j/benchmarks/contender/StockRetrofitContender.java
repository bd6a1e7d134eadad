package io.github.kling4j.benchmarks.contender;

import io.github.kling4j.benchmarks.peers.retrofit2.ApiClient;
import io.github.kling4j.benchmarks.peers.retrofit2.api.TextToVideoApi;
import io.github.kling4j.benchmarks.peers.retrofit2.model.AspectRatio;
import io.github.kling4j.benchmarks.peers.retrofit2.model.GenerationMode;
import io.github.kling4j.benchmarks.peers.retrofit2.model.ModelName;
import io.github.kling4j.benchmarks.peers.retrofit2.model.TextToVideoRequest;
import io.github.kling4j.benchmarks.peers.retrofit2.model.VideoDuration;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import retrofit2.Response;

/** The stock generator's retrofit2, with gson. */
@SuppressWarnings("NullAway") // What is not there ends the run.
public final class StockRetrofitContender implements Contender {
  private final OkHttpClient http;
  private final TextToVideoApi api;

  /**
   * Creates the contender.
   *
   * @param baseUrl the server's address
   */
  public StockRetrofitContender(String baseUrl) {
    ApiClient client = new ApiClient("bearer").setBearerToken(Wire.KEY);
    client.getAdapterBuilder().baseUrl(HttpUrl.get(baseUrl));
    http = client.getOkBuilder().build();
    client.getAdapterBuilder().client(http);
    api = client.getAdapterBuilder().build().create(TextToVideoApi.class);
  }

  @Override
  public String create() throws Exception {
    TextToVideoRequest request =
        new TextToVideoRequest()
            .modelName(ModelName.KLING_V2_5_TURBO)
            .prompt("A beach at sunset, waves.")
            .negativePrompt("people")
            .mode(GenerationMode.STD)
            .duration(VideoDuration.SECONDS_5)
            .aspectRatio(AspectRatio.RATIO_16_9);
    return body(api.createTextToVideo(request).execute()).getData().getTaskId();
  }

  @Override
  public String get(String id) throws Exception {
    return body(api.getTextToVideo(id).execute())
        .getData()
        .getTaskResult()
        .getVideos()
        .get(0)
        .getUrl()
        .toString();
  }

  @Override
  public int list() throws Exception {
    return body(api.listTextToVideo(1, Wire.PAGE).execute()).getData().size();
  }

  @Override
  public void close() {
    OkHttp.close(http);
  }

  private static <T> T body(Response<T> response) {
    return Objects.requireNonNull(response.body());
  }
}
