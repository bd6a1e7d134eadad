package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.RateLimitedException;
import io.github.kling4j.error.ServerException;
import io.github.kling4j.error.UncertainCreateException;
import io.github.kling4j.retry.Attempt;
import io.github.kling4j.retry.Attempts;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.testkit.KlingGateway;
import io.github.kling4j.testkit.KlingGatewayExtension;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When what failed is done again, by a time that goes on only when it is told to. */
class SendingAgainTest {
  @RegisterExtension static final KlingGatewayExtension KLING = new KlingGatewayExtension();

  private final List<Attempt> told = new ArrayList<>();
  private final KlingGateway gateway = KLING.gateway();
  private Bench bench = bench(RetryPolicy.builder().listener(told::add));

  @TempDir Path folder;

  @BeforeEach
  void startAnew() {
    told.clear();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void pausesGrowAndAreShortenedAtRandom() {
    use(RetryPolicy.builder().maxAttempts(8).deadline(Duration.ofMinutes(10)));
    VideoTask task = bench.create("A beach. [[query http 503]]");

    CompletableFuture<VideoTask> look = task.refreshAsync();

    for (double longest : new double[] {0.5, 1, 2, 4, 8, 8, 8}) {
      assertThat(look).isNotDone();
      assertThat(seconds(bench.timer.advanceToNext())).isBetween(longest / 2, longest);
    }
    assertThat(failure(look)).isInstanceOf(ServerException.class);
    assertThat(gateway.queryRequests()).hasSize(8);
    assertThat(bench.timer.pending()).isZero();
  }

  @Test
  void thePausesOfManyCallsDiffer() {
    use(RetryPolicy.builder().maxAttempts(2).budget(100));
    VideoTask task = bench.create("A beach. [[query http 503]]");
    for (int i = 0; i < 20; i++) {
      CompletableFuture<VideoTask> unused = task.refreshAsync();
    }

    assertThat(bench.timer.delays()).hasSize(20).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http 500", "http 502 html", "http 503", "http 504", "http 408 empty", "http 429 empty",
        "code 1302", "code 1303", "html", "drop before read", "cut", "http 200 empty"
      })
  void aQueryThatMayYetSucceedIsMadeAgain(String fault) {
    VideoTask task = bench.create("A beach. [[query " + fault + " twice]]");

    CompletableFuture<VideoTask> look = task.refreshAsync();
    bench.timer.advance(Duration.ofSeconds(30));

    assertThat(look).isCompletedWithValueMatching(seen -> seen.id().equals(task.id()));
    assertThat(gateway.queryRequests()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code 1000",
        "code 1100",
        "code 1101",
        "code 1102",
        "code 1103",
        "code 1201",
        "code 1203",
        "code 1301",
        "code 1304",
        "code 1102 http 503",
        "http 404 empty",
        "http 401 html"
      })
  void aQueryThatCannotSucceedIsNotMadeAgain(String fault) {
    VideoTask task = bench.create("A beach. [[query " + fault + "]]");

    assertThat(failure(task.refreshAsync())).isInstanceOf(KlingException.class);

    assertThat(gateway.queryRequests()).hasSize(1);
    assertThat(bench.timer.pending()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"query http 503", "query http 429", "query http 429 empty"})
  void retryAfterIsObeyed(String fault) {
    VideoTask task = bench.create("A beach. [[" + fault + " retry-after 7 once]]");

    CompletableFuture<VideoTask> look = task.refreshAsync();

    assertThat(bench.timer.advanceToNext()).isEqualTo(Duration.ofSeconds(7));
    assertThat(look).isCompleted();
  }

  @Test
  void retryAfterZeroShortensNoPause() {
    VideoTask task = bench.create("A beach. [[query http 429 retry-after 0 once]]");

    CompletableFuture<VideoTask> look = task.refreshAsync();

    assertThat(seconds(bench.timer.advanceToNext())).isBetween(0.25, 0.5);
    assertThat(look).isCompleted();
  }

  @Test
  void nothingIsWaitedForPastTheDeadline() {
    VideoTask task = bench.create("A beach. [[query http 503 retry-after 121]]");

    assertThat(failure(task.refreshAsync())).isInstanceOf(ServerException.class);

    assertThat(gateway.queryRequests()).hasSize(1);
    assertThat(bench.timer.delays()).isEmpty();
  }

