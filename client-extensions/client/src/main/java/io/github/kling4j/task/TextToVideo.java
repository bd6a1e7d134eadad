package io.github.kling4j.task;

import io.github.kling4j.api.TextToVideoApi;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.model.TaskListAnswer;
import io.github.kling4j.model.TextToVideoRequest;
import io.github.kling4j.model.Violation;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Videos from a text. */
public final class TextToVideo
    extends TaskOperations<TextToVideoRequest.Builder, TextToVideoRequest> {
  private final TextToVideoApi api;
  private final TextToVideoRequest.Builder defaults;
  private final UnaryOperator<TextToVideoRequest> dialect;

  /**
   * Creates the operations on a Retrofit interface.
   *
   * @param api the generated interface
   * @param engine what all endpoints share
   * @param defaults what a request gets where it says nothing
   * @param dialect says a finished request as the server wants it
   */
  public TextToVideo(
      TextToVideoApi api,
      TaskEngine engine,
      TextToVideoRequest.Builder defaults,
      UnaryOperator<TextToVideoRequest> dialect) {
    super(engine);
    this.api = api;
    this.defaults = TextToVideoRequest.builder().withFallback(defaults);
    this.dialect = dialect;
  }

  @Override
  TextToVideoRequest.Builder builder() {
    return TextToVideoRequest.builder();
  }

  @Override
  TextToVideoRequest.Builder builder(TextToVideoRequest request) {
    return request.toBuilder();
  }

  @Override
  TextToVideoRequest complete(TextToVideoRequest.Builder builder, String externalTaskId) {
    TextToVideoRequest request = builder.withFallback(defaults).build();
    return idOf(request) == null ? builder.externalTaskId(externalTaskId).build() : request;
  }

  @Override
  @Nullable String externalTaskId(TextToVideoRequest request) {
    return idOf(dialect.apply(request));
  }

  /** Under a blank id no task could be found. */
  private static @Nullable String idOf(TextToVideoRequest request) {
    String id = request.externalTaskId();
    Object other = id == null ? request.additionalProperties().get("external_task_id") : id;
    return other == null || other.toString().isBlank() ? null : other.toString();
  }

  @Override
  List<Violation> violations(TextToVideoRequest request) {
    return request.violations();
  }

  @Override
  @Nullable String complaint(TextToVideoRequest request) {
    // In a video of several shots each shot has a prompt of its own.
    Object several = request.multiShot();
    boolean severalShots =
        (several != null && !several.equals(false))
            || request.additionalProperties().containsKey("multi_shot");
    if (severalShots || request.additionalProperties().containsKey("prompt")) {
      return null;
    }
    String prompt = request.prompt();
    return prompt != null && prompt.isBlank()
        ? "prompt is blank (" + prompt.length() + " characters): say what the video shows"
        : null;
  }

  @Override
  Call<TaskAnswer> createCall(TextToVideoRequest request) {
    return api.createTextToVideo(dialect.apply(request));
  }

  @Override
  Call<TaskAnswer> getCall(String id) {
    return api.getTextToVideo(id);
  }

  @Override
  Call<TaskListAnswer> listCall(int pageNum, int pageSize) {
    return api.listTextToVideo(
        TextToVideoApi.ListTextToVideoQuery.builder().pageNum(pageNum).pageSize(pageSize).build());
  }
}
