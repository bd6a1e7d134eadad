package io.github.kling4j.benchmarks.contender;

import com.squareup.moshi.Moshi;
import io.github.kling4j.api.TextToVideoApi;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import io.github.kling4j.model.TextToVideoRequest;
import java.io.IOException;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** What is generated from the contract, with Retrofit as it comes. */
@SuppressWarnings("NullAway") // What is not there ends the run.
public final class InterfaceContender implements Contender {
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

  /**
   * Creates the contender.
   *
   * @param baseUrl the server's address
   */
  public InterfaceContender(String baseUrl) {
    Moshi moshi = new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build();
    api =
        new Retrofit.Builder()
            .baseUrl(baseUrl)
            .client(http)
            .addConverterFactory(MoshiConverterFactory.create(moshi))
            .build()
            .create(TextToVideoApi.class);
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