  @Test
  void theDeadlineIsCountedFromTheFirstAttempt() {
    VideoTask task = bench.create("A beach. [[query http 503 retry-after 61]]");

    CompletableFuture<VideoTask> look = task.refreshAsync();
    bench.timer.advance(Duration.ofMinutes(5));

    assertThat(failure(look)).isInstanceOf(ServerException.class);
    assertThat(gateway.queryRequests()).hasSize(2);
  }

  @Test
  void aDyingServerIsNotHammered() {
    VideoTask task = bench.create("A beach. [[query http 503]]");
    for (int i = 0; i < 100; i++) {
      CompletableFuture<VideoTask> unused = task.refreshAsync();
      bench.timer.advance(Duration.ofMinutes(1));
    }

    assertThat(gateway.queryRequests()).hasSize(100 + 20);
  }

  @Test
  void tenSuccessesBuyOneRepetition() {
    use(RetryPolicy.builder().budget(1));
    VideoTask bad = bench.create("A beach. [[query http 503]]");
    VideoTask good = bench.create("A beach.", "order-18");
    CompletableFuture<VideoTask> unused = bad.refreshAsync();
    bench.timer.advance(Duration.ofMinutes(1));
    gateway.reset();
    VideoTask bad2 = bench.create("A beach. [[query http 503]]", "order-19");
    assertThat(good.id()).isNotEqualTo(bad2.id());
    for (int i = 0; i < 9; i++) {
      bench.create("A beach.", "order-2" + i);
    }

    unused = bad2.refreshAsync();
    bench.timer.advance(Duration.ofMinutes(1));
    unused = bad2.refreshAsync();
    bench.timer.advance(Duration.ofMinutes(1));

    assertThat(gateway.queryRequests()).hasSize(3);
  }

  @Test
  void aRateLimitCostsNothingOfTheBudget() {
    use(RetryPolicy.builder().budget(0));
    VideoTask task = bench.create("A beach. [[query code 1302 once]]");

    CompletableFuture<VideoTask> look = task.refreshAsync();
    bench.timer.advance(Duration.ofMinutes(1));

    assertThat(look).isCompleted();
  }

  @Test
  void theListenerSeesEachAttempt() {
    VideoTask task = bench.create("A beach. [[query http 503 twice]]");
    told.clear();

    CompletableFuture<VideoTask> unused = task.refreshAsync();
    Duration first = bench.timer.advanceToNext();
    Duration second = bench.timer.advanceToNext();

    assertThat(told).extracting(Attempt::number).containsExactly(1, 2, 3);
    assertThat(told)
        .extracting(Attempt::elapsed)
        .containsExactly(Duration.ZERO, first, first.plus(second));
    assertThat(told).extracting(attempt -> attempt.operation().taskId()).containsOnly(task.id());
    assertThat(told.subList(0, 2))
        .extracting(Attempt::failure)
        .hasOnlyElementsOfType(ServerException.class);
    assertThat(told.get(2).failure()).isNull();
  }

  @Test
  void theListenerSeesWhatBecomesOfACreate() {
    CompletableFuture<VideoTask> create = createAsync("A beach. [[http 500 once]]");
    bench.timer.advance(Duration.ofMinutes(1));

    assertThat(create).isCompleted();
    assertThat(told)
        .extracting(attempt -> attempt.operation().name() + " " + attempt.number())
        .containsExactly(
            "create 1", "search for a created task 1", "search for a created task 1", "create 2");
    assertThat(told)
        .extracting(attempt -> attempt.operation().externalTaskId())
        .containsOnly("order-17");
  }

  @Test
  void aListenerThatFailsCostsNoTask() {
    use(
        RetryPolicy.builder()
            .listener(
                attempt -> {
                  throw new IllegalStateException("a bug in a listener");
                }));

    assertThat(bench.create("A beach.").id()).isEqualTo(gateway.paidTasks().get(0));
  }

  @Test
  void aCreateWaitsBetweenItsLooksAndItsPosts() {
    CompletableFuture<VideoTask> create = createAsync("A beach. [[http 500 once]]");

    assertThat(gateway.requests()).hasSize(2);
    assertThat(seconds(bench.timer.advanceToNext())).isBetween(0.25, 0.5);
    assertThat(gateway.requests()).hasSize(4);
    assertThat(create).isCompleted();
  }

