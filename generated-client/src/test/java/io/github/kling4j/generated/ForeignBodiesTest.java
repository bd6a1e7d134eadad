package io.github.kling4j.generated;

import static io.github.kling4j.generated.Json.assertSameTree;
import static io.github.kling4j.generated.Json.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.kling4j.documents.videos.ErrorAnswer;
import io.github.kling4j.documents.videos.ErrorCode;
import io.github.kling4j.documents.videos.GenerationMode;
import io.github.kling4j.documents.videos.Shot;
import io.github.kling4j.documents.videos.ShotType;
import io.github.kling4j.documents.videos.Sound;
import io.github.kling4j.documents.videos.Task;
import io.github.kling4j.documents.videos.TaskAnswer;
import io.github.kling4j.documents.videos.TaskStatus;
import io.github.kling4j.documents.videos.TextToVideoRequest;
import io.github.kling4j.documents.videos.VideoDuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as servers send them that are not in the contract's shape: nothing of them is lost. */
final class ForeignBodiesTest {
  @Test
  void aTaskWithoutEnvelopeIsReadAsATask() {
    Task task = Json.read(Task.class, body("create-answer-no-envelope"));

    assertThat(task.taskId()).isEqualTo("task_9f");
    assertThat(task.taskStatus()).isSameAs(TaskStatus.SUBMITTED);
    assertThat(task.createdAt()).isEqualTo(1783059791);
    assertThat(task.additionalProperties())
        .containsExactly(
            entry("id", "task_9f"),
            entry("object", "video"),
            entry("model", "kling-v2-5-turbo"),
            entry("progress", 0L));
  }

  @Test
  void aTaskWithoutEnvelopeReadAsAnEnvelopeIsKeptAsItCame() {
    TaskAnswer answer = Json.read(TaskAnswer.class, body("create-answer-no-envelope"));

    assertThat(answer.data()).isNull();
    assertThat(answer.additionalProperties()).containsEntry("task_id", "task_9f").hasSize(7);
    assertSameTree(Json.write(TaskAnswer.class, answer), body("create-answer-no-envelope"));
  }

  @Test
  void aRequestOfTheVendorIsTyped() {
    TextToVideoRequest request =
        Json.read(TextToVideoRequest.class, body("create-request-v3-multi-shot"));

    assertThat(request.duration()).isSameAs(VideoDuration.SECONDS_5);
    assertThat(request.multiShot()).isTrue();
    assertThat(request.shotType()).isSameAs(ShotType.CUSTOMIZE);
    assertThat(request.sound()).isSameAs(Sound.ON);
    assertThat(request.mode()).isSameAs(GenerationMode.PRO);
    assertThat(request.multiPrompt())
        .containsExactly(
            shot(1, "A harbour at dawn, gulls circling.", "2"),
            shot(2, "A fisher coils a rope, close up.", "3"));
    assertThat(request.additionalProperties()).isEmpty();
  }

  @Test
  void aRequestOfTheVendorIsWrittenWithTheContractsTypes() {
    String written =
        Json.throughModel(TextToVideoRequest.class, body("create-request-v3-multi-shot"));

    assertSameTree(
        written,
        body("create-request-v3-multi-shot").replace("\"duration\": \"5\"", "\"duration\": 5"));
  }

  @Test
  void theWordsOfASuccessAreReadAsTheContractsValues() {
    TaskAnswer answer = Json.read(TaskAnswer.class, body("query-answer-word-code"));

    assertThat(answer.code()).isSameAs(ErrorCode.SUCCEED);
    Task task = answer.data();
    assertThat(task.taskId()).isEqualTo("866168");
    assertThat(task.taskStatus()).isSameAs(TaskStatus.SUCCEED);
    assertThat(task.url()).isEqualTo("https://cdn.example.com/866168.m4v");
    assertThat(task.error()).isNull();
    assertThat(task.additionalProperties())
        .containsExactly(entry("format", "mp4"), entry("metadata", null));
  }

  @Test
  void theWordsOfASuccessAreWrittenAsTheContractsValues() {
    assertSameTree(
        Json.throughModel(TaskAnswer.class, body("query-answer-word-code")),
        """
        {"code": 0, "message": "", "data": {
          "task_id": "866168", "task_status": "succeed",
          "url": "https://cdn.example.com/866168.m4v", "format": "mp4", "metadata": null}}
        """);
  }

  @Test
  void theReasonOfAFailureInAnErrorObjectIsTyped() {
    Task task = Json.read(TaskAnswer.class, body("query-answer-word-code-failed")).data();

    assertThat(task.taskStatus()).isSameAs(TaskStatus.FAILED);
    assertThat(task.error().message()).isEqualTo("content moderation failed");
    assertThat(task.error().code()).isEqualTo("task_failed");
    assertThat(task.url()).isEmpty();
    assertThat(task.additionalProperties()).containsOnlyKeys("format", "metadata");
  }

