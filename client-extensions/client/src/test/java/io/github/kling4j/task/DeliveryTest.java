package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskInfo;
import io.github.kling4j.model.TaskResult;
import io.github.kling4j.model.TaskStatus;
import io.github.kling4j.model.Video;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testing.Requests;
import io.github.kling4j.testkit.PromptSockets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What somebody else says of a task, in the midst of a wait for it. */
@Timeout(20)
class DeliveryTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final WaitPolicy HOURLY =
      WaitPolicy.builder()
          .firstDelay(HOUR)
          .interval(HOUR, HOUR)
          .jitter(0)
          .deadline(HOUR.multipliedBy(10))
          .build();

  private final MockWebServer web = new MockWebServer();
  private final TaskServer server = new TaskServer(3);
  private final List<WaitProgress> told = new ArrayList<>();
  private Bench bench;

  @BeforeEach
  void begin() throws Exception {
    web.setDispatcher(server);
    web.setServerSocketFactory(new PromptSockets());
    web.start();
    bench = Bench.onTheSpot("http://127.0.0.1:" + web.getPort());
  }

  @AfterEach
  void close() {
    bench.close();
    web.close();
  }

  @Test
  void aTrustedSuccessEndsTheWaitWithoutARequest() {
    CompletableFuture<VideoTask> wait = begin("t1");

    assertThat(bench.deliver(success("t1", 2_000), true)).isTrue();

    assertThat(wait.join().video().url()).isEqualTo("https://files.example.com/told.mp4");
    assertThat(server.takeRequests()).isEmpty();
    assertThat(bench.timer.pending()).isZero();
  }

  @Test
  void aTrustedFailureEndsTheWaitToo() {
    CompletableFuture<VideoTask> wait = begin("t1");

    bench.deliver(task("t1", TaskStatus.FAILED, 2_000).taskStatusMsg("too dark").build(), true);

    assertThat(wait).isCompletedExceptionally();
    assertThat(server.takeRequests()).isEmpty();
  }

  @Test
  void whatIsNotTrustedMakesTheWaitAskAndNoMore() {
    CompletableFuture<VideoTask> wait = begin("t1");

    assertThat(bench.deliver(success("t1", 2_000), false)).isTrue();

    assertThat(server.takeRequests()).containsExactly("t1");
    assertThat(wait).isNotDone();
    server.ended.add("t1");
    bench.timer.advance(Duration.ofSeconds(1));
    bench.deliver(success("t1", 2_000), false);
    assertThat(wait.join().video().url()).isEqualTo("https://files.example.com/t1.mp4");
  }

  @Test
  void aFloodOfHintsIsAnsweredByOneLookASecond() {
    assertThat(begin("t1")).isNotDone();

    for (int i = 0; i < 100; i++) {
      bench.deliver(success("t1", 2_000), false);
    }
    assertThat(server.takeRequests()).hasSize(1);
    bench.timer.advance(Duration.ofMillis(999));
    assertThat(server.takeRequests()).isEmpty();
    bench.timer.advance(Duration.ofMillis(1));

    assertThat(server.takeRequests()).containsExactly("t1");
    bench.timer.advance(Duration.ofMinutes(59));
    assertThat(server.takeRequests()).isEmpty();
  }

  @Test
  void aHintInTheMidstOfALookIsFollowedByAnother() {
    assertThat(begin("t1")).isNotDone();
    server.single =
        id -> {
          bench.deliver(success("t1", 2_000), false);
          server.single = other -> Fixtures.json(200, TaskServer.answer(server.task(other)));
          return Fixtures.json(200, TaskServer.answer(server.task(id)));
        };

    bench.timer.advance(HOUR);
    assertThat(server.takeRequests()).containsExactly("t1");
    bench.timer.advance(Duration.ofSeconds(1));

    assertThat(server.takeRequests()).containsExactly("t1");
    bench.timer.advance(Duration.ofMinutes(59));
    assertThat(server.takeRequests()).isEmpty();
  }

  @Test
  void afterAHintLooksAreFrequentAgain() {
    Duration minute = Duration.ofMinutes(1);
    WaitPolicy slower =
        HOURLY.toBuilder().firstDelay(minute).interval(minute, HOUR).growth(60).build();
    assertThat(bench.videos.task("t1").completion(slower)).isNotDone();
    bench.timer.advance(minute.multipliedBy(2));
    assertThat(server.takeRequests()).hasSize(2);
    bench.timer.advance(minute.multipliedBy(10));
    assertThat(server.takeRequests()).isEmpty();

    bench.deliver(success("t1", 2_000), false);
    bench.timer.advance(minute);

    assertThat(server.takeRequests()).containsExactly("t1", "t1");
  }

  @Test
  void whatIsOlderThanWhatWasSeenIsNotBelieved() {
    CompletableFuture<VideoTask> wait = begin("t1");
    bench.deliver(task("t1", TaskStatus.PROCESSING, 5_000).build(), true);

    bench.deliver(success("t1", 4_999), true);

    assertThat(wait).isNotDone();
    assertThat(server.takeRequests()).containsExactly("t1");
    bench.deliver(success("t1", 5_000), true);
    assertThat(wait).isCompleted();
  }

  @Test
  void anOlderAnswerDoesNotUndoANewerCallback() {
    CompletableFuture<VideoTask> wait = begin("t1");
    server.single =
        id -> {
          bench.deliver(task("t1", TaskStatus.of("rendering"), 5_000).build(), true);
          return Fixtures.json(
              200,
              TaskServer.answer(
                  "{\"task_id\":\"t1\",\"task_status\":\"submitted\",\"updated_at\":1500000004999}"));
        };

    bench.timer.advance(HOUR);

    assertThat(told).extracting(p -> p.task().status().value()).containsOnly("rendering");
    assertThat(wait).isNotDone();
  }

  @Test
  void anEndThatALookFindsIsTheTruthWhateverItsTime() {
    CompletableFuture<VideoTask> wait = begin("t1");
    bench.deliver(task("t1", TaskStatus.PROCESSING, 5_000).build(), true);
    server.single =
        id ->
            Fixtures.json(
                200,
                TaskServer.answer(
                    TaskServer.task("t1", "succeed")
                        .replace("{\"task", "{\"updated_at\":1,\"task")));

    bench.timer.advance(HOUR);

    assertThat(wait).isCompleted();
  }

  @Test
  void aTrustedSuccessWithoutAnAddressIsAskedFor() {
    server.ended.add("t1");
    CompletableFuture<VideoTask> wait = begin("t1");

    bench.deliver(task("t1", TaskStatus.SUCCEED, 2_000).build(), true);

    assertThat(wait.join().video().url()).isEqualTo("https://files.example.com/t1.mp4");
    assertThat(server.takeRequests()).containsExactly("t1");
  }

  @Test
  void aCallbackThatTheTaskIsRunningPutsNoLookOff() {
    assertThat(begin("t1")).isNotDone();
    bench.timer.advance(Duration.ofMinutes(59));

    bench.deliver(task("t1", TaskStatus.PROCESSING, 5_000).build(), true);

    assertThat(told).extracting(p -> p.task().status()).containsExactly(TaskStatus.PROCESSING);
    assertThat(server.takeRequests()).isEmpty();
    bench.timer.advance(Duration.ofMinutes(1));
    assertThat(server.takeRequests()).containsExactly("t1");
  }

  @Test
  void aTaskIsKnownByTheCallersIdToo() {
    CompletableFuture<VideoTask> wait = begin("order-17");
    Task told =
        success("t1", 2_000).toBuilder()
            .taskInfo(TaskInfo.builder().externalTaskId("order-17").build())
            .build();

    assertThat(bench.deliver(told, true)).isTrue();

    assertThat(wait).isCompleted();
  }

  @Test
  void whatTheServerBehindARelaySaysUnderAnotherIdIsAHint() {
    CompletableFuture<VideoTask> wait =
        new VideoTask(bench.videos, "t1", "order-17", null).completion(HOURLY);
    Task told =
        success("vendor-9", 2_000).toBuilder()
            .taskInfo(TaskInfo.builder().externalTaskId("order-17").build())
            .build();

    assertThat(bench.deliver(told, true)).isTrue();

    assertThat(server.takeRequests()).containsExactly("t1");
    assertThat(wait).isNotDone();
  }

  @Test
  void ofATaskThatNobodyAwaitsNothingIsAsked() {
    CompletableFuture<VideoTask> wait = begin("t1");

    assertThat(bench.deliver(success("t2", 2_000), true)).isFalse();
    assertThat(bench.deliver(success("t2", 2_000), false)).isFalse();

    assertThat(wait).isNotDone();
    assertThat(server.takeRequests()).isEmpty();
  }

  private CompletableFuture<VideoTask> begin(String id) {
    return bench.videos.task(id).completion(HOURLY.toBuilder().listener(told::add).build());
  }

  private static Task success(String id, long millis) {
    return task(id, TaskStatus.SUCCEED, millis)
        .taskResult(
            TaskResult.builder()
                .videos(List.of(Video.builder().url("https://files.example.com/told.mp4").build()))
                .build())
        .build();
  }

  private static Task.Builder task(String id, TaskStatus status, long millis) {
    String updatedAt = "{\"updated_at\":" + (1_500_000_000_000L + millis) + "}";
    return Requests.read(Task.class, updatedAt).toBuilder().taskId(id).taskStatus(status);
  }
}
