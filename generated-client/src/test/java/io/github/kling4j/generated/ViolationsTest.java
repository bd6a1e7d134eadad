package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.kling4j.documents.videos.AspectRatio;
import io.github.kling4j.documents.videos.CameraControl;
import io.github.kling4j.documents.videos.CameraControlConfig;
import io.github.kling4j.documents.videos.Shot;
import io.github.kling4j.documents.videos.Task;
import io.github.kling4j.documents.videos.TaskListAnswer;
import io.github.kling4j.documents.videos.TextToVideoRequest;
import io.github.kling4j.documents.videos.VideoDuration;
import io.github.kling4j.documents.videos.Violation;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breaches of the contract's limits, which are reported and never thrown. */
final class ViolationsTest {
  /** One character for a reader, two for Java. */
  private static final String EMOJI = "😀";

  @Test
  void aRequestWithinTheLimitsHasNone() {
    assertThat(request().prompt("").duration(10).cfgScale(1.0).build().violations()).isEmpty();
  }

  @Test
  void aTextIsMeasuredInCodePoints() {
    int max = limit("TextToVideoRequest", "prompt", "maxLength");

    assertThat(request().prompt(EMOJI.repeat(max)).build().violations()).isEmpty();
    assertThat(request().prompt(EMOJI.repeat(max + 1)).build().violations())
        .containsExactly(
            new Violation(
                "$.prompt",
                "maxLength",
                "prompt is %d characters long; at most %d are allowed".formatted(max + 1, max)));
    assertThat(request().negativePrompt("n".repeat(100_000)).build().violations())
        .extracting(Violation::path, Violation::rule)
        .containsExactly(tuple("$.negative_prompt", "maxLength"));
  }

  @Test
  void theTextItselfIsNotInTheMessage() {
    assertThat(request().prompt("secret".repeat(100_000)).build().violations().get(0).message())
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({"0,", "1,", "0.5,", "-0.0,", "-0.1, minimum", "1.0000001, maximum", "1e300, maximum"})
  void aNumberIsHeldAgainstItsRange(double scale, String rule) {
    List<Violation> found = request().cfgScale(scale).build().violations();

    if (rule == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found)
          .extracting(Violation::path, Violation::rule)
          .containsExactly(tuple("$.cfg_scale", rule));
      assertThat(found.get(0).message()).startsWith("cfg_scale is ").containsAnyOf("0", "1");
    }
  }

  @Test
  void anUnknownValueOfAnEnumIsNamedWithTheKnownOnes() {
    assertThat(request().aspectRatio("no such ratio").duration(-7).build().violations())
        .containsExactly(
            new Violation(
                "$.duration",
                "enum",
                "duration is -7, which the document does not name; it names "
                    + VideoDuration.values()),
            new Violation(
                "$.aspect_ratio",
                "enum",
                "aspect_ratio is no such ratio, which the document does not name; it names "
                    + AspectRatio.values()));
  }

  @Test
  void theItemsOfAListAreCounted() {
    int max = limit("TextToVideoRequest", "multi_prompt", "maxItems");

    assertThat(shots(0).violations())
        .extracting(Violation::path, Violation::rule)
        .containsExactly(tuple("$.multi_prompt", "minItems"));
    assertThat(shots(1).violations()).isEmpty();
    assertThat(shots(max).violations()).isEmpty();
    assertThat(shots(max + 1).violations())
        .containsExactly(
            new Violation(
                "$.multi_prompt",
                "maxItems",
                "multi_prompt has %d items; at most %d are allowed".formatted(max + 1, max)));
  }

  @Test
  void whatIsNestedIsNamedByItsPath() {
    TextToVideoRequest request =
        request()
            .cameraControl(
                CameraControl.builder()
                    .type("no such movement")
                    .config(CameraControlConfig.builder().pan(-1e9).zoom(1e9).build())
                    .build())
            .multiPrompt(
                List.of(
                    Shot.builder().prompt("ok").build(),
                    Shot.builder().prompt(EMOJI.repeat(100_000)).build()))
            .build();

    assertThat(request.violations())
        .extracting(Violation::path, Violation::rule)
        .containsExactly(
            tuple("$.camera_control.type", "enum"),
            tuple("$.camera_control.config.pan", "minimum"),
            tuple("$.camera_control.config.zoom", "maximum"),
            tuple("$.multi_prompt[1].prompt", "maxLength"));
    assertThat(request.violations().get(3).message())
        .startsWith("multi_prompt[1].prompt is 100000 characters long; at most ");
  }

  @Test
  void whatWasReadIsHeldAgainstTheContractToo() {
    TextToVideoRequest request =
        Json.read(
            TextToVideoRequest.class,
            "{\"multi_prompt\": [1], \"duration\": \"long\", \"cfg_scale\": 1e400,"
                + " \"camera_control\": {}, \"sound\": null, \"new\": {}}");

    assertThat(request.violations())
        .extracting(Violation::path, Violation::rule)
        .containsExactly(
            tuple("$.model_name", "required"),
            tuple("$.prompt", "required"),
            tuple("$.cfg_scale", "type"),
            tuple("$.duration", "type"),
            tuple("$.camera_control.type", "required"),
            tuple("$.multi_prompt", "type"));
  }

  @Test
  void theItemsOfAnAnswerAreNamedByTheirPlace() {
    TaskListAnswer answer =
        Json.read(
            TaskListAnswer.class,
            "{\"code\": -1, \"data\": [{\"task_id\": \"t\"}, {\"task_status\": \"dreaming\","
                + " \"task_result\": {\"videos\": [{}, {\"url\": {}}]}}]}");

    assertThat(answer.violations())
        .extracting(Violation::path, Violation::rule)
        .containsExactly(
            tuple("$.code", "enum"),
            tuple("$.data[1].task_id", "required"),
            tuple("$.data[1].task_status", "enum"),
            tuple("$.data[1].task_result.videos[1].url", "type"));
  }

  @Test
  void theListCannotBeChanged() {
    List<Violation> found = Json.read(Task.class, "{}").violations();

    assertThatThrownBy(() -> found.remove(0)).isInstanceOf(UnsupportedOperationException.class);
  }

  private static int limit(String schema, String property, String rule) {
    String path = "/components/schemas/%s/properties/%s/%s".formatted(schema, property, rule);
    return Document.VIDEOS.at(path).intValue();
  }

  private static TextToVideoRequest shots(int count) {
    return request().multiPrompt(Collections.nCopies(count, Shot.builder().build())).build();
  }

  private static TextToVideoRequest.Builder request() {
    return TextToVideoRequest.builder().modelName("kling-v3").prompt("p");
  }
}
