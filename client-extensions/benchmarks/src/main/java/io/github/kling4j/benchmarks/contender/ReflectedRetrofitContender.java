package io.github.kling4j.benchmarks.contender;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Retrofit and Moshi with an interface and records by hand, which Moshi reflects on. */
public final class ReflectedRetrofitContender implements Contender {
  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .addInterceptor(
              chain -> {
                Request request = chain.request();
                return chain.proceed(
                    request.newBuilder().header("Authorization", "Bearer " + Wire.KEY).build());
              })
          .build();
  private final Api api;

  /**
   * Creates the contender.
   *
   * @param baseUrl the server's address
   */
  public ReflectedRetrofitContender(String baseUrl) {
    api =
        new Retrofit.Builder()
            .baseUrl(baseUrl)
            .client(http)
            .addConverterFactory(MoshiConverterFactory.create(new Moshi.Builder().build()))
            .build()
            .create(Api.class);
  }

  @Override
  public String create() throws IOException {
    MoshiRecords.CreateRequest request =
        new MoshiRecords.CreateRequest(
            "kling-v2-5-turbo", "A beach at sunset, waves.", "people", "std", 5, "16:9");
    return body(api.create(request).execute()).data().taskId();
  }

  @Override
  public String get(String id) throws IOException {
    MoshiRecords.TaskResult result = body(api.get(id).execute()).data().taskResult();
    return Objects.requireNonNull(result).videos().get(0).url();
  }

  @Override
  public int list() throws IOException {
    return body(api.list(1, Wire.PAGE).execute()).data().size();
  }

  @Override
  public void close() {
    OkHttp.close(http);
  }

  private static <T> T body(Response<T> response) {
    return Objects.requireNonNull(response.body());
  }

  interface Api {
    @POST(Wire.PATH)
    Call<MoshiRecords.TaskAnswer> create(@Body MoshiRecords.CreateRequest request);

    @GET(Wire.PATH + "/{task_id}")
    Call<MoshiRecords.TaskAnswer> get(@Path("task_id") String id);

    @GET(Wire.PATH)
    Call<MoshiRecords.TaskListAnswer> list(
        @Query("pageNum") int pageNum, @Query("pageSize") int pageSize);
  }
}
