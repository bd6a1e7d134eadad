package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.documents.videos.Shot;
import io.github.kling4j.documents.videos.Task;
import io.github.kling4j.documents.videos.TaskAnswer;
import io.github.kling4j.documents.videos.TextToVideoRequest;
import io.github.kling4j.documents.videos.Video;
import io.github.kling4j.documents.videos.WatermarkInfo;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ValueSemanticsTest {
  @Test
  void twoObjectsWithTheSamePropertiesAreEqual() {
    assertThat(full()).isEqualTo(full()).hasSameHashCodeAs(full()).isNotSameAs(full());
    assertThat(full()).isNotEqualTo(null).isNotEqualTo("text").isNotEqualTo(new Object());
  }

  static Stream<UnaryOperator<TextToVideoRequest.Builder>> changes() {
    return Stream.of(
        b -> b.modelName("other"),
        b -> b.prompt("other"),
        b -> b.negativePrompt("other"),
        b -> b.cfgScale(0.25),
        b -> b.mode("other"),
        b -> b.duration(7),
        b -> b.aspectRatio("other"),
        b -> b.callbackUrl(null),
        b -> b.externalTaskId("other"),
        b -> b.sound("other"),
        b -> b.multiShot(false),
        b -> b.shotType("other"),
        b -> b.multiPrompt(List.of()),
        b -> b.watermarkInfo(WatermarkInfo.builder().enabled(false).build()),
        b -> b.additionalProperty("seed", 2),
        b -> b.additionalProperty("other", null),
        b -> b.additionalProperty("duration", 5));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void oneOtherPropertyMakesAnotherObject(UnaryOperator<TextToVideoRequest.Builder> change) {
    TextToVideoRequest changed = change.apply(full().toBuilder()).build();

    assertThat(changed).isNotEqualTo(full());
    assertThat(full()).isNotEqualTo(changed);
  }

  @Test
  void theTextOfAnObjectHoldsNoSignatureOfAnAddress() {
    Video video =
        Video.builder()
            .url("https://cdn.example.com/v-1.mp4?sign=one")
            .watermarkUrl("https://cdn.example.com/w-1.mp4?sign=two")
            .build();

    assertThat(video.toString())
        .contains("https://cdn.example.com/v-1.mp4?", "https://cdn.example.com/w-1.mp4?")
        .doesNotContain("sign=");
    assertThat(video.url()).endsWith("?sign=one");
  }

  @Test
  void aCopyThroughItsBuilderIsEqual() {
    assertThat(full().toBuilder().build()).isEqualTo(full());
    Task task = Json.read(TaskAnswer.class, Json.body("query-answer-succeed")).data();
    assertThat(task.toBuilder().build()).isEqualTo(task).hasSameHashCodeAs(task);
  }

  @Test
  void aChangeInACopyDoesNotTouchTheOriginal() {
    TextToVideoRequest original = full();
    original.toBuilder().prompt("other").additionalProperty("seed", 3).build();

    assertThat(original).isEqualTo(full());
  }

  @Test
  void theTextNamesEveryPropertyThatIsSet() {
    assertThat(full().toString())
        .startsWith("TextToVideoRequest{modelName=kling-v3, prompt=p, ")
        .contains("duration=5", "watermarkInfo=WatermarkInfo{enabled=true}", "seed=1")
        .doesNotContain("cameraControl", "null");
    assertThat(Shot.builder().build()).hasToString("Shot{}");
  }

  @Test
  void theOrderOfTheJsonMakesNoDifference() {
    Task one = Json.read(Task.class, "{\"task_id\":\"t\",\"x\":1,\"y\":2,\"url\":\"u\"}");
    Task other = Json.read(Task.class, "{\"url\":\"u\",\"y\":2,\"x\":1,\"task_id\":\"t\"}");

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  private static TextToVideoRequest full() {
    return TextToVideoRequest.builder()
        .modelName("kling-v3")
        .prompt("p")
        .negativePrompt("n")
        .cfgScale(0.5)
        .mode("pro")
        .duration(5)
        .aspectRatio("1:1")
        .callbackUrl("https://shop.example.com/callback")
        .externalTaskId("order-17")
        .sound("on")
        .multiShot(true)
        .shotType("customize")
        .multiPrompt(List.of(Shot.builder().index(1).prompt("s").duration("5").build()))
        .watermarkInfo(WatermarkInfo.builder().enabled(true).build())
        .additionalProperty("seed", 1)
        .build();
  }
}
