package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.JsonDataException;
import io.github.kling4j.documents.videos.Task;
import io.github.kling4j.documents.videos.TaskAnswer;
import io.github.kling4j.documents.videos.TaskListAnswer;
import io.github.kling4j.documents.videos.TaskStatus;
import io.github.kling4j.documents.videos.TextToVideoRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Duplicate names, absurd nesting, absurd numbers, and what is no object at all. */
final class ExtremesTest {
  @Test
  void ofADuplicateNameTheLastValueCounts() {
    Task task =
        task(
            "{'task_id': 'a', 'task_status': 'failed', 'x': 1, 'task_id': 'b', 'x': [2],"
                + " 'task_status': 'succeed'}");

    assertThat(task.taskId()).isEqualTo("b");
    assertThat(task.taskStatus()).isSameAs(TaskStatus.SUCCEED);
    assertThat(task.additionalProperties()).hasToString("{x=[2]}");
  }

  @Test
  void aWrongShapeAfterARightOneCounts() {
    Task task = task("{'url': 'a', 'url': {'mp4': 'b'}, 'created_at': 1, 'created_at': 'soon'}");

    assertThat(task.url()).isNull();
    assertThat(task.createdAt()).isNull();
    assertThat(task.additionalProperties()).hasToString("{url={mp4=b}, created_at=soon}");
  }

  @Test
  void aRightShapeAfterAWrongOneCounts() {
    Task task = task("{'url': {'mp4': 'b'}, 'url': 'a', 'created_at': 'soon', 'created_at': 1}");

    assertThat(task.url()).isEqualTo("a");
    assertThat(task.createdAt()).isEqualTo(1);
    assertThat(task.additionalProperties()).isEmpty();
  }

  @Test
  void nullCountsAsTheLastValueToo() {
    Task task = task("{'url': 'a', 'url': null, 'created_at': 'soon', 'created_at': null}");

    assertThat(task.url()).isNull();
    assertThat(task.createdAt()).isNull();
    assertThat(task.additionalProperties()).isEmpty();
  }

  @Test
  void aDuplicateNameInsideAKeptValueCountsOnce() {
    assertThat(task("{'x': {'a': 1, 'a': 2}}").additionalProperties()).hasToString("{x={a=2}}");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"x\":', '}'",
    "'{\"task_id\":', '}'",
    "'{\"task_status\":', '}'",
    "'{\"task_info\":', '}'",
    "'{\"task_info\":{\"x\":', '}}'",
    "'{\"task_result\":{\"videos\":[', ']}}'",
    "'{\"created_at\":', '}'",
    "'', ''"
  })
  void absurdNestingIsOneClearError(String before, String after) {
    int depth = 10_000;
    String lists = "[".repeat(depth) + "]".repeat(depth);
    String objects = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);

    for (String value : new String[] {lists, objects}) {
      assertThatExceptionOfType(JsonDataException.class)
          .isThrownBy(() -> Json.read(Task.class, before + value + after))
          .withMessageContaining("Nesting too deep");
    }
  }

  @Test
  void deepNestingThatIsNotAbsurdIsKept() {
    String json = "{\"x\":" + "[".repeat(200) + "1.50" + "]".repeat(200) + "}";

    assertThat(Json.throughModel(Task.class, json)).isEqualTo(json);
  }

  @Test
  void absurdNestingThatIsToBeSentIsOneClearError() {
    Object value = 1;
    for (int i = 0; i < 1_000; i++) {
      value = List.of(value);
    }
    Task task = Task.builder().taskId("t").additionalProperty("x", value).build();

    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> Json.write(Task.class, task))
        .withMessageContaining("Nesting too deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"created_at", "url", "task_status", "x", "id"})
  void aNumberBeyondAllLimitsDoesNotSpoilTheAnswer(String name) {
    Task task = task("{'task_id': 't', '" + name + "': 1e99999999999, 'updated_at': 1}");

    assertThat(task.taskId()).isEqualTo("t");
    assertThat(task.updatedAt()).isEqualTo(1);
    assertThat(Json.write(Task.class, task)).contains("\"1e99999999999\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"word\"", "7", "true", "[{\"task_id\":\"t\"}]"})
  void whatIsNoObjectIsOneClearError(String json) {
    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> Json.read(Task.class, json))
        .withMessageContaining("at path $");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "<html></html>", "{", "{\"task_id\":\"t\"", "{\"task_id\":}"})
  void whatIsNoJsonIsOneClearError(String text) {
    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> Json.adapter(Task.class).fromJson(text))
        .withMessageContaining("at path $");
  }

  @Test
  void whatFollowsAnAnswerIsOneClearError() {
    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> Json.adapter(Task.class).fromJson("{\"task_id\":\"t\"} x"))
        .withMessageContaining("at path $");
  }

  @Test
  void aLongPageIsReadWhole() {
    String item = "{\"task_id\":\"t\",\"task_status\":\"queued\",\"created_at\":1}";
    String json = "{\"code\":0,\"data\":[" + (item + ",").repeat(9_999) + item + "]}";

    assertThat(Json.read(TaskListAnswer.class, json).data()).hasSize(10_000);
  }

  @Test
  void textOfAnyScriptGoesThrough() {
    String prompt = "沙滩 😀👩‍👩‍👧 \u0000 \u2028 \\ \" </script> é";
    TextToVideoRequest request = TextToVideoRequest.builder().modelName("m").prompt(prompt).build();

    String written = Json.write(TextToVideoRequest.class, request);

    assertThat(Json.tree(written).get("prompt").textValue()).isEqualTo(prompt);
    assertThat(Json.read(TextToVideoRequest.class, written)).isEqualTo(request);
  }

  @Test
  void anAnswerOfNothingIsReadAsNothing() {
    TaskAnswer answer = Json.read(TaskAnswer.class, "{}");

    assertThat(answer.data()).isNull();
    assertThat(answer.code()).isNull();
  }

  private static Task task(String json) {
    return Json.read(Task.class, json.replace('\'', '"'));
  }
}
