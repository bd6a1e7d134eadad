package io.github.kling4j.testkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What some relays want of a create request. Their refusals have a relay's shape in any dialect.
 *
 * @param durationAsString whether a {@code duration} must be a text
 * @param model whether {@code model} must be there, whatever {@code model_name} is
 * @param noExternalTaskId whether {@code external_task_id} must not be there
 */
record Demands(boolean durationAsString, boolean model, boolean noExternalTaskId) {
  static final Demands NONE = new Demands(false, false, false);

  /** Throws a {@link Refusal} when the request doesn't meet them. */
  void check(Map<String, @Nullable Object> body) {
    if (model && !(body.get("model") instanceof String name && !name.isBlank())) {
      throw new Refusal(RelayError.INVALID_REQUEST, "field model is required");
    }
    if (noExternalTaskId && body.containsKey("external_task_id")) {
      throw new Refusal(RelayError.INVALID_REQUEST, "json: unknown field \"external_task_id\"");
    }
    if (durationAsString && body.get("duration") instanceof Number) {
      throw new Refusal(
          RelayError.BUILD_REQUEST_FAILED,
          "json: cannot unmarshal number into Go struct field videoRequest.duration of type"
              + " string");
    }
  }
}
