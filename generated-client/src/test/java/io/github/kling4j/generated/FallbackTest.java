package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.documents.videos.GenerationMode;
import io.github.kling4j.documents.videos.ModelName;
import io.github.kling4j.documents.videos.TextToVideoRequest;
import org.junit.jupiter.api.Test;

final class FallbackTest {
  private final TextToVideoRequest.Builder defaults =
      TextToVideoRequest.builder()
          .modelName("kling-v3")
          .mode("pro")
          .additionalProperty("duration", "5")
          .additionalProperty("seed", 1);

  @Test
  void whatIsNotSetIsTakenFromTheFallback() {
    TextToVideoRequest request =
        TextToVideoRequest.builder().prompt("p").withFallback(defaults).build();

    assertThat(Json.write(TextToVideoRequest.class, request))
        .isEqualTo(
            "{\"model_name\":\"kling-v3\",\"prompt\":\"p\",\"mode\":\"pro\","
                + "\"duration\":\"5\",\"seed\":1}");
  }

  @Test
  void whatIsSetStays() {
    TextToVideoRequest request =
        TextToVideoRequest.builder()
            .prompt("p")
            .modelName("kling-v2-6")
            .duration(10)
            .additionalProperty("seed", 2)
            .withFallback(defaults)
            .build();

    assertThat(request.modelName()).isSameAs(ModelName.KLING_V2_6);
    assertThat(request.mode()).isSameAs(GenerationMode.PRO);
    assertThat(Json.write(TextToVideoRequest.class, request))
        .endsWith("\"duration\":10,\"seed\":2}");
  }

  @Test
  void aPropertySetByItsNameCountsAsSet() {
    TextToVideoRequest request =
        TextToVideoRequest.builder()
            .prompt("p")
            .additionalProperty("mode", null)
            .additionalProperty("model_name", 7)
            .additionalProperty("seed", null)
            .withFallback(defaults)
            .build();

    assertThat(request.mode()).isNull();
    assertThat(Json.write(TextToVideoRequest.class, request))
        .isEqualTo(
            "{\"prompt\":\"p\",\"mode\":null,\"model_name\":7,\"seed\":null,\"duration\":\"5\"}");
  }

  @Test
  void theFallbackIsNotChanged() {
    TextToVideoRequest before = defaults.prompt("d").build();

    TextToVideoRequest.builder().prompt("p").sound("on").withFallback(defaults).build();

    assertThat(defaults.build()).isEqualTo(before);
  }

  @Test
  void aLaterFallbackFillsOnlyWhatIsStillOpen() {
    TextToVideoRequest request =
        TextToVideoRequest.builder()
            .prompt("p")
            .withFallback(TextToVideoRequest.builder().modelName("kling-v2-6"))
            .withFallback(defaults)
            .build();

    assertThat(request.modelName()).isSameAs(ModelName.KLING_V2_6);
    assertThat(request.mode()).isSameAs(GenerationMode.PRO);
  }

  @Test
  void anEmptyFallbackChangesNothing() {
    TextToVideoRequest request =
        defaults.prompt("p").withFallback(TextToVideoRequest.builder()).build();

    assertThat(request).isEqualTo(defaults.build());
  }
}
