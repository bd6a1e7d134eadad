package io.github.kling4j;

import io.github.kling4j.model.AspectRatio;
import io.github.kling4j.model.ModelName;
import io.github.kling4j.model.TextToVideoRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What some servers want in a request otherwise than the contract says. */
enum RelayNeed {
  DURATION_AS_STRING {
    @Override
    TextToVideoRequest apply(TextToVideoRequest request) {
      Object duration = request.duration();
      return duration == null
          ? request
          : request.toBuilder().additionalProperty("duration", duration.toString()).build();
    }
  },
  DUPLICATE_MODEL {
    @Override
    TextToVideoRequest apply(TextToVideoRequest request) {
      Map<String, @Nullable Object> others = request.additionalProperties();
      if (others.containsKey("model")) {
        return request;
      }
      ModelName typed = others.containsKey("model_name") ? null : request.modelName();
      Object name = typed == null ? others.get("model_name") : typed.value();
      return name == null ? request : request.toBuilder().additionalProperty("model", name).build();
    }
  },
  EXPLICIT_ASPECT_RATIO {
    @Override
    TextToVideoRequest apply(TextToVideoRequest request) {
      TextToVideoRequest.Builder landscape =
          TextToVideoRequest.builder().aspectRatio(AspectRatio.RATIO_16_9);
      return request.toBuilder().withFallback(landscape).build();
    }
  },
  NO_EXTERNAL_TASK_ID {
    @Override
    TextToVideoRequest apply(TextToVideoRequest request) {
      return request.toBuilder().externalTaskId(null).build();
    }
  };

  abstract TextToVideoRequest apply(TextToVideoRequest request);

  /** Returns the word for it in an environment variable. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static RelayNeed of(String word) {
    return Arrays.stream(values())
        .filter(need -> need.word().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "KLING_RELAY_NEEDS has the word \""
                        + word
                        + "\", which is not known: use "
                        + String.join(
                            ", ", Arrays.stream(values()).map(RelayNeed::word).toList())));
  }
}
