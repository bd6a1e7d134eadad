package io.github.kling4j.benchmarks.json;

import org.jspecify.annotations.Nullable;

/**
 * A request for a video, as {@link HandWrittenJson} writes it; what is null is left out.
 *
 * @param modelName the model
 * @param prompt what the video should show
 * @param negativePrompt what it should not show
 * @param cfgScale how closely it follows the prompt
 * @param mode how much effort goes into it
 * @param cameraControl how the camera moves
 * @param aspectRatio its width to its height
 * @param duration its length in seconds
 * @param callbackUrl where its status is reported
 * @param externalTaskId the caller's own id
 */
public record RequestRecord(
    String modelName,
    String prompt,
    @Nullable String negativePrompt,
    @Nullable Double cfgScale,
    @Nullable String mode,
    @Nullable Camera cameraControl,
    @Nullable String aspectRatio,
    @Nullable Integer duration,
    @Nullable String callbackUrl,
    @Nullable String externalTaskId) {

  /**
   * A movement of the camera.
   *
   * @param type its kind
   * @param horizontal along the horizontal axis
   * @param vertical along the vertical axis
   * @param pan up and down
   * @param tilt left and right
   * @param roll about the line of sight
   * @param zoom change of the focal length
   */
  public record Camera(
      String type,
      double horizontal,
      double vertical,
      double pan,
      double tilt,
      double roll,
      double zoom) {}
}
