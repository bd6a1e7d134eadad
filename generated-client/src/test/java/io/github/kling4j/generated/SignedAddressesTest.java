package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.documents.videos.ErrorAnswer;
import io.github.kling4j.documents.videos.Task;
import io.github.kling4j.documents.videos.TaskAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code toString} leaves out of addresses, wherever they stand. */
final class SignedAddressesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "https://x/v.mp4?sign=hunter2; https://x/v.mp4?…",
        "https://x/v.mp4?a=b?sign=hunter2; https://x/v.mp4?…",
        "/v.mp4?sign=hunter2; /v.mp4?…",
        "https://x/v.mp4; https://x/v.mp4",
        "https://x/v.mp4?; https://x/v.mp4?",
        "lost https://x/a?s=hunter2 and https://x/b?s=hunter2 again;"
            + " lost https://x/a?… and https://x/b?… again",
        "Was it lost? Yes.; Was it lost? Yes.",
      })
  void anAddressThatMayBeSignedIsCutAtItsQuery(String told, String shown) {
    for (String name : new String[] {"url", "result_url", "task_status_msg", "fail_reason"}) {
      Task task = Json.read(Task.class, "{\"" + name + "\": \"" + told + "\"}");

      assertThat(task.toString()).endsWith("=" + shown + "}").doesNotContain("hunter2");
      assertThat(Json.write(Task.class, task)).contains(told);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"https://x/v.mp4?sign=hunter2\"; https://x/v.mp4?…",
        "[\"//x/v.mp4?sign=hunter2\", 1, null]; [//x/v.mp4?…, 1, null]",
        "{\"a\": {\"b\": \"see http://x/?sign=hunter2 there\"}}; {a={b=see http://x/?… there}}",
        "\"a?b\"; a?b",
        "\"Is it http://x/ ? Yes?\"; Is it http://x/ ? Yes?",
        "\"$1\\\\ https://x/?hunter2\"; $1\\ https://x/?…",
      })
  void anAddressThatTheDocumentDoesNotKnowIsCutToo(String told, String shown) {
    for (String name : new String[] {"cover", "task_result"}) {
      Task task = Json.read(Task.class, "{\"" + name + "\": " + told + "}");

      if (!told.startsWith("{") || name.equals("cover")) {
        assertThat(task).hasToString("Task{" + name + "=" + shown + "}");
      }
      assertThat(task.toString()).doesNotContain("hunter2");
      Json.assertSameTree(Json.write(Task.class, task), "{\"" + name + "\": " + told + "}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'message': '%s'}",
        "{'error': {'message': '%s'}}",
        "{'error': '%s'}",
        "{'data': {'error': {'message': '%s'}}}",
        "{'data': {'data': {'data': {'task_result': {'videos': [{'url': '%s'}]}}}}}",
        "{'data': {'data': {'data': {'data': {'message': '%s'}}}}}",
      })
  void noPlaceForAnAddressShowsItsQuery(String shape) {
    String json = shape.replace('\'', '"').formatted("cannot fetch https://x/v.mp4?s=hunter2 !");

    for (Class<?> type : new Class<?>[] {TaskAnswer.class, ErrorAnswer.class}) {
      assertThat(Json.read(type, json).toString())
          .contains("https://x/v.mp4?… !")
          .doesNotContain("hunter2");
    }
  }

  @Test
  void aLongTextWithoutAQueryIsShownWhole() {
    String told = "https://".repeat(200_000) + "?" + " ?".repeat(200_000);

    Task task = Json.read(Task.class, "{\"cover\": \"" + told + "\", \"url\": \"" + told + "\"}");

    assertThat(task.toString()).hasSize("Task{url=, cover=}".length() + 2 * told.length());
  }
}
