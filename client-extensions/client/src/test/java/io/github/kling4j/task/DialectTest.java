package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.KlingApiException;
import io.github.kling4j.error.NotFoundException;
import io.github.kling4j.model.TaskStatus;
import io.github.kling4j.testing.Fixtures;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as relays word them: whatever its names, a task reads as the same task. */
class DialectTest {
  private final MockWebServer server = new MockWebServer();
  private KlingClient kling;

  @BeforeEach
  void start() throws IOException {
    server.start();
    kling =
        KlingClient.builder()
            .gateway(Gateway.relay("http://127.0.0.1:" + server.getPort()))
            .credentials(Credentials.apiKey("sk-test"))
            .build();
  }

  @AfterEach
  void close() {
    kling.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "create-answer.json, 814237883686625347, submitted",
    "create-answer-no-envelope.json, task_9f, submitted",
    "dialect/id-only.json, task_9f, not looked at yet",
    "dialect/id-beside-envelope.json, task_9f, not looked at yet",
    "dialect/id-beside-data.json, task_9f, submitted",
    "dialect/id-in-data.json, task_9f, submitted",
    "dialect/id-of-the-row-too.json, task_9f, submitted",
    "dialect/id-as-number.json, 866168, submitted",
    "dialect/id-as-long-number.json, 814237883686625347001, submitted",
    "dialect/gateway-running.json, task_9f, processing",
    "dialect/gateway-unknown.json, task_9f, UNKNOWN",
  })
  void aTaskThatWasCreatedHasItsIdAndIsRunning(String file, String id, String status) {
    server.enqueue(Fixtures.json(200, Fixtures.read(file)));

    VideoTask task = kling.textToVideo().create(r -> r.prompt("A beach."));

    assertThat(task.id()).isEqualTo(id);
    assertThat(task.data().taskId()).isEqualTo(id);
    assertThat(task.status()).hasToString(status);
    assertIsRunning(task);
    assertThat(task.failureReason()).isEmpty();
    assertThat(task.videos()).isEmpty();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "query-answer-succeed.json, https://cdn.example.com/v-1.mp4, 5042",
    "query-answer-word-code.json, https://cdn.example.com/866168.m4v,",
    "dialect/bare-completed.json, https://cdn.example.com/v-1.mp4,",
    "dialect/gateway-succeeded.json, https://relay.example.com/files/v-1.mp4, 5042",
    "dialect/gateway-succeeded-address-within.json, https://cdn.example.com/v-1.mp4, 5042",
    "dialect/gateway-succeeded-without-envelope.json, https://cdn.example.com/v-1.mp4, 5042",
    "dialect/gateway-succeeded-old.json, https://cdn.example.com/v-1.mp4,",
  })
  void aTaskThatSucceededHasItsVideoAndNoReason(String file, String url, Long millis) {
    VideoTask task = looked(Fixtures.read(file));

    assertThat(task.status()).isEqualTo(TaskStatus.SUCCEED);
    assertThat(task.succeeded()).isTrue();
    assertThat(task.isTerminal()).isTrue();
    assertThat(task.failed()).isFalse();
    assertThat(task.running()).isFalse();
    assertThat(task.failureReason()).isEmpty();
    assertThat(task.videos()).hasSize(1);
    assertThat(task.video().url()).isEqualTo(url);
    assertThat(task.video().data().url()).isEqualTo(url);
    assertThat(task.video().duration())
        .isEqualTo(millis == null ? null : Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({
    "query-answer-failed.json, Failure to pass the risk control system",
    "query-answer-word-code-failed.json, content moderation failed",
    "dialect/bare-failed.json, content moderation failed",
    "dialect/gateway-failed.json, Failure to pass the risk control system",
    "dialect/gateway-failed-reason-within.json, Failure to pass the risk control system",
    "dialect/error-as-text.json, the upstream refused",
  })
  void aTaskThatFailedHasItsReasonAndNoVideo(String file, String reason) {
    VideoTask task = looked(Fixtures.read(file));

    assertThat(task.status()).isEqualTo(TaskStatus.FAILED);
    assertThat(task.failed()).isTrue();
    assertThat(task.isTerminal()).isTrue();
    assertThat(task.succeeded()).isFalse();
    assertThat(task.running()).isFalse();
    assertThat(task.failureReason()).isEqualTo(reason);
    assertThat(task.videos()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "query-answer-succeed.json, 2025-11-03T08:19:18.060Z, 2025-11-03T08:20:30Z",
    "create-answer-no-envelope.json, 2026-07-03T06:23:11Z,",
    "dialect/id-as-long-number.json, 2026-07-03T06:23:11Z,",
    "dialect/id-of-the-row-too.json, 2026-07-03T06:23:11Z,",
    "dialect/gateway-succeeded.json, 2026-07-03T06:23:11Z, 2026-07-03T06:24:23Z",
    "dialect/gateway-succeeded-address-within.json, 2026-07-03T06:23:12.060Z,"
        + " 2026-07-03T06:24:20Z",
    "query-answer-word-code.json, ,",
  })
  void aTimeInSecondsOrMillisecondsIsAMoment(String file, Instant created, Instant updated) {
    VideoTask task = looked(Fixtures.read(file));

    assertThat(task.createdAt()).isEqualTo(created);
    assertThat(task.updatedAt()).isEqualTo(updated);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "submitted",
        "processing",
        "queued",
        "NOT_START",
        "IN_PROGRESS",
        "running",
        "UNKNOWN",
        ""
      })
  void aWordForARunningTaskIsUnderstoodInAnyCase(String word) {
    for (String each : inAnyCase(word)) {
      assertIsRunning(looked(withStatus(each)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"succeed", "SUCCESS", "succeeded", "completed"})
  void aWordForASuccessIsUnderstoodInAnyCase(String word) {
    for (String each : inAnyCase(word)) {
      VideoTask task = looked(withStatus(each));

      assertThat(task.succeeded()).as(each).isTrue();
      assertThat(task.status()).as(each).isEqualTo(TaskStatus.SUCCEED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"failed", "FAILURE"})
  void aWordForAFailureIsUnderstoodInAnyCase(String word) {
    for (String each : inAnyCase(word)) {
      VideoTask task = looked(withStatus(each));

      assertThat(task.failed()).as(each).isTrue();
      assertThat(task.status()).as(each).isEqualTo(TaskStatus.FAILED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "QUEUED, queued",
    "Submitted, submitted",
    "Not_Start, not_start",
    "In_Progress, in_progress",
    "RUNNING, running",
  })
  void aWordThatIsUnderstoodIsSoInCapitalsToo(String word, String understood) {
    TaskStatus status = looked(withStatus(word)).status();

    assertThat(status).isEqualTo(TaskStatus.of(understood));
    assertThat(status.known()).isNotEqualTo(TaskStatus.Known.UNRECOGNIZED);
  }

  @Test
  void anyOtherWordReadsAsItCame() {
    assertThat(looked(withStatus("Warming Up")).status()).hasToString("Warming Up");
  }

  /** The wait ends by the same words. */
  @Test
  void aTaskIsWaitedForInAnyDialect() {
    for (String file :
        List.of("id-in-data", "gateway-unknown", "gateway-running", "gateway-succeeded-old")) {
      server.enqueue(Fixtures.json(200, Fixtures.read("dialect/" + file + ".json")));
    }

    VideoTask task =
        kling.textToVideo().create(r -> r.prompt("A beach.")).await(Fixtures.IMPATIENT);

    assertThat(task.id()).isEqualTo("task_9f");
    assertThat(task.video().url()).isEqualTo("https://cdn.example.com/v-1.mp4");
    assertThat(server.getRequestCount()).isEqualTo(4);
  }

  @Test
  void tasksOfAListAreReadInAnyDialect() {
    server.enqueue(
        Fixtures.json(
            200,
            "{\"code\":\"success\",\"data\":["
                + "{\"id\":1,\"status\":\"QUEUED\"},"
                + "{\"task_id\":\"2\",\"status\":\"SUCCESS\",\"fail_reason\":\"https://x/2\"},"
                + "{\"task_id\":\"3\",\"status\":\"FAILURE\",\"fail_reason\":\"no\"}]}"));

    List<VideoTask> tasks = kling.textToVideo().list().toList();

    assertThat(tasks).extracting(VideoTask::id).containsExactly("1", "2", "3");
    assertThat(tasks).extracting(VideoTask::running).containsExactly(true, false, false);
    assertThat(tasks.get(1).video().url()).isEqualTo("https://x/2");
    assertThat(tasks.get(2).failureReason()).isEqualTo("no");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":\"task_not_exist\",\"message\":\"no\",\"task_id\":\"task_9f\",\"data\":null}",
        "{\"code\":1201,\"message\":\"no\",\"id\":\"task_9f\"}",
        "{\"code\":1201,\"message\":\"no\",\"task_id\":\"\",\"data\":{}}",
      })
  void aRefusalThatNamesTheTaskIsNoTask(String body) {
    KlingApiException e = catchThrowableOfType(KlingApiException.class, () -> looked(body));

    assertThat(e).isInstanceOf(NotFoundException.class);
    assertThat(e.taskId()).isEqualTo("task_9f");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a failed task keeps the address in its reason;"
            + " 'failed','fail_reason':'https://x/a'; https://x/a; ",
        "a running task has no video in its reason;"
            + " 'processing','fail_reason':'https://x/a'; https://x/a; ",
        "a word is no address; 'succeed','fail_reason':'httpss'; ; ",
        "a sentence is no address; 'succeed','fail_reason':'https://x/a is gone'; ; ",
        "the scheme may be in capitals; 'SUCCESS','fail_reason':'HTTPS://x/a'; ; HTTPS://x/a",
        "a video goes before a reason;"
            + " 'SUCCESS','fail_reason':'https://x/a','url':'https://x/b'; ; https://x/b",
        "a blank reason is none; 'failed','task_status_msg':' ','error':{'message':'no'}; no; ",
        "an error without words is none; 'failed','error':{'code':'x'}; ; ",
        "an error that is a number is none; 'failed','error':7; ; ",
      })
  void anAddressAndAReasonAreToldApart(String what, String status, String reason, String url) {
    String task = "{'data':{'task_id':'task_9f','task_status':" + status + "}}";

    VideoTask read = looked(task.replace('\'', '"'));

    assertThat(read.failureReason()).as(what).isEqualTo(reason == null ? "" : reason);
    assertThat(read.videos())
        .as(what)
        .extracting(video -> video.url())
        .isEqualTo(url == null ? List.of() : List.of(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query-answer-succeed.json",
        "query-answer-word-code.json",
        "dialect/bare-completed.json",
        "dialect/gateway-succeeded.json",
        "dialect/gateway-succeeded-address-within.json",
        "dialect/gateway-succeeded-without-envelope.json",
        "dialect/gateway-succeeded-old.json",
      })
  void noSignatureOfAnAddressIsShown(String file) {
    String signed = Fixtures.read(file).replaceAll("(\\.m[p4][4v])\"", "$1?sign=hunter2\"");
    String unknown = "\"covers\": [{\"at\": \"https://x/i.png?sign=hunter2\"}]";
    String withMore = signed.replaceAll("\\{(?=\\s*\")", "{" + unknown + ",");

    VideoTask task = looked(withMore);

    assertThat(task.video().url()).endsWith("?sign=hunter2");
    assertThat(task.toString() + task.data() + task.video() + task.video().data())
        .contains("example.com/", "x/i.png")
        .doesNotContain("hunter2");
  }

  private VideoTask looked(String body) {
    server.enqueue(Fixtures.json(200, body));
    return kling.textToVideo().get("task_9f");
  }

  private static String withStatus(String word) {
    return "{\"code\":0,\"data\":{\"task_id\":\"task_9f\",\"status\":\"" + word + "\"}}";
  }

  private static List<String> inAnyCase(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String upper = word.toUpperCase(Locale.ROOT);
    String title = word.isEmpty() ? word : upper.charAt(0) + lower.substring(1);
    return List.of(word, lower, upper, title);
  }

  private static void assertIsRunning(VideoTask task) {
    assertThat(task.running()).isTrue();
    assertThat(task.isTerminal()).isFalse();
    assertThat(task.succeeded()).isFalse();
    assertThat(task.failed()).isFalse();
  }
}
