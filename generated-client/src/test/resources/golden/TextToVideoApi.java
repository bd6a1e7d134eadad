// Generated from the OpenAPI document Kling text-to-video 1.0.0. Do not edit: change the document,
// or a template.

package io.github.kling4j.api;

import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.model.TaskListAnswer;
import io.github.kling4j.model.TextToVideoRequest;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;

/** Tasks that make a video from a text. */
public interface TextToVideoApi {
  /**
   * Creates a task that makes a video from a text.
   *
   * <p>The answer comes at once and holds the id of the task; the video is made afterwards, within
   * minutes. Each task that is created costs money and cannot be cancelled.
   *
   * @param textToVideoRequest What the video should show, and how it should be made.
   * @return the call
   */
  @POST("kling/v1/videos/text2video")
  @Headers({"Accept: application/json", "Content-Type: application/json"})
  Call<TaskAnswer> createTextToVideo(@Body TextToVideoRequest textToVideoRequest);

  /**
   * Answers how a task is getting on, and with its video once it is ready.
   *
   * <p>A task that failed is a successful answer too, with the reason in task_status_msg. An
   * unknown id is HTTP 400 with code 1201, not HTTP 404. Relays answer from a copy that is
   * refreshed about every 15 seconds. A key that is limited to some models may be refused here with
   * HTTP 403, which says nothing about the task.
   *
   * @param taskId Id of the task. The vendor takes the external_task_id of the request as well;
   *     some relays do not.
   * @return the call
   */
  @GET("kling/v1/videos/text2video/{task_id}")
  @Headers({"Accept: application/json"})
  Call<TaskAnswer> getTextToVideo(@Path("task_id") String taskId);

  /**
   * Lists the tasks of the account, page by page.
   *
   * <p>The answer holds no total, so a page that is shorter than asked for is the last one. Many
   * relays do not serve this operation; some of those answer with HTTP 200 and an HTML page.
   *
   * @param query what goes into the address
   * @return the call
   */
  @GET("kling/v1/videos/text2video")
  @Headers({"Accept: application/json"})
  Call<TaskListAnswer> listTextToVideo(@QueryMap ListTextToVideoQuery query);

  /**
   * The query parameters of {@link #listTextToVideo}, by name. A new one in the document is one
   * more method on the builder, and breaks no caller.
   */
  final class ListTextToVideoQuery extends AbstractMap<String, String> {
    private final Map<String, String> values;

    private ListTextToVideoQuery(Map<String, String> values) {
      this.values = values;
    }

    /**
     * Returns a builder with nothing set.
     *
     * @return a new builder
     */
    public static Builder builder() {
      return new Builder();
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
      return values.entrySet();
    }

    /** Builds instances of {@link ListTextToVideoQuery}. */
    public static final class Builder {
      private final Map<String, String> values = new LinkedHashMap<>();

      private Builder() {}

      /**
       * Number of the page, from 1 to 1000. The server's default is 1.
       *
       * @param pageNum the value, or null to leave it out
       * @return this builder
       */
      public Builder pageNum(@Nullable Integer pageNum) {
        return parameter("pageNum", pageNum);
      }

      /**
       * Tasks on a page, from 1 to 500. The server's default is 30.
       *
       * @param pageSize the value, or null to leave it out
       * @return this builder
       */
      public Builder pageSize(@Nullable Integer pageSize) {
        return parameter("pageSize", pageSize);
      }

      /**
       * Sets a parameter by its name, for what the document does not know yet.
       *
       * @param name the name in the address
       * @param value the value, or null to leave it out
       * @return this builder
       */
      public Builder parameter(String name, @Nullable Object value) {
        if (value == null) {
          values.remove(name);
        } else {
          values.put(name, value.toString());
        }
        return this;
      }

      /**
       * Builds the parameters.
       *
       * @return an immutable object
       */
      public ListTextToVideoQuery build() {
        return new ListTextToVideoQuery(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
      }
    }
  }
}
