package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.KlingClientBuilder;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.DownloadException;
import io.github.kling4j.error.KlingApiException;
import io.github.kling4j.error.KlingConnectionException;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.NotFoundException;
import io.github.kling4j.error.RateLimitedException;
import io.github.kling4j.error.TaskFailedException;
import io.github.kling4j.error.UncertainCreateException;
import io.github.kling4j.retry.Attempts;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testkit.Dialect;
import io.github.kling4j.testkit.KlingGateway;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Money, by the thousand: creates through random faults, some of them killed, and each paid task is
 * accounted for once. With {@code -Drandom.seed} and {@code -Drandom.creates} it goes other ways,
 * and further.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RandomFaultsTest {
  private static final long USUAL_SEED = 20_261_123;
  private static final int USUAL_CREATES = 2_000;
  private static final long SEED = Long.getLong("random.seed", USUAL_SEED);
  private static final int CREATES = Integer.getInteger("random.creates", USUAL_CREATES);
  private static final int THREADS = 8;
  private static final int TOGETHER = 8;

  /** Longer than a busy machine takes to answer, mostly; where it isn't, that is one fault more. */
  private static final Duration PATIENCE = Duration.ofMillis(300);

  /** Held, so that the level stays. */
  private static final Logger SERVER = Logger.getLogger(MockWebServer.class.getName());

  private final OkHttpClient plain = new OkHttpClient.Builder().readTimeout(PATIENCE).build();
  private final List<Shot> shots = Collections.synchronizedList(new ArrayList<>());
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final AtomicInteger videos = new AtomicInteger();
  private KlingGateway gateway;
  private Watch watch;
  private OkHttpClient watched;
  private KlingClient kling;
  private KlingClient other;

  @TempDir Path folder;

  static {
    SERVER.setLevel(Level.WARNING);
  }

  @AfterEach
  void close() {
    kling.close();
    other.close();
    gateway.close();
    end(watched);
    end(plain);
  }

  @Test
  void eachPaidTaskIsAccountedForOnce(TestReporter reporter) throws Exception {
    start(Dialect.VENDOR);

    shoot(CREATES);

    Map<Shot, VideoTask> recovered = new TreeMap<>((a, b) -> a.externalId.compareTo(b.externalId));
    for (Shot shot : shots) {
      VideoTask found = shot.task == null ? recover(shot) : null;
      if (found != null) {
        recovered.put(shot, found);
      }
      List<String> accounted =
          Stream.of(shot.task, found).filter(task -> task != null).map(VideoTask::id).toList();
      assertThat(accounted).as(shot::toString).isEqualTo(gateway.paidTasks(shot.prompt));
      assertThat(isRefused(shot) && found != null).as(shot::toString).isFalse();
    }
    Set<String> accounted = new HashSet<>();
    shots.stream().filter(shot -> shot.task != null).forEach(shot -> accounted.add(shot.task.id()));
    recovered.values().forEach(task -> accounted.add(task.id()));
    assertThat(gateway.paidTasks()).doesNotHaveDuplicates();
    assertThat(accounted).containsExactlyInAnyOrderElementsOf(gateway.paidTasks());
    assertThat(listed()).containsExactlyInAnyOrderElementsOf(gateway.paidTasks());
    assertThat(watch.postsTooMany()).isEmpty();
    assertThat(shots).hasSize(CREATES);

    Map<String, Integer> counts = counts();
    counts.put("killed or uncertain, and recovered", recovered.size());
    report(reporter, counts);
    if (SEED == USUAL_SEED && CREATES == USUAL_CREATES) {
      assertThat(counts).doesNotContainValue(0);
      assertThat(shots.stream().filter(Shot::wasKilled).map(shot -> shot.way + " " + shot.moment))
          .contains(
              "CANCELLED POST_BEGINS",
              "CANCELLED POST_IS_SENT",
              "CANCELLED ANSWER_IS_HERE",
              "CANCELLED TASK_IS_SEARCHED",
              "INTERRUPTED POST_BEGINS",
              "INTERRUPTED POST_IS_SENT",
              "INTERRUPTED ANSWER_IS_HERE",
              "INTERRUPTED TASK_IS_SEARCHED");
      assertThat(kinds("query")).contains("hang", "cut", "html", "code 1303", "gzip broken");
      assertThat(kinds("download")).isEqualTo(kinds("query"));
      assertThat(kinds("create"))
          .containsAll(kinds("query"))
          .contains("html paid", "http 500 paid");
      assertThat(kinds("list")).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NEW_API", "NEW_API_OLD", "NO_ENVELOPE", "TASK_ID_ONLY"})
  void noCreateIsPaidTwiceWhereNoTaskIsFoundByTheIdsOfCallers(
      Dialect dialect, TestReporter reporter) throws Exception {
    start(dialect);

    shoot(CREATES / 8);

    int paid = 0;
    for (Shot shot : shots) {
      List<String> tasks = gateway.paidTasks(shot.prompt);
      paid += tasks.size();
      if (shot.task != null) {
        assertThat(tasks).as(shot::toString).containsExactly(shot.task.id());
      } else {
        assertThat(tasks).as(shot::toString).hasSizeLessThan(isRefused(shot) ? 1 : 2);
      }
    }
    assertThat(gateway.paidTasks()).hasSize(paid);
    assertThat(watch.postsTooMany()).isEmpty();

    Map<String, Integer> counts = counts();
    report(reporter, counts);
    if (SEED == USUAL_SEED && CREATES == USUAL_CREATES) {
      assertThat(counts).doesNotContainValue(0);
    }
  }

  private void start(Dialect dialect) {
    gateway =
        KlingGateway.builder()
            .dialect(dialect)
            .taskDuration(Duration.ZERO)
            .randomFaults(SEED, 0.3)
            .randomHangs()
            .start();
    watch = new Watch(gateway);
    watched = watch.client(PATIENCE);
    kling = client(policy()).httpClient(watched).build();
    other = client(policy()).httpClient(plain).build();
  }

  /** Three attempts, so that some creates stay uncertain. */
  private static RetryPolicy.Builder policy() {
    return RetryPolicy.builder()
        .maxAttempts(3)
        .backOff(Duration.ZERO, Duration.ofMillis(1))
        .budget(1_000_000);
  }

  private KlingClientBuilder client(RetryPolicy.Builder policy) {
    return KlingClient.builder()
        .gateway(Gateway.relay(gateway.url()))
        .credentials(Credentials.apiKey("sk-test"))
        .waitPolicy(Fixtures.IMPATIENT)
        .retryPolicy(policy.build());
  }

  private void shoot(int creates) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (Callable<?> work : work(creates)) {
        all.add(threads.submit(work));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Callable<?>> work(int creates) {
    List<Callable<?>> work = new ArrayList<>();
    List<Shot> together = new ArrayList<>();
    List<Shot.Way> ways = List.of(Shot.Way.values());
    for (int i = 0; i < creates; i++) {
      Shot.Way way = ways.get(random.nextInt(ways.size()));
      Shot shot = new Shot(i, way, random);
      shots.add(shot);
      watch.add(shot);
      if (way != Shot.Way.CLOSED) {
        work.add(() -> shoot(shot));
        continue;
      }
      together.add(shot);
      if (together.size() == TOGETHER) {
        work.add(closing(together));
        together.clear();
      }
    }
    work.add(closing(together));
    return work;
  }

  private Void shoot(Shot shot) throws Exception {
    if (shot.way == Shot.Way.SYNC || shot.way == Shot.Way.INTERRUPTED) {
      try {
        shot.task =
            kling.textToVideo().create(r -> r.prompt(shot.prompt).externalTaskId(shot.externalId));
      } catch (RuntimeException e) {
        shot.failure = e;
      }
      assertThat(Thread.interrupted())
          .as(shot::toString)
          .isEqualTo(shot.way == Shot.Way.INTERRUPTED && shot.wasKilled());
    } else {
      begin(kling, shot);
      end(shot);
    }
    goOn(shot);
    return null;
  }

  /** A client that is closed in the middle of it, with creates under way and more to come. */
  private Callable<Void> closing(List<Shot> creates) {
    List<Shot> together = List.copyOf(creates);
    int lastAttempt = random.nextInt(2 * TOGETHER);
    boolean owned = random.nextBoolean();
    return () -> {
      AtomicInteger attempts = new AtomicInteger();
      CompletableFuture<KlingClient> self = new CompletableFuture<>();
      KlingClientBuilder builder =
          client(
              policy()
                  .listener(
                      attempt -> {
                        if (attempts.getAndIncrement() == lastAttempt) {
                          self.join().close();
                        }
                      }));
      try (KlingClient doomed =
          (owned ? builder.readTimeout(PATIENCE) : builder.httpClient(watched)).build()) {
        self.complete(doomed);
        together.forEach(shot -> begin(doomed, shot));
        for (Shot shot : together) {
          end(shot);
        }
      }
      for (Shot shot : together) {
        goOn(shot);
      }
      return null;
    };
  }

  private static void begin(KlingClient client, Shot shot) {
    shot.future.complete(
        client
            .textToVideo()
            .createAsync(r -> r.prompt(shot.prompt).externalTaskId(shot.externalId)));
  }

  private static void end(Shot shot) throws Exception {
    try {
      shot.task = shot.future.join().get(30, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException | CancellationException e) {
      shot.failure = Attempts.cause(e);
    }
  }

  /** Checks how it failed, or waits for its task. */
  private void goOn(Shot shot) {
    VideoTask made = shot.task;
    if (made == null) {
      assertThat(shot.failure).isNotNull();
      assertThatCode(() -> checkFailure(shot)).as(shot::toString).doesNotThrowAnyException();
      return;
    }
    assertThat(made.externalTaskId()).isEqualTo(shot.externalId);
    for (int i = 0; !isThrough(shot, made); i++) {
      assertThat(i).as(shot::toString).isLessThan(50);
    }
  }

  /** Waits for a task; what a relay says in words of its own may end that before the task does. */
  private boolean isThrough(Shot shot, VideoTask made) {
    VideoTask task = kling.textToVideo().task(made.id());
    try {
      VideoTask ended = shot.way == Shot.Way.SYNC ? task.await() : Calls.result(task.completion());
      assertThat(ended.succeeded() && !shot.fails).as(shot::toString).isTrue();
      if (shot.isDownloaded) {
        download(shot, ended);
      }
      return true;
    } catch (TaskFailedException e) {
      assertThat(shot.fails).as(shot::toString).isTrue();
      return true;
    } catch (KlingApiException e) {
      assertThat(e.taskId()).isEqualTo(made.id());
      return false;
    }
  }

  private void checkFailure(Shot shot) {
    if (shot.failure instanceof CancellationException) {
      assertThat(shot.way).isEqualTo(Shot.Way.CANCELLED);
      assertThat(shot.wasKilled()).isTrue();
    } else if (shot.failure instanceof IllegalStateException) {
      assertThat(shot.way).isEqualTo(Shot.Way.CLOSED);
      assertThat(shot.failure).hasMessageContaining("nothing was sent");
    } else {
      assertThat(shot.failure)
          .isInstanceOfAny(
              UncertainCreateException.class,
              RateLimitedException.class,
              KlingConnectionException.class);
      assertThat(((KlingException) shot.failure).externalTaskId()).isEqualTo(shot.externalId);
      assertThat(shot.failure instanceof KlingConnectionException e && e.requestMayHaveArrived())
          .isFalse();
    }
  }

  /** Tells whether it is certain that there is no task. */
  private static boolean isRefused(Shot shot) {
    return shot.failure instanceof RateLimitedException
        || shot.failure instanceof KlingConnectionException
        || (shot.failure instanceof IllegalStateException
            && !(shot.failure instanceof CancellationException));
  }

  private void download(Shot shot, VideoTask task) {
    Path target = folder.resolve(shot.externalId + ".mp4");
    for (int i = 0; i < 50; i++) {
      try {
        assertThat(task.video().downloadTo(target)).isNotEmptyFile();
        videos.incrementAndGet();
        return;
      } catch (DownloadException e) {
        // A page in place of a file is no failure that passes, for all that the client knows.
        assertThat(e.taskId()).isEqualTo(task.id());
      }
    }
    assertThat(target).exists();
  }

  /** Asks by the id alone, as another process would. */
  private VideoTask recover(Shot shot) {
    for (int i = 0; ; i++) {
      boolean paid = !gateway.paidTasks(shot.prompt).isEmpty();
      try {
        return other.textToVideo().recover(shot.externalId);
      } catch (NotFoundException e) {
        assertThat(paid).as(shot::toString).isFalse();
        // What was killed may have been on its way still, and its task be made only now.
        if (gateway.paidTasks(shot.prompt).isEmpty()) {
          return null;
        }
      } catch (KlingException e) {
        assertThat(e.externalTaskId()).isEqualTo(shot.externalId);
        assertThat(i).as(e::toString).isLessThan(100);
      }
    }
  }

  private List<String> listed() {
    for (int i = 0; ; i++) {
      try (Stream<VideoTask> tasks = other.textToVideo().list(100)) {
        return tasks.map(VideoTask::id).toList();
      } catch (KlingException e) {
        assertThat(i).as(e::toString).isLessThan(1_000);
      }
    }
  }

  private Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    counts.put("creates", shots.size());
    counts.put("returned", count(shot -> shot.task != null));
    counts.put("killed", count(Shot::wasKilled));
    counts.put("cancelled", count(shot -> shot.failure instanceof CancellationException));
    counts.put("uncertain", count(shot -> shot.failure instanceof UncertainCreateException));
    counts.put(
        "uncertain, paid",
        count(
            shot ->
                shot.failure instanceof UncertainCreateException
                    && !gateway.paidTasks(shot.prompt).isEmpty()));
    counts.put("refused or not sent", count(RandomFaultsTest::isRefused));
    counts.put("paid", gateway.paidTasks().size());
    counts.put("POSTs", gateway.createRequests().size());
    counts.put("GETs", gateway.requests().size() - gateway.createRequests().size());
    counts.put("videos", videos.get());
    return counts;
  }

  private int count(java.util.function.Predicate<Shot> which) {
    return (int) shots.stream().filter(which).count();
  }

  private Set<String> kinds(String place) {
    return gateway.faults().keySet().stream()
        .filter(kind -> kind.startsWith(place + " "))
        .map(kind -> kind.substring(place.length() + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void report(TestReporter reporter, Map<String, Integer> counts) {
    Map<String, String> entries = new TreeMap<>();
    entries.put("seed", String.valueOf(SEED));
    counts.forEach((name, count) -> entries.put(name, count.toString()));
    gateway.faults().forEach((kind, count) -> entries.put("fault " + kind, count.toString()));
    reporter.publishEntry(entries);
  }

  private static void end(OkHttpClient http) {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
