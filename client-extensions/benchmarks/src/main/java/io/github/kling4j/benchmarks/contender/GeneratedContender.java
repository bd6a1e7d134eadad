package io.github.kling4j.benchmarks.contender;

import io.github.kling4j.api.TextToVideoApi;
import io.github.kling4j.model.TextToVideoRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.function.BiFunction;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.Response;

/** An interface that is generated from the contract, and a client of OkHttp that sends the key. */
@SuppressWarnings("NullAway") // What is not there ends the run.
abstract class GeneratedContender implements Contender {
  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .addInterceptor(
              chain -> {
                Request request = chain.request();
                return chain.proceed(
                    request.newBuilder().header("Authorization", "Bearer " + Wire.KEY).build());
              })
          .build();
  private final TextToVideoApi api;

  GeneratedContender(String baseUrl, BiFunction<OkHttpClient, String, TextToVideoApi> api) {
    this.api = api.apply(http, baseUrl);
  }

  @Override
  public String create() throws IOException {
    TextToVideoRequest request =
        TextToVideoRequest.builder()
            .modelName("kling-v2-5-turbo")
            .prompt("A beach at sunset, waves.")
            .negativePrompt("people")
            .mode("std")
            .duration(5)
            .aspectRatio("16:9")
            .build();
    return body(api.createTextToVideo(request).execute()).data().taskId();
  }

  @Override
  public String get(String id) throws IOException {
    return body(api.getTextToVideo(id).execute()).data().taskResult().videos().get(0).url();
  }

  @Override
  public int list() throws IOException {
    TextToVideoApi.ListTextToVideoQuery query =
        TextToVideoApi.ListTextToVideoQuery.builder().pageNum(1).pageSize(Wire.PAGE).build();
    return body(api.listTextToVideo(query).execute()).data().size();
  }

  @Override
  public void close() {
    OkHttp.close(http);
  }

  private static <T> T body(Response<T> response) {
    return Objects.requireNonNull(response.body());
  }
}
