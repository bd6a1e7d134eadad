package io.github.kling4j.benchmarks.contender;

import com.squareup.moshi.Moshi;
import io.github.kling4j.api.TextToVideoApi;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import okhttp3.OkHttpClient;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** The generated interface, with Retrofit as it comes. */
public final class InterfaceContender extends GeneratedContender {
  /**
   * Creates the contender.
   *
   * @param baseUrl the server's address
   */
  public InterfaceContender(String baseUrl) {
    super(baseUrl, InterfaceContender::api);
  }

  private static TextToVideoApi api(OkHttpClient http, String baseUrl) {
    Moshi moshi = new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build();
    return new Retrofit.Builder()
        .baseUrl(baseUrl)
        .client(http)
        .addConverterFactory(MoshiConverterFactory.create(moshi))
        .build()
        .create(TextToVideoApi.class);
  }
}
