package io.github.kling4j.benchmarks.contender;

import io.github.kling4j.benchmarks.peers.okhttpgson.ApiClient;
import io.github.kling4j.benchmarks.peers.okhttpgson.api.TextToVideoApi;
import io.github.kling4j.benchmarks.peers.okhttpgson.model.AspectRatio;
import io.github.kling4j.benchmarks.peers.okhttpgson.model.GenerationMode;
import io.github.kling4j.benchmarks.peers.okhttpgson.model.ModelName;
import io.github.kling4j.benchmarks.peers.okhttpgson.model.TextToVideoRequest;
import io.github.kling4j.benchmarks.peers.okhttpgson.model.VideoDuration;

/** The stock generator's okhttp-gson. */
@SuppressWarnings("NullAway") // What is not there ends the run.
public final class StockOkHttpContender implements Contender {
  private final ApiClient client = new ApiClient();
  private final TextToVideoApi api = new TextToVideoApi(client);

  /**
   * Creates the contender.
   *
   * @param baseUrl the server's address
   */
  public StockOkHttpContender(String baseUrl) {
    client.setBasePath(baseUrl.substring(0, baseUrl.length() - 1));
    client.setBearerToken(Wire.KEY);
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
    return api.createTextToVideo(request).getData().getTaskId();
  }

  @Override
  public String get(String id) throws Exception {
    return api.getTextToVideo(id).getData().getTaskResult().getVideos().get(0).getUrl().toString();
  }

  @Override
  public int list() throws Exception {
    return api.listTextToVideo(1, Wire.PAGE).getData().size();
  }

  @Override
  public void close() {
    OkHttp.close(client.getHttpClient());
  }
}
