package io.github.kling4j.cli;

import io.github.kling4j.model.AspectRatio;
import io.github.kling4j.model.GenerationMode;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import io.github.kling4j.model.ModelName;
import io.github.kling4j.model.TextToVideoRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the video should be like. What is not given is not sent, but for the client's defaults. */
final class RequestOptions {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      completionCandidates = Models.class,
      description = {"Model; kling-v2-5-turbo if not given.", "Known: ${COMPLETION-CANDIDATES}"})
  private @Nullable String model;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      completionCandidates = Modes.class,
      description = "How much effort goes into it. Known: ${COMPLETION-CANDIDATES}")
  private @Nullable String mode;

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      description = "Length of the video in seconds; 5 if not given.")
  private @Nullable Integer duration;

  @Option(
      names = "--aspect-ratio",
      paramLabel = "W:H",
      completionCandidates = AspectRatios.class,
      description = "Width to height. Known: ${COMPLETION-CANDIDATES}")
  private @Nullable String aspectRatio;

  @Option(
      names = "--negative-prompt",
      paramLabel = "TEXT",
      description = "What the video should not show.")
  private @Nullable String negativePrompt;

  @Option(
      names = "--cfg-scale",
      paramLabel = "NUMBER",
      description = "How closely the video follows the prompt, 0 to 1.")
  private @Nullable Double cfgScale;

  @Option(
      names = "--external-task-id",
      paramLabel = "ID",
      description = {
        "Your own id of the task, which no other task of the account may have; a random one if"
            + " not given. Under it the task can be found, should its own id be lost."
      })
  private @Nullable String externalTaskId;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      converter = Property.Converter.class,
      description = {
        "Any other parameter, known to this version or not; may be repeated.",
        "A value that is JSON is sent as such, any other as a string."
      })
  private List<Property> properties = new ArrayList<>();

  /** Returns the external_task_id that was given, or the other one. */
  String externalTaskId(String other) {
    String id = externalTaskId == null || externalTaskId.isBlank() ? other : externalTaskId;
    String set = set("external_task_id");
    return set == null ? id : set;
  }

  /** Returns the callback_url that was given, or null. */
  @Nullable String callbackUrl() {
    return set("callback_url");
  }

  /** Returns what --set says last of a parameter, or null where it says nothing. */
  private @Nullable String set(String name) {
    String value = null;
    for (Property property : properties) {
      if (property.name().equals(name)) {
        value = String.valueOf(property.value());
      }
    }
    return value;
  }

  /** Sets what was given; --set comes last and so wins. */
  void apply(TextToVideoRequest.Builder request) {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    given.put("model_name", model);
    given.put("mode", mode);
    given.put("duration", duration);
    given.put("aspect_ratio", aspectRatio);
    given.put("negative_prompt", negativePrompt);
    given.put("cfg_scale", cfgScale);
    request.withFallback(read(given));
    for (Property property : properties) {
      request.additionalProperty(property.name(), property.value());
    }
  }

  /** Reads them as JSON, so that a number may be a text in the contract, and a text a number. */
  private static TextToVideoRequest.Builder read(Map<String, @Nullable Object> given) {
    given.values().removeIf(Objects::isNull);
    TextToVideoRequest request =
        ModelJsonAdapterFactory.<TextToVideoRequest>adapter(TextToVideoRequest.class)
            .fromJsonValue(given);
    return Objects.requireNonNull(request).toBuilder();
  }

  /** The values that the contract names; the server may know more. */
  private abstract static class Known implements Iterable<String> {
    private final List<String> values;

    Known(List<String> values) {
      this.values = values;
    }

    @Override
    public Iterator<String> iterator() {
      return values.iterator();
    }
  }

  static final class Models extends Known {
    Models() {
      super(ModelName.values().stream().map(ModelName::toString).toList());
    }
  }

  static final class Modes extends Known {
    Modes() {
      super(GenerationMode.values().stream().map(GenerationMode::toString).toList());
    }
  }

  static final class AspectRatios extends Known {
    AspectRatios() {
      super(AspectRatio.values().stream().map(AspectRatio::toString).toList());
    }
  }
}
