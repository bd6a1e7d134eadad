package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.error.NotFoundException;
import io.github.kling4j.error.ServerException;
import io.github.kling4j.error.TaskTimeoutException;
import io.github.kling4j.model.Task;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testkit.PromptSockets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ManyWaitsTest {
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final WaitPolicy POLICY =
      WaitPolicy.builder()
          .firstDelay(INTERVAL)
          .interval(INTERVAL, INTERVAL)
          .jitter(0)
          .deadline(Duration.ofHours(1))
          .build();

  private final MockWebServer web = new MockWebServer();
  private Bench bench;

  @AfterEach
  void close() {
    if (bench != null) {
      bench.close();
    }
    web.close();
  }

  /** Requests for each round, once it is known whether there is a list. */
  @ParameterizedTest
  @CsvSource({
    "1, true, 0, 1",
    "10, true, 1, 0",
    "500, true, 1, 0",
    "501, true, 1, 1",
    "10000, true, 20, 0",
    "1, false, 0, 1",
    "10, false, 0, 10",
    "500, false, 0, 500",
    "501, false, 0, 501",
    "2000, false, 0, 2000",
  })
  void aRoundTakesSoManyRequests(int waits, boolean list, int pages, int singles) throws Exception {
    TaskServer server = new TaskServer(waits);
    begin(list ? server : server.withoutList());
    List<CompletableFuture<VideoTask>> all = awaitAll(waits, POLICY);
    bench.timer.advance(INTERVAL.multipliedBy(2));
    server.takeRequests();

    bench.timer.advance(INTERVAL);

    List<String> requests = server.takeRequests();
    long listed = requests.stream().filter(each -> each.startsWith("list")).count();
    assertThat(listed).isEqualTo(pages);
    assertThat(requests).hasSize(pages + singles).doesNotHaveDuplicates();
    assertThat(all).noneMatch(CompletableFuture::isDone);
  }

  @Test
  void pagesAreAsLargeAsTheVendorAllows() throws Exception {
    TaskServer server = new TaskServer(10);
    begin(server);
    awaitAll(10, POLICY);

    bench.timer.advance(INTERVAL);

    assertThat(server.takeRequests()).containsExactly("list 1");
    assertThat(server.pageSizes()).containsExactly("500");
  }

  @Test
  void whatAPageShowsEndsTheWaitsForIt() throws Exception {
    TaskServer server = new TaskServer(20);
    begin(server);
    List<CompletableFuture<VideoTask>> all = awaitAll(20, POLICY);
    server.ended.add("t7");
    server.ended.add("t20");

    bench.timer.advance(INTERVAL);

    assertThat(all.get(6).join().video().url()).endsWith("/t7.mp4");
    assertThat(all.get(19)).isCompleted();
    assertThat(all.stream().filter(CompletableFuture::isDone)).hasSize(2);
    assertThat(server.takeRequests()).containsExactly("list 1");
  }

  @Test
  void aTaskThatEndsIsToldEvenToAWaitThatWouldLookMuchLater() throws Exception {
    TaskServer server = new TaskServer(20);
    begin(server);
    awaitAll(19, POLICY);
    CompletableFuture<VideoTask> late =
        bench
            .videos
            .task("t20")
            .completion(POLICY.toBuilder().firstDelay(INTERVAL.multipliedBy(100)).build());
    server.ended.add("t20");

    bench.timer.advance(INTERVAL);

    assertThat(late).isCompleted();
  }

  @Test
  void aWaitIsToldOfItsRunningTaskNoMoreOftenThanItAsked() throws Exception {
    TaskServer server = new TaskServer(20);
    begin(server);
    awaitAll(19, POLICY);
    List<WaitProgress> told = new ArrayList<>();
    Duration rare = INTERVAL.multipliedBy(10);
    CompletableFuture<VideoTask> wait =
        bench
            .videos
            .task("t20")
            .completion(
                POLICY.toBuilder()
                    .firstDelay(rare)
                    .interval(rare, rare)
                    .listener(told::add)
                    .build());

    bench.timer.advance(INTERVAL.multipliedBy(4));
    assertThat(told).isEmpty();
    bench.timer.advance(INTERVAL);

    assertThat(told).hasSize(1);
    assertThat(wait).isNotDone();
  }

  @Test
  void tasksThatAreNotOnTheListAreAskedForSingly() throws Exception {
    TaskServer server = new TaskServer(20);
    server.unlisted.addAll(List.of("t3", "t5"));
    begin(server);
    awaitAll(20, POLICY);

    bench.timer.advance(INTERVAL.plusSeconds(9));

    assertThat(server.takeRequests()).containsExactlyInAnyOrder("list 1", "t3", "t5");
  }

  @Test
  void aSuccessWithoutAnAddressOnTheListIsAskedForSingly() throws Exception {
    TaskServer server = new TaskServer(6);
    server.list =
        page ->
            Fixtures.json(
                200, "{\"code\":0,\"data\":[{\"task_id\":\"t2\",\"task_status\":\"succeed\"}]}");
    server.ended.add("t2");
    begin(server);
    List<CompletableFuture<VideoTask>> all = awaitAll(6, POLICY);

    bench.timer.advance(INTERVAL.plusSeconds(9));

    assertThat(all.get(1).join().video().url()).endsWith("/t2.mp4");
    assertThat(server.takeRequests()).containsOnlyOnce("t2");
  }

  @Test
  void pagesWithoutAnyOfManyTasksAreTurnedAFewTimesOnly() throws Exception {
    TaskServer server = new TaskServer(10_000);
    begin(server);
    awaitAll(150, POLICY);

    bench.timer.advance(INTERVAL);

    assertThat(server.takeRequests())
        .startsWith("list 1", "list 2", "list 3")
        .doesNotContain("list 4");
  }

  @Test
  void aPageWithoutAnyOfAFewTasksIsTheLast() throws Exception {
    TaskServer server = new TaskServer(10_000);
    begin(server);
    awaitAll(20, POLICY);

    bench.timer.advance(INTERVAL);

    assertThat(server.takeRequests()).startsWith("list 1").doesNotContain("list 2");
  }

  @Test
  void aServerThatSendsTheFirstPageForEverIsLeftAfterTheSecond() throws Exception {
    TaskServer server = new TaskServer(10_000);
    begin(server);
    server.list = page -> server.page(1);
    CompletableFuture<VideoTask> unused = new CompletableFuture<>();
    for (int i = 9_001; i <= 10_000; i++) {
      unused = bench.videos.task(TaskServer.id(i)).completion(POLICY);
    }

    bench.timer.advance(INTERVAL);

    assertThat(unused).isNotDone();
    assertThat(server.takeRequests()).contains("list 2").doesNotContain("list 3");
  }

  static Stream<Arguments> refusalsOfTheList() {
    return Stream.of(
        Arguments.of("a page", Fixtures.html(200)),
        Arguments.of("HTTP 404", Fixtures.html(404)),
        Arguments.of("code 1202", Fixtures.json(404, "{\"code\":1202,\"message\":\"no method\"}")),
        Arguments.of("a parameter", Fixtures.json(400, "{\"code\":1200,\"message\":\"pageSize\"}")),
        Arguments.of(
            "code 1203", Fixtures.json(404, "{\"code\":1203,\"message\":\"no resource\"}")),
        Arguments.of("no right", Fixtures.json(403, "{\"code\":1103,\"message\":\"no right\"}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusalsOfTheList")
  void aListThatIsRefusedIsNotAskedForAgain(String what, MockResponse refusal) throws Exception {
    TaskServer server = new TaskServer(10);
    server.list = page -> refusal;
    begin(server);
    List<CompletableFuture<VideoTask>> all = awaitAll(10, POLICY);

    bench.timer.advance(INTERVAL.multipliedBy(5));

    List<String> requests = server.takeRequests();
    assertThat(requests).as(what).containsOnlyOnce("list 1");
    assertThat(requests).hasSizeBetween(41, 51);
    assertThat(all).noneMatch(CompletableFuture::isDone);
  }

  @Test
  void aListThatFailsOnceIsWaitedOutAndThenDoneWithout() throws Exception {
    TaskServer server = new TaskServer(10);
    server.list = page -> Fixtures.json(503, "{}");
    begin(server);
    List<CompletableFuture<VideoTask>> all = awaitAll(10, POLICY);

    bench.timer.advance(INTERVAL);
    assertThat(server.takeRequests()).containsExactly("list 1");
    bench.timer.advance(INTERVAL.plusSeconds(9));
    assertThat(server.takeRequests()).startsWith("list 1").hasSize(11);
    server.list = server::page;
    bench.timer.advance(INTERVAL.multipliedBy(2));
    server.takeRequests();
    bench.timer.advance(INTERVAL.multipliedBy(2));

    assertThat(server.takeRequests()).containsOnly("list 1");
    server.list = page -> Fixtures.json(503, "{}");
    bench.timer.advance(INTERVAL);
    assertThat(server.takeRequests()).containsExactly("list 1");
    assertThat(all).noneMatch(CompletableFuture::isDone);
  }

  @Test
  void aDeadlineTellsWhatWasWrongWithTheList() throws Exception {
    TaskServer server = new TaskServer(10);
    server.list = page -> Fixtures.json(503, "{}");
    begin(server);
    List<CompletableFuture<VideoTask>> all =
        awaitAll(10, POLICY.toBuilder().deadline(INTERVAL.plusSeconds(1)).build());

    bench.timer.advance(INTERVAL.plusSeconds(1));

    assertThatThrownBy(all.get(0)::join)
        .cause()
        .isInstanceOf(TaskTimeoutException.class)
        .hasMessageContaining("t1")
        .hasCauseInstanceOf(ServerException.class);
  }

  @Test
  void singleLooksSpreadEvenlyOverTheInterval() throws Exception {
    TaskServer server = new TaskServer(500).withoutList();
    begin(server);
    awaitAll(500, POLICY);
    bench.timer.advance(INTERVAL);
    server.takeRequests();

    List<Integer> perSecond = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      bench.timer.advance(Duration.ofSeconds(1));
      perSecond.add(server.takeRequests().size());
    }

    assertThat(perSecond).allMatch(each -> each <= 52);
    assertThat(perSecond.stream().mapToInt(Integer::intValue).sum()).isBetween(1_900, 2_100);
  }

  @Test
  void looksThatAreDueAtOnceSpreadOverTheIntervalToo() throws Exception {
    TaskServer server = new TaskServer(100).withoutList();
    begin(server);
    awaitAll(100, POLICY.toBuilder().firstDelay(Duration.ZERO).build());

    bench.timer.advance(Duration.ofSeconds(1));

    assertThat(server.takeRequests()).hasSizeBetween(10, 15);
  }

  @Test
  void theNextLookBeginsWhenOneHasEnded() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(2);
    TaskServer server = new TaskServer(3);
    server.single =
        id -> {
          asked.countDown();
          awaitUninterruptibly(go);
          return Fixtures.json(200, TaskServer.answer(server.task(id)));
        };
    web.setDispatcher(server);
    web.start();
    bench =
        Bench.withThreads(
            "http://127.0.0.1:" + web.getPort(), WaitPolicy.builder().looksAtOnce(1).build());
    awaitAll(3, POLICY);
    bench.timer.advance(INTERVAL.plusSeconds(5));

    go.countDown();

    assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aFewLooksAreNotHeldUp() throws Exception {
    TaskServer server = new TaskServer(3);
    begin(server);
    awaitAll(3, POLICY);

    bench.timer.advance(INTERVAL);

    assertThat(server.takeRequests()).containsExactlyInAnyOrder("t1", "t2", "t3");
  }

  @Test
  void aPatientWaitDoesNotHoldUpAnotherOne() throws Exception {
    TaskServer server = new TaskServer(3);
    begin(server);
    Duration hour = Duration.ofHours(1);
    WaitPolicy patient =
        POLICY.toBuilder().interval(hour, hour).deadline(hour.multipliedBy(2)).build();
    List<CompletableFuture<VideoTask>> patients =
        List.of(
            bench.videos.task("t1").completion(patient),
            bench.videos.task("t2").completion(patient));
    CompletableFuture<VideoTask> other =
        bench
            .videos
            .task("t3")
            .completion(POLICY.toBuilder().deadline(hour.multipliedBy(2)).build());
    bench.timer.advance(INTERVAL);
    server.takeRequests();

    bench.timer.advance(INTERVAL.multipliedBy(6));

    assertThat(server.takeRequests()).containsExactlyElementsOf(Collections.nCopies(6, "t3"));
    bench.timer.advance(hour);
    assertThat(server.takeRequests()).contains("t1", "t2").hasSizeGreaterThan(350);
    assertThat(patients).noneMatch(CompletableFuture::isDone);
    assertThat(other).isNotDone();
  }

  @Test
  void aPatientWaitAmongOthersDoesNotHoldThemUp() throws Exception {
    TaskServer server = new TaskServer(11).withoutList();
    begin(server);
    Duration hour = Duration.ofHours(1);
    WaitPolicy patient =
        POLICY.toBuilder()
            .firstDelay(hour.plusMillis(1))
            .interval(hour, hour)
            .deadline(hour.multipliedBy(3))
            .build();
    assertThat(bench.videos.task("t11").completion(patient)).isNotDone();
    bench.timer.advance(hour.minus(INTERVAL));
    awaitAll(10, POLICY);

    bench.timer.advance(INTERVAL.multipliedBy(2));

    assertThat(server.takeRequests()).contains("t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8");
  }

  @Test
  void aHintIsNotHeldUpByTheLooksOfOthers() throws Exception {
    TaskServer server = new TaskServer(100).withoutList();
    begin(server);
    awaitAll(99, POLICY);
    WaitPolicy late = POLICY.toBuilder().firstDelay(INTERVAL.multipliedBy(9)).build();
    assertThat(bench.videos.task("t100").completion(late)).isNotDone();
    bench.timer.advance(INTERVAL);
    server.takeRequests();

    bench.deliver(Task.builder().taskId("t100").build(), false);

    assertThat(server.takeRequests()).containsExactly("t100");
  }

  @Test
  void theOneThatIsDueTheLongestIsLookedAtFirst() throws Exception {
    TaskServer server = new TaskServer(40).withoutList();
    begin(server);
    List<Integer> shuffled = new ArrayList<>(IntStream.rangeClosed(1, 40).boxed().toList());
    Collections.shuffle(shuffled, new Random(7));
    for (int number : shuffled) {
      WaitPolicy policy = POLICY.toBuilder().firstDelay(Duration.ofSeconds(10 + number)).build();
      assertThat(bench.videos.task(TaskServer.id(number)).completion(policy)).isNotDone();
    }
    // The first answer holds up all others until each of them is due.
    server.single =
        id -> Fixtures.json(503, "{}").newBuilder().setHeader("Retry-After", "60").build();

    bench.timer.advance(Duration.ofSeconds(70));
    assertThat(server.takeRequests()).containsExactly("list 1", "t1");
    server.single = id -> Fixtures.json(200, TaskServer.answer(server.task(id)));
    bench.timer.advance(Duration.ofSeconds(30));

    assertThat(server.takeRequests())
        .startsWith(IntStream.rangeClosed(2, 40).mapToObj(TaskServer::id).toArray(String[]::new));
  }

  @Test
  void aServerThatAsksForALongPauseOfOneTaskHoldsUpTheOthersForAMinute() throws Exception {
    TaskServer server = new TaskServer(4);
    server.single =
        id -> Fixtures.json(503, "{}").newBuilder().setHeader("Retry-After", "1800").build();
    begin(server);
    assertThat(bench.videos.task("t1").completion(POLICY)).isNotDone();
    bench.timer.advance(INTERVAL);
    assertThat(server.takeRequests()).containsExactly("t1");
    server.single = id -> Fixtures.json(200, TaskServer.answer(server.task(id)));
    assertThat(bench.videos.task("t2").completion(POLICY)).isNotDone();

    bench.timer.advance(Duration.ofMillis(59_999));
    assertThat(server.takeRequests()).isEmpty();
    bench.timer.advance(Duration.ofMillis(1));

    assertThat(server.takeRequests()).containsExactly("t2");
  }

  @Test
  void notMoreThanAFewAreAskedForAtOnce() throws Exception {
    for (int atOnce : new int[] {1, 3, 5}) {
      AtomicInteger underWay = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      Semaphore arrived = new Semaphore(0);
      CountDownLatch go = new CountDownLatch(1);
      TaskServer server = new TaskServer(4).withoutList();
      server.single =
          id -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            arrived.release();
            awaitUninterruptibly(go);
            underWay.decrementAndGet();
            return Fixtures.json(200, TaskServer.answer(server.task(id)));
          };
      try (MockWebServer own = new MockWebServer()) {
        own.setDispatcher(server);
        own.start();
        try (Bench threads =
            Bench.withThreads(
                "http://127.0.0.1:" + own.getPort(),
                WaitPolicy.builder().looksAtOnce(atOnce).build())) {
          List<CompletableFuture<VideoTask>> all = new ArrayList<>();
          for (int i = 1; i <= 40; i++) {
            all.add(threads.videos.task(TaskServer.id(i)).completion(POLICY));
          }
          threads.timer.advance(INTERVAL.multipliedBy(2));
          arrived.acquire(atOnce);
          assertThat(threads.http.dispatcher().runningCallsCount()).isLessThanOrEqualTo(atOnce);
          assertThat(threads.http.dispatcher().queuedCallsCount()).isZero();
          go.countDown();
          assertThat(all).hasSize(40);
        }
      }
      assertThat(most).hasValueLessThanOrEqualTo(atOnce);
    }
  }

  @Test
  void severalWaitsForATaskShareALook() throws Exception {
    TaskServer server = new TaskServer(1);
    begin(server);
    List<CompletableFuture<VideoTask>> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(bench.videos.task("t1").completion(POLICY));
    }

    bench.timer.advance(INTERVAL);
    assertThat(server.takeRequests()).containsExactly("t1");
    server.ended.add("t1");
    bench.timer.advance(INTERVAL);

    assertThat(server.takeRequests()).containsExactly("t1");
    assertThat(all).allMatch(CompletableFuture::isDone);
  }

  @Test
  void waitsForATaskThatAreHeldUpShareALookToo() throws Exception {
    TaskServer server = new TaskServer(2);
    begin(server);
    server.single =
        id -> Fixtures.json(503, "{}").newBuilder().setHeader("Retry-After", "60").build();
    assertThat(bench.videos.task("t1").completion(POLICY)).isNotDone();
    bench.timer.advance(INTERVAL);
    for (int i = 0; i < 4; i++) {
      assertThat(bench.videos.task("t2").completion(POLICY)).isNotDone();
    }
    bench.timer.advance(INTERVAL.multipliedBy(2));
    assertThat(server.takeRequests()).containsExactly("t1");
    server.single = id -> Fixtures.json(200, TaskServer.answer(server.task(id)));

    bench.timer.advance(INTERVAL.multipliedBy(4).plusSeconds(9));

    assertThat(server.takeRequests()).containsOnlyOnce("t2");
  }

  @Test
  void anUnknownTaskEndsItsOwnWaitOnly() throws Exception {
    TaskServer server = new TaskServer(10);
    server.single = id -> Fixtures.json(400, "{\"code\":1201,\"message\":\"task not found\"}");
    begin(server);
    List<CompletableFuture<VideoTask>> all = awaitAll(10, POLICY);
    CompletableFuture<VideoTask> unknown = bench.videos.task("nope").completion(POLICY);

    bench.timer.advance(INTERVAL.plusSeconds(9));

    assertThatThrownBy(unknown::join).hasCauseInstanceOf(NotFoundException.class);
    assertThat(all).noneMatch(CompletableFuture::isDone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel", "close", "deadline"})
  void thousandsOfWaitsLeaveNothingBehind(String how) throws Exception {
    TaskServer server = new TaskServer(2_000).withoutList();
    begin(server);
    WaitPolicy policy = POLICY.toBuilder().deadline(INTERVAL.multipliedBy(2)).build();
    List<CompletableFuture<VideoTask>> all = awaitAll(2_000, policy);
    bench.timer.advance(INTERVAL.plusSeconds(3));
    server.takeRequests();

    switch (how) {
      case "cancel" -> all.forEach(wait -> wait.cancel(true));
      case "close" -> bench.endWaits();
      default -> bench.timer.advance(INTERVAL);
    }
    server.takeRequests();

    assertThat(all).allMatch(CompletableFuture::isDone);
    assertThat(bench.timer.pending()).isZero();
    assertThat(bench.videos.waiter().size()).isZero();
    assertThat(bench.http.dispatcher().runningCallsCount()).isZero();
    bench.timer.advance(Duration.ofHours(1));
    assertThat(server.takeRequests()).isEmpty();
  }

  @Test
  void aPageThatIsUnderWayEndsWithTheLastWait() throws Exception {
    for (Consumer<List<CompletableFuture<VideoTask>>> end :
        List.<Consumer<List<CompletableFuture<VideoTask>>>>of(
            all -> all.forEach(wait -> wait.cancel(true)), all -> bench.endWaits())) {
      CountDownLatch asked = new CountDownLatch(1);
      CountDownLatch never = new CountDownLatch(1);
      TaskServer server = new TaskServer(10);
      server.list =
          page -> {
            asked.countDown();
            awaitUninterruptibly(never);
            return server.page(page);
          };
      try (MockWebServer own = new MockWebServer()) {
        own.setDispatcher(server);
        own.start();
        bench = Bench.withThreads("http://127.0.0.1:" + own.getPort());
        CountDownLatch idle = new CountDownLatch(1);
        bench.http.dispatcher().setIdleCallback(idle::countDown);
        List<CompletableFuture<VideoTask>> all = awaitAll(10, POLICY);
        bench.timer.advance(INTERVAL);
        asked.await();

        end.accept(all);

        assertThat(idle.await(5, TimeUnit.SECONDS)).isTrue();
        // What no call holds can be evicted.
        bench.http.connectionPool().evictAll();
        assertThat(bench.http.connectionPool().connectionCount()).isZero();
        assertThat(all).allMatch(CompletableFuture::isDone);
        assertThat(bench.timer.pending()).isZero();
        assertThat(server.takeRequests()).containsExactly("list 1");
        never.countDown();
        bench.close();
      }
    }
  }

  @Test
  void closingBeginsNoLookForThoseThatAreStillToBeEnded() throws Exception {
    CountDownLatch asked = new CountDownLatch(3);
    CountDownLatch never = new CountDownLatch(1);
    TaskServer server = new TaskServer(4).withoutList();
    server.single =
        id -> {
          asked.countDown();
          awaitUninterruptibly(never);
          return Fixtures.json(200, TaskServer.answer(server.task(id)));
        };
    web.setDispatcher(server);
    web.start();
    bench = Bench.withThreads("http://127.0.0.1:" + web.getPort());
    CountDownLatch idle = new CountDownLatch(1);
    List<CompletableFuture<VideoTask>> all = awaitAll(500, POLICY);
    bench.timer.advance(INTERVAL);
    asked.await();
    bench.timer.advance(Duration.ofSeconds(5));
    bench.http.dispatcher().setIdleCallback(idle::countDown);

    bench.endWaits();

    idle.await();
    assertThat(all).allMatch(CompletableFuture::isDone);
    assertThat(server.takeRequests()).hasSize(4).contains("list 1");
    never.countDown();
  }

  private void begin(TaskServer server) throws Exception {
    web.setDispatcher(server);
    web.setServerSocketFactory(new PromptSockets());
    web.start();
    bench = Bench.onTheSpot("http://127.0.0.1:" + web.getPort());
  }

  private List<CompletableFuture<VideoTask>> awaitAll(int count, WaitPolicy policy) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> bench.videos.task(TaskServer.id(i)).completion(policy))
        .toList();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
