package io.github.kling4j.generated;

import static io.github.kling4j.generated.Json.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.model.ErrorAnswer;
import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.model.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bodies that servers are known to send, read as the contract has it now. Whatever upstream changes
 * in it, nothing of them is lost, and a task that was paid for is found.
 */
final class ServerBodiesTest {
  @ParameterizedTest
  @CsvSource({
    "TextToVideoRequest, create-request",
    "TextToVideoRequest, create-request-v3-multi-shot",
    "TaskAnswer, create-answer",
    "TaskAnswer, create-answer-no-envelope",
    "TaskAnswer, query-answer-succeed",
    "TaskAnswer, query-answer-failed",
    "Task, callback",
    "ErrorAnswer, error-400-1201-unknown-task",
    "ErrorAnswer, error-400-html-in-message",
    "ErrorAnswer, error-401-nested-error",
    "ErrorAnswer, error-429-1102",
    "ErrorAnswer, error-429-1303",
    "ErrorAnswer, error-429-code-400"
  })
  void nothingOfABodyIsLost(String schema, String name) {
    String written = Json.throughModel(Document.model(schema), body(name));

    assertThat(Meaning.difference(Json.tree(body(name)), Json.tree(written), "$")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "create-answer, 814237883686625347, SUBMITTED",
    "query-answer-succeed, 814237883686625347, SUCCEED",
    "query-answer-word-code, 866168, SUCCEED",
    "query-answer-word-code-failed, task_abc, FAILED"
  })
  void theIdAndTheStatusOfATaskAreTyped(String name, String id, TaskStatus.Known status) {
    Task task = Json.read(TaskAnswer.class, body(name)).data();

    assertThat(task.taskId()).isEqualTo(id);
    assertThat(task.taskStatus().known()).isEqualTo(status);
  }

  @Test
  void theAddressOfAVideoIsTyped() {
    Task task = Json.read(TaskAnswer.class, body("query-answer-succeed")).data();

    assertThat(task.taskResult().videos().get(0).url())
        .isEqualTo("https://cdn.example.com/v-1.mp4");
  }

  @Test
  void theCodeOfAnErrorIsTyped() {
    assertThat(Json.read(ErrorAnswer.class, body("error-429-1303")).code())
        .isSameAs(ErrorCode.TOO_MANY_TASKS);
  }
}
