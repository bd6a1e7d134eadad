package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.kling4j.error.AuthenticationException;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.NotFoundException;
import io.github.kling4j.error.PermissionDeniedException;
import io.github.kling4j.error.QuotaExhaustedException;
import io.github.kling4j.error.ServerException;
import io.github.kling4j.error.TaskFailedException;
import io.github.kling4j.error.TaskTimeoutException;
import io.github.kling4j.error.UnreadableAnswerException;
import io.github.kling4j.error.WaitInterruptedException;
import io.github.kling4j.retry.ManualTimer;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testkit.KlingGateway;
import io.github.kling4j.testkit.KlingGatewayExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class WaiterTest {
  private static final WaitPolicy DEFAULT = WaitPolicy.defaults();

  @RegisterExtension
  static final KlingGatewayExtension KLING =
      new KlingGatewayExtension(KlingGateway.builder().taskDuration(Duration.ofSeconds(60)));

  private final KlingGateway gateway = KLING.gateway();
  private final Bench bench = Bench.onTheSpot(gateway.url());
  private final ManualTimer timer = bench.timer;

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aTaskIsLookedAtFirstAfterTheFirstDelay() {
    CompletableFuture<VideoTask> wait = bench.create("A beach.").completion();

    advance(Duration.ofMillis(4_999));
    assertThat(gateway.queryRequests()).isEmpty();
    advance(Duration.ofMillis(1));

    assertThat(gateway.queryRequests()).hasSize(1);
    assertThat(wait).isNotDone();
  }

  @Test
  void aTaskThatSucceedsEndsItsWait() {
    VideoTask task = bench.create("A beach.");
    CompletableFuture<VideoTask> wait = task.completion();

    advance(Duration.ofSeconds(59));
    assertThat(wait).isNotDone();
    advance(Duration.ofSeconds(16));

    assertThat(wait).isCompleted();
    assertThat(wait.join().id()).isEqualTo(task.id());
    assertThat(wait.join().video().url()).startsWith(gateway.url());
    assertThat(timer.pending()).isZero();
    assertThat(gateway.createRequests()).hasSize(1);
  }

  @Test
  void looksGrowFurtherApartUpToALimit() {
    CompletableFuture<VideoTask> wait = bench.create("A beach. [[slow 1h]]").completion();

    assertThat(timer.advanceToNext()).isEqualTo(Duration.ofSeconds(5));
    for (double seconds : new double[] {5, 7.5, 11.25, 15, 15, 15}) {
      double step = timer.advanceToNext().toNanos() / 1e9;
      assertThat(step).isBetween(0.8 * seconds - 1e-6, seconds + 1e-6);
    }
    assertThat(gateway.queryRequests()).hasSize(7);
    assertThat(wait).isNotDone();
  }

  @Test
  void theLooksOfManyWaitsSpread() {
    VideoTask task = bench.create("A beach. [[slow 1h]]");
    for (int i = 0; i < 40; i++) {
      assertThat(task.completion()).isNotDone();
    }
    advance(Duration.ofSeconds(5));

    List<Duration> intervals =
        timer.delays().stream().filter(d -> d.compareTo(Duration.ofSeconds(5)) < 0).toList();
    assertThat(intervals).doesNotHaveDuplicates().hasSizeGreaterThan(35);
    assertThat(intervals.stream().mapToLong(Duration::toMillis).average().orElseThrow())
        .isCloseTo(4_500, within(300.0));
  }

  @Test
  void aWaitEndsAtItsDeadlineWithTheTaskAsItWasSeenLast() {
    VideoTask task = bench.create("A beach. [[slow 1h]]");
    CompletableFuture<VideoTask> wait =
        task.completion(DEFAULT.toBuilder().deadline(Duration.ofSeconds(30)).build());

    advance(Duration.ofMillis(29_999));
    assertThat(wait).isNotDone();
    int looks = gateway.queryRequests().size();
    advance(Duration.ofMillis(1));

    TaskTimeoutException e = failure(wait, TaskTimeoutException.class);
    assertThat(e.taskId()).isEqualTo(task.id());
    assertThat(e.externalTaskId()).isEqualTo("order-17");
    assertThat(e.task().taskId()).isEqualTo(task.id());
    assertThat(e).hasMessageContainingAll(task.id(), "30", "submitted").hasNoCause();
    advance(Duration.ofMinutes(10));
    assertThat(gateway.queryRequests()).hasSize(looks);
    assertThat(timer.pending()).isZero();
  }

  @Test
  void withoutASettingAWaitEndsAfterAQuarterOfAnHour() {
    CompletableFuture<VideoTask> wait = bench.create("A beach. [[slow 1h]]").completion();

    advance(Duration.ofMinutes(15).minusMillis(1));
    assertThat(wait).isNotDone();
    advance(Duration.ofMillis(1));

    assertThat(failure(wait, TaskTimeoutException.class)).isNotNull();
  }

  @Test
  void aDeadlineTellsWhatSpoiltTheLastLook() {
    VideoTask task = bench.create("A beach. [[query http 503]]");
    CompletableFuture<VideoTask> wait = task.completion();

    advance(Duration.ofMinutes(15));

    TaskTimeoutException e = failure(wait, TaskTimeoutException.class);
    assertThat(e).hasCauseInstanceOf(ServerException.class).hasMessageContaining("503");
    assertThat(e.task().taskId()).isEqualTo(task.id());
  }

  @Test
  void aTaskThatWasNeverSeenHasNoLastState() {
    CompletableFuture<VideoTask> wait =
        bench
            .videos
            .task("17")
            .completion(DEFAULT.toBuilder().deadline(Duration.ofSeconds(1)).build());

    advance(Duration.ofSeconds(1));

    TaskTimeoutException e = failure(wait, TaskTimeoutException.class);
    assertThat(e.task()).isNull();
    assertThat(e.taskId()).isEqualTo("17");
  }

  @Test
  void aTaskThatFailsEndsItsWaitWithTheReason() {
    VideoTask task = bench.create("A beach. [[fail: risk control]]");
    CompletableFuture<VideoTask> wait = task.completion();

    advance(Duration.ofSeconds(90));

    TaskFailedException e = failure(wait, TaskFailedException.class);
    assertThat(e.reason()).contains("risk control");
    assertThat(e.taskId()).isEqualTo(task.id());
    assertThat(e.externalTaskId()).isEqualTo("order-17");
    assertThat(e.task().taskStatusMsg()).isEqualTo(e.reason());
    assertThat(e).hasMessageContainingAll(task.id(), e.reason());
    assertThat(timer.pending()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"moonwalking", "UNKNOWN", "SUCCEED?", "error", "cancelled"})
  void anUnknownStatusMeansThatTheTaskIsRunning(String word) {
    List<String> seen = new ArrayList<>();
    WaitPolicy policy =
        DEFAULT.toBuilder().listener(p -> seen.add(p.task().status().value())).build();
    CompletableFuture<VideoTask> wait =
        bench.create("A beach. [[status " + word + "]]").completion(policy);

    advance(Duration.ofSeconds(90));

    assertThat(wait).isCompleted();
    assertThat(seen).contains("submitted", word, "succeed").endsWith("succeed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http 500 twice",
        "http 502 html twice",
        "http 503 twice",
        "http 504 empty twice",
        "http 408 empty twice",
        "http 429 empty twice",
        "code 1302 twice",
        "code 1303 twice",
        "code 5000 http 200 twice",
        "html twice",
        "http 200 empty twice",
        "cut twice",
        "drop before read twice",
      })
  void whatMayPassIsWaitedOut(String fault) {
    CompletableFuture<VideoTask> wait =
        bench.create("A beach. [[query " + fault + "]]").completion();
    gateway.advance(Duration.ofSeconds(60));

    for (int i = 0; i < 4 && !wait.isDone(); i++) {
      timer.advanceToNext();
    }

    assertThat(wait).isCompleted();
    assertThat(gateway.queryRequests()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void aConnectionThatBreaksAgainAndAgainIsWaitedOutToo() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      MockResponse drop =
          new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
      server.enqueue(drop);
      server.enqueue(drop);
      server.enqueue(Fixtures.json(200, Fixtures.read("query-answer-succeed.json")));
      server.start();
      try (Bench own = Bench.onTheSpot("http://127.0.0.1:" + server.getPort())) {
        List<WaitProgress> seen = new ArrayList<>();
        CompletableFuture<VideoTask> wait =
            own.videos.task("17").completion(DEFAULT.toBuilder().listener(seen::add).build());

        own.timer.advance(Duration.ofSeconds(30));

        assertThat(wait).isCompleted();
        assertThat(seen).hasSize(1);
      }
    }
  }

  static Stream<Arguments> finalRefusals() {
    return Stream.of(
        Arguments.of("http 401", AuthenticationException.class),
        Arguments.of("code 1000", AuthenticationException.class),
        Arguments.of("http 403", PermissionDeniedException.class),
        Arguments.of("code 1102", QuotaExhaustedException.class),
        Arguments.of("code 1201", NotFoundException.class),
        Arguments.of("http 404", NotFoundException.class));
  }

  @ParameterizedTest
  @MethodSource("finalRefusals")
  void whatWillNotPassEndsTheWaitAtOnce(String fault, Class<? extends KlingException> kind) {
    VideoTask task = bench.create("A beach. [[query " + fault + "]]");
    CompletableFuture<VideoTask> wait = task.completion();

    timer.advanceToNext();

    KlingException e = failure(wait, kind);
    assertThat(e.taskId()).isEqualTo(task.id());
    assertThat(e.externalTaskId()).isEqualTo("order-17");
    assertThat(e.getMessage()).contains(task.id());
    assertThat(gateway.queryRequests()).hasSize(1);
    assertThat(timer.pending()).isZero();
  }

  @Test
  void anUnknownTaskEndsTheWaitAtOnce() {
    CompletableFuture<VideoTask> wait = bench.videos.task("nope").completion();

    timer.advanceToNext();

    assertThat(failure(wait, NotFoundException.class).taskId()).isEqualTo("nope");
    assertThat(timer.pending()).isZero();
  }

  @Test
  void anIdThatNoPathCanHoldEndsTheWaitAtOnce() {
    CompletableFuture<VideoTask> wait = bench.videos.task("..").completion();

    timer.advanceToNext();

    assertThat(wait).isCompletedExceptionally();
    assertThat(timer.pending()).isZero();
  }

  @Test
  void aTaskIsWaitedForWithoutItsCreate() {
    String id = bench.create("A beach.").id();
    CompletableFuture<VideoTask> wait = bench.videos.task(id).completion();

    advance(Duration.ofSeconds(90));

    assertThat(wait.join().succeeded()).isTrue();
    assertThat(wait.join().externalTaskId()).isEqualTo("order-17");
  }

  @Test
  void aTaskThatHasEndedIsNotLookedAtAgain() {
    VideoTask good = bench.create("A beach.");
    VideoTask bad = bench.create("A beach. [[fail: too dark]]", "order-18");
    gateway.advance(Duration.ofSeconds(60));
    VideoTask succeeded = good.refresh();
    VideoTask failed = bad.refresh();

    assertThat(succeeded.completion()).isCompletedWithValue(succeeded);
    assertThat(succeeded.await()).isSameAs(succeeded);
    assertThat(failure(failed.completion(), TaskFailedException.class).reason())
        .isEqualTo("too dark");
    assertThatThrownBy(failed::await).isInstanceOf(TaskFailedException.class);
    assertThat(failed.failureReason()).isEqualTo("too dark");
    assertThat(timer.delays()).isEmpty();
    assertThat(gateway.queryRequests()).hasSize(2);
  }

  @Test
  void eachLookIsTold() {
    List<WaitProgress> told = new ArrayList<>();
    VideoTask task = bench.create("A beach.");
    CompletableFuture<VideoTask> wait =
        task.completion(DEFAULT.toBuilder().listener(told::add).build());

    advance(Duration.ofSeconds(90));

    assertThat(wait).isCompleted();
    assertThat(told).hasSameSizeAs(gateway.queryRequests());
    for (int i = 0; i < told.size(); i++) {
      assertThat(told.get(i).looks()).isEqualTo(i + 1);
      assertThat(told.get(i).task().id()).isEqualTo(task.id());
    }
    assertThat(told.get(0).elapsed()).isEqualTo(Duration.ofSeconds(5));
    assertThat(told).extracting(WaitProgress::elapsed).isSorted();
    assertThat(told.get(told.size() - 1).task().succeeded()).isTrue();
  }

  @Test
  void aListenerThatThrowsEndsTheWait() {
    List<Throwable> faults =
        List.of(new IllegalStateException("mine"), new AssertionError("mine too"));
    for (Throwable fault : faults) {
      WaitPolicy policy =
          DEFAULT.toBuilder().listener(p -> WaiterTest.<RuntimeException>sneak(fault)).build();
      CompletableFuture<VideoTask> wait =
          bench.videos.task(bench.create("A beach.", "x" + fault).id()).completion(policy);

      timer.advanceToNext();

      assertThat(wait).isCompletedExceptionally();
      assertThatThrownBy(wait::join).hasCause(fault);
      assertThat(timer.pending()).isZero();
    }
  }

  @Test
  void aCancelledWaitLeavesNothingBehind() {
    CompletableFuture<VideoTask> wait = bench.create("A beach.").completion();
    advance(Duration.ofSeconds(7));
    int looks = gateway.queryRequests().size();
    assertThat(timer.pending()).isEqualTo(1);

    assertThat(wait.cancel(true)).isTrue();

    assertThat(timer.pending()).isZero();
    advance(Duration.ofMinutes(20));
    assertThat(gateway.queryRequests()).hasSize(looks);
  }

  @ParameterizedTest
  @CsvSource({"cancel", "deadline", "close"})
  void aLookThatIsUnderWayEndsWithItsWait(String how) throws Exception {
    try (MockWebServer server = new MockWebServer();
        Bench own = benchOn(server)) {
      CountDownLatch idle = new CountDownLatch(1);
      own.http.dispatcher().setIdleCallback(idle::countDown);
      CompletableFuture<VideoTask> wait = own.videos.task("17").completion();
      own.timer.advance(Duration.ofSeconds(5));
      assertThat(server.takeRequest().getMethod()).isEqualTo("GET");

      switch (how) {
        case "cancel" -> wait.cancel(true);
        case "deadline" -> own.timer.advance(Duration.ofMinutes(15));
        default -> own.endWaits();
      }

      assertThat(idle.await(10, TimeUnit.SECONDS)).isTrue();
      // What no call holds can be evicted.
      own.http.connectionPool().evictAll();
      assertThat(own.http.connectionPool().connectionCount()).isZero();
      assertThat(wait).isCompletedExceptionally();
      assertThat(own.timer.pending()).isZero();
      assertThat(server.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void anInterruptEndsTheWaitAndIsKept() throws Exception {
    VideoTask task = bench.create("A beach. [[slow 1h]]");
    boolean[] interrupted = new boolean[1];
    FutureTask<Throwable> waiting =
        new FutureTask<>(
            () -> {
              try {
                return new AssertionError(task.await());
              } catch (RuntimeException e) {
                interrupted[0] = Thread.currentThread().isInterrupted();
                return e;
              }
            });
    Thread thread = new Thread(waiting, "waiting");
    thread.start();
    timer.awaitPending(1);

    thread.interrupt();

    Throwable e = waiting.get(10, TimeUnit.SECONDS);
    assertThat(e)
        .isInstanceOf(WaitInterruptedException.class)
        .hasMessageContainingAll(task.id(), "interrupted", "await");
    assertThat(((KlingException) e).taskId()).isEqualTo(task.id());
    assertThat(((KlingException) e).externalTaskId()).isEqualTo("order-17");
    assertThat(interrupted[0]).isTrue();
    assertThat(timer.pending()).isZero();
  }

  @Test
  void aThreadThatIsInterruptedBeforeWaitsNotAtAll() {
    VideoTask task = bench.create("A beach. [[slow 1h]]");
    Thread.currentThread().interrupt();

    assertThatThrownBy(task::await).isInstanceOf(WaitInterruptedException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(timer.pending()).isZero();
  }

  @Test
  void awaitThrowsWhatTheFutureHolds() throws Exception {
    VideoTask task = bench.create("A beach. [[fail: too dark]]");
    FutureTask<VideoTask> waiting = new FutureTask<>(() -> task.await(Duration.ofMinutes(5)));
    new Thread(waiting, "waiting").start();
    timer.awaitPending(1);

    advance(Duration.ofSeconds(90));

    assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
        .cause()
        .isInstanceOfSatisfying(
            TaskFailedException.class, e -> assertThat(e.reason()).isEqualTo("too dark"));
  }

  @Test
  void awaitGivesUpAfterTheTimeThatItIsGiven() throws Exception {
    VideoTask task = bench.create("A beach. [[slow 1h]]");
    FutureTask<VideoTask> waiting = new FutureTask<>(() -> task.await(Duration.ofSeconds(30)));
    new Thread(waiting, "waiting").start();
    timer.awaitPending(1);

    advance(Duration.ofMillis(29_999));
    assertThat(waiting.isDone()).isFalse();
    advance(Duration.ofMillis(1));

    assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(TaskTimeoutException.class);
  }

  @Test
  void closingEndsAllWaitsAndNewOnesBeginNotAtAll() {
    VideoTask task = bench.create("A beach. [[slow 1h]]");
    List<CompletableFuture<VideoTask>> waits =
        List.of(task.completion(), task.completion(), task.completion());

    bench.close();

    for (CompletableFuture<VideoTask> wait : waits) {
      WaitInterruptedException e = failure(wait, WaitInterruptedException.class);
      assertThat(e.taskId()).isEqualTo(task.id());
      assertThat(e.getMessage()).contains("closed", task.id());
    }
    assertThat(failure(task.completion(), WaitInterruptedException.class)).isNotNull();
    assertThat(timer.pending()).isZero();
  }

  @Test
  void aWaitThatBeginsWhileTheClientIsClosedEndsToo() {
    // The timer is closed between the wait's look at the flag and its first use of the timer.
    VideoTask task = bench.create("A beach.");
    timer.close();

    CompletableFuture<VideoTask> wait = task.completion();

    assertThat(failure(wait, WaitInterruptedException.class).taskId()).isEqualTo(task.id());
  }

  @Test
  void aWaitMayBeForAsLongAsADurationCanBe() {
    Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);
    WaitPolicy policy =
        WaitPolicy.builder().interval(Duration.ofSeconds(5), forEver).deadline(forEver).build();
    CompletableFuture<VideoTask> wait = bench.create("A beach.").completion(policy);

    advance(Duration.ofSeconds(90));

    assertThat(wait).isCompleted();
  }

  @Test
  void aSingleLookTellsWhatItMet() {
    VideoTask task = bench.create("A beach. [[query html]]");

    assertThatThrownBy(task::refresh).isInstanceOf(UnreadableAnswerException.class);
    assertThat(failure(task.refreshAsync(), UnreadableAnswerException.class).taskId())
        .isEqualTo(task.id());
    assertThat(failure(bench.videos.getAsync("nope"), NotFoundException.class).taskId())
        .isEqualTo("nope");
  }

  private void advance(Duration step) {
    // Both times go on together, in steps that no interval is shorter than.
    Duration left = step;
    while (!left.isZero()) {
      Duration part = left.compareTo(Duration.ofSeconds(1)) > 0 ? Duration.ofSeconds(1) : left;
      gateway.advance(part);
      timer.advance(part);
      left = left.minus(part);
    }
  }

  private static Bench benchOn(MockWebServer server) throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    server.start();
    return Bench.withThreads("http://127.0.0.1:" + server.getPort());
  }

  private static <E extends Throwable> E failure(CompletableFuture<?> future, Class<E> kind) {
    assertThat(future).isCompletedExceptionally();
    Throwable failure = future.handle((value, e) -> e).join();
    return kind.cast(failure instanceof CompletionException ? failure.getCause() : failure);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable fault) throws E {
    throw (E) fault;
  }
}
