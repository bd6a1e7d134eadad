package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.documents.videos.CameraControl;
import io.github.kling4j.documents.videos.CameraControlType;
import io.github.kling4j.documents.videos.GenerationMode;
import io.github.kling4j.documents.videos.ModelName;
import io.github.kling4j.documents.videos.Shot;
import io.github.kling4j.documents.videos.Task;
import io.github.kling4j.documents.videos.TaskAnswer;
import io.github.kling4j.documents.videos.TextToVideoRequest;
import io.github.kling4j.documents.videos.VideoDuration;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BuilderTest {
  @Test
  void buildRefusesAMissingRequiredPropertyAndNamesIt() {
    assertThatIllegalStateException()
        .isThrownBy(() -> TextToVideoRequest.builder().prompt("p").build())
        .withMessageContainingAll("TextToVideoRequest", "model_name", "modelName(...)");
    assertThatIllegalStateException()
        .isThrownBy(() -> TextToVideoRequest.builder().modelName("m").build())
        .withMessageContaining("prompt");
    assertThatIllegalStateException()
        .isThrownBy(() -> CameraControl.builder().build())
        .withMessageContaining("type");
    assertThatIllegalStateException()
        .isThrownBy(() -> Task.builder().taskId("t").taskId(null).build())
        .withMessageContaining("task_id");
  }

  @Test
  void buildRefusesNothingElse() {
    TextToVideoRequest request =
        TextToVideoRequest.builder()
            .modelName("no such model")
            .prompt("x".repeat(100_000))
            .cfgScale(-1e300)
            .duration(-7)
            .multiPrompt(List.of())
            .build();

    assertThat(request.violations()).hasSize(5);
    assertThat(TaskAnswer.builder().build()).hasToString("TaskAnswer{}");
  }

  @Test
  void aPropertyIsTypedOrPlain() {
    TextToVideoRequest.Builder plain =
        TextToVideoRequest.builder().modelName("kling-v3").prompt("p").mode("pro").duration(10);
    TextToVideoRequest.Builder typed =
        TextToVideoRequest.builder()
            .modelName(ModelName.KLING_V3)
            .prompt("p")
            .mode(GenerationMode.PRO)
            .duration(VideoDuration.SECONDS_10);

    assertThat(plain.build()).isEqualTo(typed.build());
    assertThat(CameraControl.builder().type("simple").build().type())
        .isSameAs(CameraControlType.SIMPLE);
  }

  @Test
  void aBuilderCanBeUsedOnWithoutHarmToWhatItBuilt() {
    TextToVideoRequest.Builder builder =
        TextToVideoRequest.builder().modelName("m").prompt("one").additionalProperty("x", 1);
    TextToVideoRequest first = builder.build();
    TextToVideoRequest second =
        builder.prompt("two").additionalProperty("x", 2).additionalProperty("y", 3).build();

    assertThat(first.prompt()).isEqualTo("one");
    assertThat(first.additionalProperties()).isEqualTo(Map.of("x", 1L));
    assertThat(second.prompt()).isEqualTo("two");
    assertThat(second.additionalProperties()).isEqualTo(Map.of("x", 2L, "y", 3L));
  }

  @Test
  void aListIsCopied() {
    List<Shot> shots = new ArrayList<>(List.of(Shot.builder().index(1).build()));
    TextToVideoRequest request =
        TextToVideoRequest.builder().modelName("m").prompt("p").multiPrompt(shots).build();
    shots.clear();

    assertThat(request.multiPrompt()).hasSize(1);
    assertThatThrownBy(() -> request.multiPrompt().remove(0))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aListThatWasReadCannotBeChanged() {
    Task task = Json.read(TaskAnswer.class, Json.body("query-answer-succeed")).data();

    assertThatThrownBy(() -> task.taskResult().videos().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @MethodSource("objects")
  void aModelIsFinalAndCannotBeMadeWithoutItsBuilder(Class<?> model) {
    assertThat(model).isFinal();
    assertThat(model.getConstructors()).isEmpty();
    assertThat(model.getFields()).isEmpty();
    assertThat(Stream.of(model.getDeclaredFields()).filter(field -> !field.isSynthetic()))
        .allMatch(field -> Modifier.isFinal(field.getModifiers()));
    assertThat(Stream.of(model.getMethods()).map(method -> method.getName()))
        .noneMatch(name -> name.startsWith("set"));
  }

  static Stream<Class<?>> objects() {
    return Document.VIDEOS.at("/components/schemas").properties().stream()
        .filter(schema -> schema.getValue().has("properties"))
        .map(schema -> Document.model("io.github.kling4j.documents.videos", schema.getKey()));
  }
}
