package io.github.kling4j.generated;

import static io.github.kling4j.generated.Json.assertSameTree;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.documents.videos.ErrorAnswer;
import io.github.kling4j.documents.videos.ErrorCode;
import io.github.kling4j.documents.videos.ModelName;
import io.github.kling4j.documents.videos.Task;
import io.github.kling4j.documents.videos.TaskStatus;
import io.github.kling4j.documents.videos.TextToVideoRequest;
import io.github.kling4j.documents.videos.VideoDuration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenEnumTest {
  @Test
  void aKnownValueIsTheConstant() {
    assertThat(ModelName.of("kling-v3")).isSameAs(ModelName.KLING_V3);
    assertThat(VideoDuration.of(10)).isSameAs(VideoDuration.SECONDS_10);
    assertThat(ErrorCode.of(1303)).isSameAs(ErrorCode.TOO_MANY_TASKS);
    assertThat(ModelName.KLING_V3.known()).isEqualTo(ModelName.Known.KLING_V3);
  }

  @Test
  void anUnknownValueKeepsItsText() {
    ModelName model = ModelName.of("no such model");

    assertThat(model.value()).isEqualTo("no such model");
    assertThat(model).hasToString("no such model");
    assertThat(model.known()).isEqualTo(ModelName.Known.UNRECOGNIZED);
    assertThat(VideoDuration.of(-7).value()).isEqualTo(-7);
    assertThat(VideoDuration.of(-7)).hasToString("-7");
    assertThat(VideoDuration.of(-7).known()).isEqualTo(VideoDuration.Known.UNRECOGNIZED);
  }

  @Test
  void twoInstancesOfOneValueAreEqual() {
    assertThat(ModelName.of("new")).isEqualTo(ModelName.of("new")).isNotSameAs(ModelName.of("new"));
    assertThat(ModelName.of("new")).hasSameHashCodeAs(ModelName.of("new"));
    assertThat(ModelName.of("new")).isNotEqualTo(ModelName.of("New")).isNotEqualTo("new");
    assertThat(ErrorCode.of(9)).isEqualTo(ErrorCode.of(9)).hasSameHashCodeAs(ErrorCode.of(9));
    assertThat(ErrorCode.of(9)).isNotEqualTo(ErrorCode.of(8)).isNotEqualTo(VideoDuration.of(9));
  }

  @Test
  void anUnknownValueIsReadAndWrittenAgain() {
    String json = "{\"task_id\": \"t\", \"task_status\": \"dreaming\"}";
    Task task = Json.read(Task.class, json);

    assertThat(task.taskStatus().value()).isEqualTo("dreaming");
    assertThat(task.additionalProperties()).isEmpty();
    assertSameTree(Json.write(Task.class, task), json);
    assertSameTree(Json.throughModel(ErrorAnswer.class, "{\"code\": -1}"), "{\"code\": -1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"succeed", "failed", "dreaming"})
  void aSwitchCanTellTheUnknownFromTheKnown(String word) {
    String seen =
        switch (TaskStatus.of(word).known()) {
          case SUCCEED -> "succeed";
          case FAILED -> "failed";
          case UNRECOGNIZED -> "dreaming";
          default -> "running";
        };

    assertThat(seen).isEqualTo(word);
  }

  @Test
  void theValuesAreThoseOfTheDocumentInItsOrder() {
    assertThat(ModelName.values()).extracting(ModelName::value).isEqualTo(texts("ModelName"));
    assertThat(ErrorCode.values()).extracting(ErrorCode::toString).isEqualTo(texts("ErrorCode"));
    assertThat(Arrays.stream(ErrorCode.Known.values()).map(Enum::name).toList())
        .contains("SUCCEED", "AUTHENTICATION_FAILED")
        .endsWith("UNRECOGNIZED")
        .hasSize(ErrorCode.values().size() + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "queued, SUBMITTED",
    "QUEUED, SUBMITTED",
    "SUBMITTED, SUBMITTED",
    "NOT_START, SUBMITTED",
    "IN_PROGRESS, PROCESSING",
    "running, PROCESSING",
    "SUCCESS, SUCCEED",
    "succeeded, SUCCEED",
    "completed, SUCCEED",
    "FAILURE, FAILED",
    "Success, UNRECOGNIZED"
  })
  void aRelaysWordForAStatusIsTheContractsValue(String word, TaskStatus.Known known) {
    assertThat(TaskStatus.of(word).known()).isEqualTo(known);
    Task task = Json.read(Task.class, "{\"task_status\": \"" + word + "\"}");
    assertThat(task.taskStatus().known()).isEqualTo(known);
  }

  @Test
  void everyAliasOfTheDocumentIsUnderstood() {
    Document.VIDEOS
        .at("/components/schemas/TaskStatus/x-enum-aliases")
        .properties()
        .forEach(
            aliases ->
                aliases
                    .getValue()
                    .forEach(
                        alias ->
                            assertThat(TaskStatus.of(alias.textValue()))
                                .isSameAs(TaskStatus.of(aliases.getKey()))));
  }

  @Test
  void theWordSuccessIsTheCodeZero() {
    ErrorAnswer answer = Json.read(ErrorAnswer.class, "{\"code\": \"success\"}");

    assertThat(answer.code()).isSameAs(ErrorCode.SUCCEED);
    assertThat(Json.write(ErrorAnswer.class, answer)).isEqualTo("{\"code\":0}");
  }

  @Test
  void aBuilderTakesThePlainValue() {
    TextToVideoRequest request =
        TextToVideoRequest.builder()
            .modelName("kling-v2-6")
            .prompt("p")
            .mode("no such mode")
            .duration(-7)
            .aspectRatio("1:1")
            .sound("on")
            .shotType("customize")
            .build();

    assertThat(request.modelName()).isSameAs(ModelName.KLING_V2_6);
    assertThat(request.mode().value()).isEqualTo("no such mode");
    assertThat(request.duration()).isEqualTo(VideoDuration.of(-7));
    assertThat(Json.write(TextToVideoRequest.class, request))
        .isEqualTo(
            "{\"model_name\":\"kling-v2-6\",\"prompt\":\"p\",\"mode\":\"no such mode\",\"duration\":-7,"
                + "\"aspect_ratio\":\"1:1\",\"sound\":\"on\",\"shot_type\":\"customize\"}");
  }

  @Test
  void aConstantIsAKeyOfAMap() {
    Map<ModelName, Integer> prices = Map.of(ModelName.KLING_V3, 3, ModelName.of("new"), 4);

    assertThat(prices.get(ModelName.of("kling-v3"))).isEqualTo(3);
    assertThat(prices.get(ModelName.of("new"))).isEqualTo(4);
  }

  private static List<String> texts(String schema) {
    return Document.VIDEOS
        .at("/components/schemas/" + schema + "/enum")
        .valueStream()
        .map(value -> value.asText())
        .toList();
  }
}
