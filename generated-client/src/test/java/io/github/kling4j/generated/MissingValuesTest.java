package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.kling4j.documents.videos.CameraControl;
import io.github.kling4j.documents.videos.CameraControlConfig;
import io.github.kling4j.documents.videos.MissingPropertyException;
import io.github.kling4j.documents.videos.Task;
import io.github.kling4j.documents.videos.TaskAnswer;
import io.github.kling4j.documents.videos.TaskListAnswer;
import io.github.kling4j.documents.videos.TaskResult;
import io.github.kling4j.documents.videos.TextToVideoRequest;
import io.github.kling4j.documents.videos.WatermarkInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MissingValuesTest {
  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"task_id\": null}", "{\"task_id\": {}}", "{\"task_id\": [1]}"})
  void aMissingRequiredPropertyFailsOnlyWhenItIsAskedFor(String json) {
    Task task = Json.read(Task.class, json);

    assertThat(task.url()).isNull();
    assertThatExceptionOfType(MissingPropertyException.class)
        .isThrownBy(task::taskId)
        .withMessageContaining("Task")
        .withMessageContaining("task_id")
        .satisfies(thrown -> assertThat(thrown.property()).isEqualTo("task_id"));
    assertThat(task.toString()).startsWith("Task{");
    assertThat(task.toBuilder().url("u").taskId("t").build().taskId()).isEqualTo("t");
  }

  @Test
  void theExceptionIsAnIllegalState() {
    assertThat(IllegalStateException.class).isAssignableFrom(MissingPropertyException.class);
  }

  @Test
  void everyRequiredPropertyIsNamed() {
    TextToVideoRequest request = Json.read(TextToVideoRequest.class, "{}");
    CameraControl control = Json.read(CameraControl.class, "{}");

    assertThatExceptionOfType(MissingPropertyException.class)
        .isThrownBy(request::modelName)
        .withMessageContaining("model_name");
    assertThatExceptionOfType(MissingPropertyException.class)
        .isThrownBy(request::prompt)
        .withMessageContaining("prompt");
    assertThatExceptionOfType(MissingPropertyException.class)
        .isThrownBy(control::type)
        .withMessageContaining("type");
  }

  @Test
  void aMissingOptionalPropertyReadsAsNull() {
    Task task = Json.read(Task.class, "{}");

    assertThat(task.taskStatus()).isNull();
    assertThat(task.taskInfo()).isNull();
    assertThat(task.createdAt()).isNull();
    assertThat(Json.read(TaskResult.class, "{}").videos()).isNull();
    assertThat(Json.read(WatermarkInfo.class, "{}").enabled()).isNull();
    assertThat(Json.read(CameraControlConfig.class, "{}").pan()).isNull();
  }

  @Test
  void nullReadsAsAbsentWhereTheContractKnowsTheName() {
    TaskAnswer answer =
        Json.read(
            TaskAnswer.class,
            "{\"code\": null, \"data\": {\"task_id\": \"t\", \"error\": null, \"created_at\": null,"
                + " \"task_result\": {\"videos\": null}}}");

    assertThat(answer.code()).isNull();
    assertThat(answer.data().error()).isNull();
    assertThat(answer.data().taskResult().videos()).isNull();
    assertThat(answer.additionalProperties()).isEmpty();
    assertThat(answer.data().additionalProperties()).isEmpty();
    assertThat(answer.violations()).isEmpty();
  }

  @Test
  void whatIsAbsentIsNotWritten() {
    assertThat(Json.throughModel(Task.class, "{}")).isEqualTo("{}");
    assertThat(Json.throughModel(Task.class, "{\"url\": null}")).isEqualTo("{}");
    assertThat(Json.MOSHI.adapter(Task.class).serializeNulls().toJson(Json.read(Task.class, "{}")))
        .isEqualTo("{}");
    assertThat(Json.write(Task.class, Task.builder().taskId("t").url("u").url(null).build()))
        .isEqualTo("{\"task_id\":\"t\"}");
  }

  @Test
  void anEmptyListIsNotAnAbsentOne() {
    assertThat(Json.read(TaskListAnswer.class, "{\"data\": []}").data()).isEmpty();
    assertThat(Json.throughModel(TaskListAnswer.class, "{\"data\": []}"))
        .isEqualTo("{\"data\":[]}");
  }

  @Test
  void nullItselfReadsAsNull() {
    assertThat(Json.read(Task.class, "null")).isNull();
    assertThat(Json.write(Task.class, null)).isEqualTo("null");
  }
}
