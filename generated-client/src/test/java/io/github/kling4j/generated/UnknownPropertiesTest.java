package io.github.kling4j.generated;

import static io.github.kling4j.generated.Json.assertSameTree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.documents.videos.Task;
import io.github.kling4j.documents.videos.TaskAnswer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UnknownPropertiesTest {
  private static final String JSON =
      """
      {"task_id": "t", "text": "a\\"b\\u00e9", "flag": true, "nothing": null, "whole": 42,
       "price": 1.50, "huge": 1e400, "long": 12345678901234567890,
       "list": [1, null, [], "x", {}], "map": {"b": 1, "a": {"deep": [null]}}}
      """;

  private final Task task = Json.read(Task.class, JSON);

  @Test
  void anUnknownPropertyIsKeptAsItCame() {
    Map<String, Object> kept = task.additionalProperties();

    assertThat(kept.keySet())
        .containsExactly(
            "text", "flag", "nothing", "whole", "price", "huge", "long", "list", "map");
    assertThat(kept)
        .containsEntry("text", "a\"bé")
        .containsEntry("flag", true)
        .containsEntry("nothing", null)
        .containsEntry("whole", 42L)
        .containsEntry("price", new BigDecimal("1.50"))
        .containsEntry("huge", new BigDecimal("1e400"))
        .containsEntry("long", new BigDecimal("12345678901234567890"))
        .containsEntry("list", Arrays.asList(1L, null, List.of(), "x", Map.of()));
    assertThat(Json.map(kept.get("map"))).hasToString("{b=1, a={deep=[null]}}");
  }

  @Test
  void anUnknownPropertyIsSentAgain() {
    String written = Json.write(Task.class, task);

    assertSameTree(written, JSON);
    assertThat(written).contains("\"price\":1.50").contains("\"long\":12345678901234567890");
  }

  @Test
  void anUnknownPropertyInsideAnotherObjectIsKeptThere() {
    String json =
        """
        {"new": 1, "data": {"task_id": "t", "new": 2, "task_info": {"new": 3},
         "task_result": {"new": 4, "videos": [{"new": 5, "url": "u"}, {"new": null}]}}}
        """;
    TaskAnswer answer = Json.read(TaskAnswer.class, json);

    assertThat(answer.additionalProperties()).containsEntry("new", 1L);
    assertThat(answer.data().additionalProperties()).containsEntry("new", 2L);
    assertThat(answer.data().taskInfo().additionalProperties()).containsEntry("new", 3L);
    assertThat(answer.data().taskResult().videos().get(0).additionalProperties())
        .containsEntry("new", 5L);
    assertSameTree(Json.write(TaskAnswer.class, answer), json);
  }

  @Test
  void anUnknownPropertyGoesThroughToBuilder() {
    Task changed = task.toBuilder().taskId("other").build();

    assertThat(changed.additionalProperties()).isEqualTo(task.additionalProperties());
  }

  @Test
  void whatWasKeptCannotBeChanged() {
    Map<String, Object> kept = task.additionalProperties();

    assertThatThrownBy(() -> kept.put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> Json.map(kept.get("map")).clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ((List<?>) kept.get("list")).remove(0))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aKnownNameIsKnownHoweverItIsEscaped() {
    Task read = Json.read(Task.class, "{\"task\\u005fid\": \"t\"}");

    assertThat(read.taskId()).isEqualTo("t");
    assertThat(read.additionalProperties()).isEmpty();
  }

  @Test
  void aNameThatDiffersInCaseIsUnknown() {
    Task read = Json.read(Task.class, "{\"Task_id\": \"t\", \"\": 1, \"taskId\": 2}");

    assertThat(read.additionalProperties()).containsOnlyKeys("Task_id", "", "taskId");
  }
}