  @Test
  void anErrorWithAWordForACodeKeepsTheWord() {
    ErrorAnswer answer = Json.read(ErrorAnswer.class, body("error-400-html-in-message"));

    assertThat(answer.code()).isNull();
    assertThat(answer.message())
        .isEqualTo("<html><head><title>400 Bad Request</title></head></html>");
    assertThat(answer.additionalProperties())
        .containsExactly(entry("code", "fail_to_fetch_task"), entry("data", null));
    assertSameTree(Json.write(ErrorAnswer.class, answer), body("error-400-html-in-message"));
  }

  @Test
  void anErrorWithACodeThatNoTableNamesKeepsTheNumber() {
    ErrorAnswer answer = Json.read(ErrorAnswer.class, body("error-429-code-400"));

    assertThat(answer.code()).isEqualTo(ErrorCode.of(400));
    assertThat(answer.code().known()).isEqualTo(ErrorCode.Known.UNRECOGNIZED);
    assertSameTree(Json.write(ErrorAnswer.class, answer), body("error-429-code-400"));
  }

  @Test
  void anErrorReadAsTheAnswerOfACreateIsKeptWhole() {
    for (String name : new String[] {"error-401-nested-error", "error-429-1303"}) {
      assertSameTree(Json.throughModel(TaskAnswer.class, body(name)), body(name));
    }
  }

  /** A relay passes on what it was told, and its own server may be a relay too. */
  @Test
  void theAnswerOfTheServerBehindARelayIsTypedHoweverDeepItIs() {
    String inner = "{\"code\":0,\"data\":{\"task_id\":\"1\",\"task_status\":\"succeed\"}}";
    String json = inner;
    for (int depth = 2; depth <= 9; depth++) {
      json = "{\"code\":0,\"data\":{\"task_id\":\"" + depth + "\",\"data\":" + json + "}}";
    }

    TaskAnswer answer = Json.read(TaskAnswer.class, json);

    Task task = answer.data();
    for (int depth = 9; depth > 1; depth--) {
      assertThat(task.taskId()).isEqualTo(String.valueOf(depth));
      task = task.data().data();
    }
    assertThat(task.taskStatus()).isSameAs(TaskStatus.SUCCEED);
    assertThat(task.data()).isNull();
    assertSameTree(Json.write(TaskAnswer.class, answer), json);
    assertThat(Json.read(TaskAnswer.class, json)).isEqualTo(answer).hasSameHashCodeAs(answer);
    assertThat(answer.toString()).contains("Task{taskId=1, taskStatus=succeed}");
    assertThat(answer.violations()).isEmpty();
  }

  @Test
  void whatIsWrongInTheAnswerBehindARelayIsToldWithItsPath() {
    TaskAnswer answer =
        Json.read(TaskAnswer.class, "{\"data\":{\"task_id\":\"1\",\"data\":{\"data\":{}}}}");

    assertThat(answer.violations())
        .extracting(violation -> violation.path())
        .containsExactly("$.data.data.data.task_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"{}\"", "[]", "7", "{}", "{\"data\":[]}"})
  void whatARelayPutsInThePlaceOfThatAnswerIsKept(String data) {
    Task task = Json.read(Task.class, "{\"task_id\":\"1\",\"data\":" + data + "}");

    assertThat(task.taskId()).isEqualTo("1");
    assertThat(task.data() == null || task.data().data() == null).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "insufficient_user_quota, RESOURCE_PACK_EXHAUSTED",
    "quota_not_enough, RESOURCE_PACK_EXHAUSTED",
    "invalid_request, INVALID_PARAMETERS",
    "build_request_failed, INVALID_PARAMETERS",
    "task_not_exist, INVALID_PARAMETER",
    "model_not_found, RESOURCE_NOT_FOUND",
  })
  void aWordForACodeOfTheVendorIsReadAsThatCode(String word, ErrorCode.Known known) {
    ErrorAnswer answer = Json.read(ErrorAnswer.class, "{\"code\":\"" + word + "\"}");

    assertThat(answer.code().known()).isEqualTo(known);
  }

  /** It says neither what was wrong nor whether a task was made. */
  @Test
  void aWordThatSaysNothingIsNoCodeOfTheVendor() {
    assertThat(Json.read(ErrorAnswer.class, "{\"code\":\"fail_to_fetch_task\"}").code()).isNull();
  }

  private static Shot shot(int index, String prompt, String duration) {
    return Shot.builder().index(index).prompt(prompt).duration(duration).build();
  }
}
