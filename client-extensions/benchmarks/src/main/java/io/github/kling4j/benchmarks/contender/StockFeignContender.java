package io.github.kling4j.benchmarks.contender;

import io.github.kling4j.benchmarks.peers.feign.ApiClient;
import io.github.kling4j.benchmarks.peers.feign.api.TextToVideoApi;
import io.github.kling4j.benchmarks.peers.feign.model.AspectRatio;
import io.github.kling4j.benchmarks.peers.feign.model.GenerationMode;
import io.github.kling4j.benchmarks.peers.feign.model.ModelName;
import io.github.kling4j.benchmarks.peers.feign.model.TextToVideoRequest;
import io.github.kling4j.benchmarks.peers.feign.model.VideoDuration;

/** The stock generator's feign, on OkHttp, with Jackson. */
@SuppressWarnings("NullAway") // What is not there ends the run.
public final class StockFeignContender implements Contender {
  private final TextToVideoApi api;

  /**
   * Creates the contender.
   *
   * @param baseUrl the server's address
   */
  public StockFeignContender(String baseUrl) {
    ApiClient client = new ApiClient("bearer");
    client.setBasePath(baseUrl.substring(0, baseUrl.length() - 1));
    client.setBearerToken(Wire.KEY);
    api = client.buildClient(TextToVideoApi.class);
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
    // Its OkHttp client is a static field that nobody can reach; its threads end by themselves.
  }
}