  @Test
  void aCreateObeysRetryAfter() {
    CompletableFuture<VideoTask> create = createAsync("A beach. [[code 1303 retry-after 20 once]]");

    assertThat(bench.timer.advanceToNext()).isEqualTo(Duration.ofSeconds(20));
    assertThat(create).isCompleted();
    assertThat(failure(createAsync("A beach. [[code 1303 retry-after 130]]", "order-18")))
        .isInstanceOf(RateLimitedException.class);
  }

  @Test
  void anUncertainCreateThatMayNotWaitIsTold() {
    Throwable e = failure(createAsync("A beach. [[http 503 retry-after 130]]"));

    assertThat(e).isInstanceOf(UncertainCreateException.class);
    assertThat(gateway.createRequests()).hasSize(1);
  }

  @Test
  void whoCancelsDuringAPauseEndsIt() {
    VideoTask task = bench.create("A beach. [[query http 503]]");
    CompletableFuture<VideoTask> look = task.refreshAsync();
    CompletableFuture<VideoTask> create = createAsync("A beach. [[code 1302]]", "order-18");
    assertThat(bench.timer.pending()).isEqualTo(2);

    look.cancel(true);
    create.cancel(true);

    assertThat(bench.timer.pending()).isZero();
    assertThat(gateway.queryRequests()).hasSize(1);
    assertThat(gateway.createRequests()).hasSize(2);
  }

  @Test
  void aClientThatIsClosedDuringAPauseTellsTheLastFailure() {
    VideoTask task = bench.create("A beach. [[query http 503]]");
    CompletableFuture<VideoTask> look = task.refreshAsync();

    bench.endWaits();

    assertThat(failure(look)).isInstanceOf(ServerException.class);
    assertThat(failure(task.refreshAsync())).isInstanceOf(ServerException.class);
  }

  @Test
  void aThreadThatIsInterruptedDuringAPauseTellsTheLastFailure() throws Exception {
    VideoTask task = bench.create("A beach. [[query http 503]]");
    FutureTask<Throwable> look =
        new FutureTask<>(
            () -> {
              Throwable thrown = catchThrowable(task::refresh);
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
              return thrown;
            });
    Thread thread = new Thread(look);
    thread.start();
    bench.timer.awaitPending(1);

    thread.interrupt();

    assertThat(look.get(10, TimeUnit.SECONDS)).isInstanceOf(ServerException.class);
    assertThat(bench.timer.pending()).isZero();
    assertThat(gateway.queryRequests()).hasSize(1);
  }

  @Test
  void aCreateWhoseThreadIsInterruptedDuringAPauseKeepsItsId() throws Exception {
    FutureTask<Throwable> create =
        new FutureTask<>(() -> catchThrowable(() -> bench.create("A beach. [[http 500]]")));
    Thread thread = new Thread(create);
    thread.start();
    bench.timer.awaitPending(1);

    thread.interrupt();

    assertThat(create.get(10, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            UncertainCreateException.class,
            e -> assertThat(e.externalTaskId()).isEqualTo("order-17"));
    assertThat(gateway.createRequests()).hasSize(1);
  }

  @Test
  void aThreadStandsStillForThePauseOnly() throws Exception {
    VideoTask task = bench.create("A beach. [[query http 503 once]]");
    FutureTask<VideoTask> look = new FutureTask<>(task::refresh);
    new Thread(look).start();
    bench.timer.awaitPending(1);

    bench.timer.advanceToNext();

    assertThat(look.get(10, TimeUnit.SECONDS).id()).isEqualTo(task.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http 503",
        "http 500 html",
        "cut",
        "drop before read",
        "http 429 empty",
        "http 408 empty"
      })
  void aDownloadIsBegunAgain(String fault) throws Exception {
    VideoTask task =
        bench.create("A beach. [[slow 0s]] [[download " + fault + " twice]]").refresh();

    CompletableFuture<Path> path = task.video().downloadToAsync(folder.resolve("v.mp4"));
    bench.timer.advance(Duration.ofSeconds(30));

    assertThat(path.get(10, TimeUnit.SECONDS)).isNotEmptyFile();
    assertThat(gateway.downloadRequests()).hasSize(3);
    assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("v.mp4"));
  }

