package io.github.kling4j.generated;

import static io.github.kling4j.generated.Json.assertSameTree;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.documents.videos.CameraControlConfig;
import io.github.kling4j.documents.videos.ErrorAnswer;
import io.github.kling4j.documents.videos.Shot;
import io.github.kling4j.documents.videos.Task;
import io.github.kling4j.documents.videos.TaskListAnswer;
import io.github.kling4j.documents.videos.TaskResult;
import io.github.kling4j.documents.videos.TextToVideoRequest;
import io.github.kling4j.documents.videos.WatermarkInfo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value of another shape than the contract says is no error, and is not lost. */
final class WrongShapesTest {
  /** Values in JSON, by what is kept of them. */
  private static final Map<String, Object> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put("\"word\"", "word");
    VALUES.put("\"\"", "");
    VALUES.put("7", 7L);
    VALUES.put("1.50", new BigDecimal("1.50"));
    VALUES.put("1e400", new BigDecimal("1e400"));
    VALUES.put("12345678901234567890", new BigDecimal("12345678901234567890"));
    VALUES.put("true", true);
    VALUES.put("{\"a\": [1.50, null]}", Map.of("a", Arrays.asList(new BigDecimal("1.50"), null)));
    VALUES.put("[1.50]", List.of(new BigDecimal("1.50")));
  }

  private static final Set<String> NUMBERS = Set.of("7", "1.50", "1e400", "12345678901234567890");
  private static final Set<String> TEXTS = Set.of("\"word\"", "\"\"");

  static List<Arguments> wrongValues() {
    List<Arguments> all = new ArrayList<>();
    List<Set<String>> textual = List.of(TEXTS, NUMBERS);
    add(all, Task.class, "task_id", textual);
    add(all, Task.class, "url", textual);
    add(all, Task.class, "task_status", textual);
    add(all, ErrorAnswer.class, "code", List.of(Set.of("7")));
    add(all, Shot.class, "index", List.of(Set.of("7")));
    add(all, Task.class, "created_at", List.of(Set.of("7")));
    add(
        all,
        CameraControlConfig.class,
        "pan",
        List.of(Set.of("7", "1.50", "12345678901234567890")));
    add(all, WatermarkInfo.class, "enabled", List.of(Set.of("true")));
    add(all, Task.class, "task_info", List.of(Set.of("{\"a\": [1.50, null]}")));
    add(all, TaskResult.class, "videos", List.of());
    return all;
  }

  private static void add(
      List<Arguments> all, Class<?> type, String name, List<Set<String>> right) {
    VALUES.forEach(
        (json, kept) -> {
          if (right.stream().noneMatch(values -> values.contains(json))) {
            all.add(Arguments.of(type, name, json, kept));
          }
        });
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("wrongValues")
  <T> void aValueOfTheWrongShapeIsKeptAsItCame(
      Class<T> type, String name, String value, Object kept) {
    String json = "{\"" + name + "\": " + value + "}";
    T model = Json.read(type, json);

    assertThat(model).hasToString(type.getSimpleName() + "{" + name + "=" + kept + "}");
    assertThat(Json.additionalProperties(model)).isEqualTo(Map.of(name, kept));
    assertSameTree(Json.write(type, model), json);
  }

  @Test
  void theRestOfTheObjectIsReadAllTheSame() {
    Task task =
        task(
            "{'created_at': 'soon', 'task_info': [], 'task_id': 't', 'task_result': 1, 'url': 'u'}");

    assertThat(task.taskId()).isEqualTo("t");
    assertThat(task.url()).isEqualTo("u");
    assertThat(task.additionalProperties())
        .containsOnlyKeys("created_at", "task_info", "task_result");
  }

  @Test
  void aWrongShapeInsideAnotherObjectIsKeptThere() {
    Task task = task("{'task_id': 't', 'task_result': {'videos': {'url': 'u'}}}");

    assertThat(task.additionalProperties()).isEmpty();
    assertThat(task.taskResult().videos()).isNull();
    assertThat(task.taskResult().additionalProperties()).containsOnlyKeys("videos");
  }

  @ParameterizedTest
  @MethodSource("wrongItems")
  void oneWrongItemKeepsTheWholeListAsItCame(String item) {
    String json =
        "{\"code\":0,\"data\":[{\"task_id\":\"a\",\"x\":1.50,\"created_at\":5,\"n\":null},"
            + item
            + ",{\"task_id\":\"b\",\"created_at\":\"6\"}]}";
    TaskListAnswer answer = Json.read(TaskListAnswer.class, json);

    assertThat(answer.data()).isNull();
    assertThat((List<?>) answer.additionalProperties().get("data")).hasSize(3);
    assertSameTree(Json.write(TaskListAnswer.class, answer), json);
  }

  static List<String> wrongItems() {
    return List.of("7", "1e400", "\"word\"", "true", "null", "[]", "[{\"task_id\":\"c\"}]");
  }

  @Test
  void aPropertyOfTheWrongShapeInAnItemDoesNotSpoilTheList() {
    TextToVideoRequest request =
        Json.read(
            TextToVideoRequest.class,
            "{\"multi_prompt\": [{\"index\": \"one\", \"prompt\": \"p\"}, {\"index\": 2}]}");

    assertThat(request.multiPrompt()).extracting(Shot::index).containsExactly(null, 2);
    assertThat(request.multiPrompt().get(0).additionalProperties()).containsEntry("index", "one");
  }

  private static Task task(String json) {
    return Json.read(Task.class, json.replace('\'', '"'));
  }
}
