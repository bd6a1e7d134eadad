package io.github.kling4j.benchmarks.contender;

import com.squareup.moshi.Json;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
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
    CreateRequest request =
        new CreateRequest(
            "kling-v2-5-turbo", "A beach at sunset, waves.", "people", "std", 5, "16:9");
    return body(api.create(request).execute()).data().taskId();
  }

  @Override
  public String get(String id) throws IOException {
    TaskResult result = body(api.get(id).execute()).data().taskResult();
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
    Call<TaskAnswer> create(@Body CreateRequest request);

    @GET(Wire.PATH + "/{task_id}")
    Call<TaskAnswer> get(@Path("task_id") String id);

    @GET(Wire.PATH)
    Call<TaskListAnswer> list(@Query("pageNum") int pageNum, @Query("pageSize") int pageSize);
  }

  record CreateRequest(
      @Json(name = "model_name") String modelName,
      String prompt,
      @Json(name = "negative_prompt") String negativePrompt,
      String mode,
      int duration,
      @Json(name = "aspect_ratio") String aspectRatio) {}

  record TaskAnswer(
      int code, String message, @Json(name = "request_id") String requestId, Task data) {}

  record TaskListAnswer(
      int code, String message, @Json(name = "request_id") String requestId, List<Task> data) {}

  record Task(
      @Json(name = "task_id") String taskId,
      @Json(name = "task_status") String taskStatus,
      @Json(name = "task_status_msg") @Nullable String taskStatusMsg,
      @Json(name = "task_info") @Nullable TaskInfo taskInfo,
      @Json(name = "task_result") @Nullable TaskResult taskResult,
      @Json(name = "watermark_info") @Nullable WatermarkInfo watermarkInfo,
      @Json(name = "final_unit_deduction") @Nullable String finalUnitDeduction,
      @Json(name = "created_at") long createdAt,
      @Json(name = "updated_at") long updatedAt) {}

  record TaskInfo(@Json(name = "external_task_id") @Nullable String externalTaskId) {}

  record TaskResult(List<Video> videos) {}

  record Video(
      String id, String url, @Json(name = "watermark_url") String watermarkUrl, String duration) {}

  record WatermarkInfo(boolean enabled) {}
}