  @Test
  void aDownloadIsBegunAgainOnTheThreadOfItsCallerToo() throws Exception {
    VideoTask task = bench.create("A beach. [[slow 0s]] [[download http 503 once]]").refresh();
    FutureTask<Path> download =
        new FutureTask<>(() -> task.video().downloadTo(folder.resolve("v.mp4")));
    new Thread(download).start();
    bench.timer.awaitPending(Duration.ofMillis(250));

    bench.timer.advanceToNext();

    assertThat(download.get(10, TimeUnit.SECONDS)).isNotEmptyFile();
    assertThat(gateway.downloadRequests()).hasSize(2);
  }

  @Test
  void aFileThatCannotBeWrittenIsNotFetched() {
    VideoTask task = bench.create("A beach. [[slow 0s]]").refresh();
    Path tooLong = folder.resolve("v".repeat(256));

    CompletableFuture<Path> download = task.video().downloadToAsync(tooLong);

    assertThat(failure(download)).hasRootCauseInstanceOf(FileSystemException.class);
    assertThat(gateway.downloadRequests()).isEmpty();
    assertThat(bench.timer.pending()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http 404 empty", "html", "http 403 html"})
  void aDownloadThatCannotSucceedIsNotBegunAgain(String fault) throws Exception {
    VideoTask task = bench.create("A beach. [[slow 0s]] [[download " + fault + "]]").refresh();

    CompletableFuture<Path> path = task.video().downloadToAsync(folder.resolve("v.mp4"));

    assertThat(failure(path)).isInstanceOf(KlingException.class);
    assertThat(gateway.downloadRequests()).hasSize(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDownloadThatIsCancelledDuringAPauseIsOver() {
    VideoTask task = bench.create("A beach. [[slow 0s]] [[download http 503]]").refresh();
    CompletableFuture<Path> path = task.video().downloadToAsync(folder.resolve("v.mp4"));
    assertThat(bench.timer.pending()).isEqualTo(1);

    path.cancel(true);

    assertThat(bench.timer.pending()).isZero();
  }

  @Test
  void aWaitLooksAgainByItselfAndObeysRetryAfter() {
    VideoTask task = bench.create("A beach. [[query http 503 retry-after 60 once]] [[slow 0s]]");
    CompletableFuture<VideoTask> wait = task.completion();

    bench.timer.advanceToNext();

    assertThat(gateway.queryRequests()).hasSize(1);
    assertThat(bench.timer.advanceToNext()).isEqualTo(Duration.ofSeconds(60));
    assertThat(wait).isCompleted();
  }

  @Test
  void retryAfterShortensNoIntervalOfAWait() {
    VideoTask task = bench.create("A beach. [[query http 429 retry-after 0 once]] [[slow 0s]]");
    CompletableFuture<VideoTask> wait = task.completion();

    bench.timer.advanceToNext();

    assertThat(seconds(bench.timer.advanceToNext())).isBetween(4.0, 5.0);
    assertThat(wait).isCompleted();
  }

  @Test
  void aLookThatSucceedsEndsWhatAnEarlierRetryAfterSaid() {
    VideoTask task = bench.create("A beach. [[query http 503 retry-after 60 once]] [[slow 1h]]");
    CompletableFuture<VideoTask> wait = task.completion();
    bench.timer.advanceToNext();
    assertThat(bench.timer.advanceToNext()).isEqualTo(Duration.ofSeconds(60));

    assertThat(seconds(bench.timer.advanceToNext())).isLessThan(15);
    assertThat(gateway.queryRequests()).hasSize(3);
    assertThat(wait).isNotDone();
  }

  private CompletableFuture<VideoTask> createAsync(String prompt) {
    return createAsync(prompt, "order-17");
  }

  private CompletableFuture<VideoTask> createAsync(String prompt, String externalTaskId) {
    return bench.videos.createAsync(r -> r.prompt(prompt).externalTaskId(externalTaskId));
  }

  private static Throwable failure(CompletableFuture<?> future) {
    assertThat(future).isCompletedExceptionally();
    return Attempts.cause(catchThrowable(future::join));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private void use(RetryPolicy.Builder policy) {
    bench.close();
    bench = bench(policy);
  }

  private Bench bench(RetryPolicy.Builder policy) {
    return Bench.onTheSpot(gateway.url(), policy.build());
  }
}
