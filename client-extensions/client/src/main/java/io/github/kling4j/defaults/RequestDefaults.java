package io.github.kling4j.defaults;

import io.github.kling4j.model.ModelName;
import io.github.kling4j.model.TextToVideoRequest;

/** What a request gets where neither the caller nor the client's builder says anything. */
public final class RequestDefaults {
  private RequestDefaults() {}

  /**
   * Returns the defaults for text-to-video: model {@code kling-v2-5-turbo} and 5 seconds, as in the
   * relays' example. The server's own default model was retired, so a model is always sent.
   *
   * @return a new builder, for {@code withFallback}
   */
  public static TextToVideoRequest.Builder textToVideo() {
    return TextToVideoRequest.builder().modelName(ModelName.KLING_V2_5_TURBO).duration(5);
  }
}
