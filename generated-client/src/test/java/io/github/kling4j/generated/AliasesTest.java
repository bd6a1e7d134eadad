package io.github.kling4j.generated;

import static io.github.kling4j.generated.Json.assertSameTree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.kling4j.documents.videos.Task;
import io.github.kling4j.documents.videos.TaskStatus;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A property under the names that relays give it. */
final class AliasesTest {
  @Test
  void aPropertyIsReadUnderItsOtherNames() {
    Task task = task("{'id': 't', 'status': 'FAILURE', 'fail_reason': 'why', 'result_url': 'u'}");

    assertThat(task.taskId()).isEqualTo("t");
    assertThat(task.taskStatus()).isSameAs(TaskStatus.FAILED);
    assertThat(task.taskStatusMsg()).isEqualTo("why");
    assertThat(task.url()).isEqualTo("u");
    assertThat(task.additionalProperties()).isEmpty();
  }

  @Test
  void aPropertyIsWrittenUnderItsOwnName() {
    Task task = task("{'id': 't', 'status': 'IN_PROGRESS', 'fail_reason': '', 'result_url': 'u'}");

    assertSameTree(
        Json.write(Task.class, task),
        """
        {"task_id": "t", "task_status": "processing", "task_status_msg": "", "url": "u"}
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'task_id': 'own', 'id': 'other', 'url': 'own', 'result_url': 'other'}",
        "{'id': 'other', 'task_id': 'own', 'result_url': 'other', 'url': 'own'}"
      })
  void theOwnNameWinsWhicheverComesFirst(String json) {
    Task task = task(json);

    assertThat(task.taskId()).isEqualTo("own");
    assertThat(task.url()).isEqualTo("own");
    assertThat(task.additionalProperties())
        .containsOnly(entry("id", "other"), entry("result_url", "other"));
    assertSameTree(Json.write(Task.class, task), json.replace('\'', '"'));
  }

  @Test
  void anotherNameIsTakenWhereTheOwnOneIsNull() {
    assertThat(task("{'task_id': null, 'id': 't'}").taskId()).isEqualTo("t");
    assertThat(task("{'id': 't', 'task_id': null}").taskId()).isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'task_id': 't', 'url': {'mp4': 1.50}, 'result_url': 'u'}",
        "{'task_id': 't', 'result_url': 'u', 'url': {'mp4': 1.50}}"
      })
  void anotherNameIsTakenWhereTheOwnOneHasTheWrongShape(String json) {
    Task task = task(json);

    assertThat(task.url()).isEqualTo("u");
    assertThat(Json.map(task.additionalProperties().get("url")).get("mp4"))
        .isEqualTo(new BigDecimal("1.50"));
    assertSameTree(Json.write(Task.class, task), json.replace('\'', '"'));
    assertThat(Json.read(Task.class, Json.write(Task.class, task))).isEqualTo(task);
    assertThat(task.toBuilder().build()).isEqualTo(task);
  }

  @Test
  void anotherNameWithAWrongShapeIsKept() {
    Task task = task("{'task_id': 't', 'status': {'word': 'queued'}, 'result_url': null}");

    assertThat(task.taskStatus()).isNull();
    assertThat(task.url()).isNull();
    assertThat(task.additionalProperties()).containsOnlyKeys("status", "result_url");
    assertThat(task.violations()).isEmpty();
  }

  @Test
  void aNumberUnderAnotherNameIsReadAsItsText() {
    assertThat(task("{'id': 866168}").taskId()).isEqualTo("866168");
    assertThat(task("{'id': 12345678901234567890}").taskId()).isEqualTo("12345678901234567890");
  }

  private static Task task(String json) {
    return Json.read(Task.class, json.replace('\'', '"'));
  }
}
