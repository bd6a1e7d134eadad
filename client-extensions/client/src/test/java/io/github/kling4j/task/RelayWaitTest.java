package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.TaskFailedException;
import io.github.kling4j.media.DownloadableVideo;
import io.github.kling4j.testing.Fixtures;
import java.io.IOException;
import java.time.Duration;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends of tasks as relays tell them. */
class RelayWaitTest {
  private final MockWebServer server = new MockWebServer();
  private KlingClient kling;

  @BeforeEach
  void start() throws IOException {
    server.start();
    kling =
        KlingClient.builder()
            .gateway(Gateway.relay("http://127.0.0.1:" + server.getPort()))
            .credentials(Credentials.apiKey("sk-test"))
            .retryPolicy(Fixtures.HASTY)
            .waitPolicy(Fixtures.IMPATIENT)
            .build();
  }

  @AfterEach
  void close() {
    kling.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "query-answer-succeed.json, https://cdn.example.com/v-1.mp4",
    "query-answer-word-code.json, https://cdn.example.com/866168.m4v",
  })
  void aSampleOfASuccessHasAVideo(String file, String url) {
    VideoTask task = awaited(Fixtures.read(file));

    assertThat(task.video().url()).isEqualTo(url);
    assertThat(task.videos()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "query-answer-failed.json, Failure to pass the risk control system",
    "query-answer-word-code-failed.json, content moderation failed",
  })
  void aSampleOfAFailureHasAReason(String file, String reason) {
    TaskFailedException e =
        catchThrowableOfType(TaskFailedException.class, () -> awaited(Fixtures.read(file)));

    assertThat(e.reason()).isEqualTo(reason);
    assertThat(e.taskId()).isEqualTo("17");
  }

  @ParameterizedTest
  @ValueSource(strings = {"succeed", "succeeded", "SUCCESS", "completed"})
  void eachWordForASuccessIsKnown(String word) {
    VideoTask task =
        awaited(
            "{\"data\":{\"task_id\":\"17\",\"status\":\"" + word + "\",\"url\":\"https://x/\"}}");

    assertThat(task.succeeded()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"failed", "FAILURE"})
  void eachWordForAFailureIsKnown(String word) {
    TaskFailedException e =
        catchThrowableOfType(
            TaskFailedException.class,
            () -> awaited("{\"data\":{\"task_id\":\"17\",\"status\":\"" + word + "\"}}"));

    assertThat(e.reason()).isEmpty();
    assertThat(e.getMessage()).contains("17", "no reason");
  }

  @ParameterizedTest
  @CsvSource({
    "data.url, '{\"data\":{\"task_id\":\"17\",\"status\":\"SUCCESS\",\"url\":\"https://x/v\"}}'",
    "result_url,"
        + " '{\"data\":{\"id\":\"17\",\"status\":\"SUCCESS\",\"result_url\":\"https://x/v\"}}'",
    "no envelope, '{\"id\":\"17\",\"status\":\"completed\",\"url\":\"https://x/v\"}'",
  })
  void theVideoIsFoundWhereARelayPutsIt(String where, String answer) {
    assertThat(awaited(answer).video().url()).as(where).isEqualTo("https://x/v");
  }

  @Test
  void aSuccessWithoutAVideoIsToldWhenTheVideoIsAskedFor() {
    VideoTask task = awaited("{\"data\":{\"task_id\":\"17\",\"task_status\":\"succeed\"}}");

    assertThat(task.videos()).isEmpty();
    KlingException e = catchThrowableOfType(KlingException.class, task::video);
    assertThat(e.taskId()).isEqualTo("17");
    assertThat(e).hasMessageContainingAll("17", "no video", "succeed");
  }

  @Test
  void severalVideosAreAllThere() {
    VideoTask task =
        awaited(
            "{\"data\":{\"task_id\":\"17\",\"task_status\":\"succeed\",\"task_result\":{\"videos\":"
                + "[{\"url\":\"\"},{\"url\":\"https://x/1\"},{},{\"url\":\"https://x/2\"}]}}}");

    assertThat(task.videos())
        .extracting(DownloadableVideo::url)
        .containsExactly("https://x/1", "https://x/2");
    assertThat(task.video().url()).isEqualTo("https://x/1");
  }

  @Test
  void aTaskThatIsNotReadySaysSoWhenItsVideoIsAskedFor() {
    server.enqueue(Fixtures.json(200, Fixtures.read("create-answer.json")));
    VideoTask task = kling.textToVideo().create(r -> r.prompt("A beach."));

    KlingException e = catchThrowableOfType(KlingException.class, task::video);

    assertThat(e).hasMessageContainingAll(task.id(), "submitted", "await");
    assertThat(task.failureReason()).isEmpty();
  }

  @Test
  void aTaskThatWasNotLookedAtKnowsNothing() {
    VideoTask task = kling.textToVideo().task(" 17 ");

    assertThat(task.id()).isEqualTo("17");
    assertThat(task.isTerminal()).isFalse();
    assertThat(task.externalTaskId()).isNull();
    assertThat(task.updatedAt()).isNull();
    assertThat(task.failureReason()).isEmpty();
    assertThat(task.videos()).isEmpty();
    assertThat(catchThrowableOfType(IllegalStateException.class, task::data))
        .hasMessageContainingAll("17", "refresh()");
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aBlankIdIsRefused(String id) {
    assertThat(
            catchThrowableOfType(
                IllegalArgumentException.class, () -> kling.textToVideo().task(id)))
        .hasMessageContaining("blank");
    assertThat(
            catchThrowableOfType(IllegalArgumentException.class, () -> kling.textToVideo().get(id)))
        .hasMessageContaining("blank");
  }

  private VideoTask awaited(String answer) {
    server.enqueue(Fixtures.json(200, "{\"data\":{\"task_id\":\"17\",\"status\":\"NOT_START\"}}"));
    server.enqueue(Fixtures.json(200, answer));
    return kling.textToVideo().task("17").await(Duration.ofSeconds(30));
  }
}
