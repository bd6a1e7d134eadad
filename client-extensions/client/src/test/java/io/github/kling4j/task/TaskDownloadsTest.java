package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.DownloadException;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.WaitInterruptedException;
import io.github.kling4j.media.DownloadPolicy;
import io.github.kling4j.media.DownloadPolicy.IfExists;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testkit.KlingGateway;
import io.github.kling4j.testkit.KlingGatewayExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of tasks, one and many. */
class TaskDownloadsTest {
  @RegisterExtension static final KlingGatewayExtension KLING = new KlingGatewayExtension();

  private static final DownloadPolicy SKIP =
      DownloadPolicy.builder().ifExists(IfExists.SKIP).build();

  private final KlingGateway gateway = KLING.gateway();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final Dispatcher dispatcher = new Dispatcher();
  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .dispatcher(dispatcher)
          .addInterceptor(
              chain -> {
                boolean download = chain.request().url().encodedPath().startsWith("/files/");
                if (download) {
                  most.accumulateAndGet(running.incrementAndGet(), Math::max);
                }
                try {
                  return chain.proceed(chain.request());
                } finally {
                  if (download) {
                    running.decrementAndGet();
                  }
                }
              })
          .build();
  private final KlingClient kling =
      KlingClient.builder()
          .gateway(Gateway.relay(gateway.url()))
          .credentials(Credentials.apiKey("sk-test"))
          .waitPolicy(Fixtures.IMPATIENT)
          .retryPolicy(RetryPolicy.never())
          .httpClient(http)
          .build();
  private final TextToVideo videos = kling.textToVideo();

  @TempDir Path folder;

  @AfterEach
  void close() {
    kling.close();
    dispatcher.executorService().shutdown();
    http.connectionPool().evictAll();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void allVideosOfATaskAreDownloaded(boolean blocking) {
    VideoTask task = create("[[slow 0s]]").refresh();

    List<Path> files =
        blocking ? task.downloadAllTo(folder) : task.downloadAllToAsync(folder).join();

    assertThat(files).containsExactly(folder.resolve(task.id() + ".mp4"));
    assertThat(files.get(0)).hasSize(videoSize());
    assertThat(names()).containsExactly(task.id() + ".mp4");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theFilesOfATaskFollowThePolicy(boolean blocking) throws IOException {
    VideoTask task = create("[[slow 0s]]").refresh();
    Path file = Files.writeString(folder.resolve(task.id() + ".mp4"), "mine");

    List<Path> files =
        blocking ? task.downloadAllTo(folder, SKIP) : task.downloadAllToAsync(folder, SKIP).join();

    assertThat(files).containsExactly(file);
    assertThat(file).hasContent("mine");
    assertThat(gateway.downloadRequests()).isEmpty();
  }

  @Test
  void aTaskWithoutAVideoHasNoFiles() {
    VideoTask task = create("[[slow 1h]]");

    assertThatThrownBy(() -> task.downloadAllTo(folder))
        .isInstanceOf(KlingException.class)
        .hasMessageContainingAll(task.id(), "no video");
    assertThatThrownBy(() -> task.downloadAllToAsync(folder).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(KlingException.class)
        .hasMessageContainingAll(task.id(), "no video");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void manyTasksAreAwaitedAndDownloadedInTheirOrder(boolean blocking) {
    List<VideoTask> tasks = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      tasks.add(create("[[slow " + (12 - i) * 10 + "ms]]"));
    }

    List<TaskFiles> results = all(tasks, blocking);

    assertThat(results).extracting(each -> each.task().id()).isEqualTo(ids(tasks));
    assertThat(results)
        .allSatisfy(
            each -> {
              assertThat(each.failure()).isNull();
              assertThat(each.task().succeeded()).isTrue();
              assertThat(each.files()).containsExactly(folder.resolve(each.task().id() + ".mp4"));
              assertThat(each.files().get(0)).hasSize(videoSize());
            });
    assertThat(gateway.downloadRequests()).hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void noMoreAreDownloadedAtOnceThanIsSaid(int parallelism) {
    dispatcher.setMaxRequestsPerHost(64);
    List<VideoTask> tasks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      tasks.add(create("[[slow 0s]]").refresh());
    }

    List<TaskFiles> results = videos.downloadAll(tasks, folder, parallelism);

    assertThat(results).allSatisfy(each -> assertThat(each.failure()).isNull());
    assertThat(most.get()).isBetween(1, parallelism);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theFailureOfOneTaskDoesNotKeepTheOthers(boolean blocking) throws IOException {
    VideoTask failed = create("[[slow 0s]] [[fail: no sea]]");
    VideoTask good = create("[[slow 0s]]");
    VideoTask broken = create("[[slow 0s]] [[download http 500]]");
    VideoTask unknown = videos.task("1");
    VideoTask there = create("[[slow 0s]]");
    Files.writeString(folder.resolve(there.id() + ".mp4"), "mine");

    List<TaskFiles> results = all(List.of(failed, good, broken, unknown, there), blocking);

    assertThat(results)
        .extracting(each -> each.failure() == null ? "" : each.failure().getClass().getSimpleName())
        .containsExactly(
            "TaskFailedException",
            "",
            "DownloadException",
            "NotFoundException",
            "DownloadException");
    assertThat(results).extracting(each -> each.files().size()).containsExactly(0, 1, 0, 0, 0);
    assertThat(folder.resolve(there.id() + ".mp4")).hasContent("mine");
  }

  @Test
  void aBatchThatIsRunAgainFetchesOnlyWhatIsMissing() {
    VideoTask good = create("[[slow 0s]]");
    VideoTask broken = create("[[slow 0s]] [[download http 500 once]]");
    List<VideoTask> tasks = List.of(good, broken);
    assertThat(videos.downloadAll(tasks, folder, 2).get(1).failure()).isNotNull();

    List<TaskFiles> again = videos.downloadAll(tasks, folder, 2, SKIP);

    assertThat(again).allSatisfy(each -> assertThat(each.failure()).isNull());
    assertThat(again).allSatisfy(each -> assertThat(each.files()).hasSize(1));
    assertThat(gateway.downloadRequests()).hasSize(3);
  }

  @Test
  void thousandsOfFilesThatAreThereMakeNoDeepStack() throws IOException {
    VideoTask task = create("[[slow 0s]]").refresh();
    Files.writeString(folder.resolve(task.id() + ".mp4"), "mine");
    List<VideoTask> tasks = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      tasks.add(task);
    }

    List<TaskFiles> results = videos.downloadAll(tasks, folder, 1, SKIP);

    assertThat(results).hasSize(5_000).allMatch(each -> each.failure() == null);
  }

  @Test
  void noTasksHaveNoFiles() {
    assertThat(videos.downloadAll(List.of(), folder, 1)).isEmpty();
  }

  @Test
  void whatCannotBeginIsToldAtOnce() {
    List<VideoTask> tasks = List.of(create("[[slow 1h]]"));

    assertThatThrownBy(() -> videos.downloadAll(tasks, folder, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("parallelism is 0");
    assertThatThrownBy(() -> videos.downloadAll(tasks, folder.resolve("no"), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(folder.resolve("no").toString());
    assertThatThrownBy(() -> videos.downloadAllAsync(tasks, folder, -1, SKIP))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(gateway.queryRequests()).isEmpty();
  }

  @Test
  void aListenerThatThrowsIsAFailureOfItsTask() {
    DownloadPolicy policy =
        DownloadPolicy.builder()
            .listener(
                progress -> {
                  throw new IllegalStateException("enough");
                })
            .build();

    List<TaskFiles> results = videos.downloadAll(List.of(create("[[slow 0s]]")), folder, 1, policy);

    assertThat(results.get(0).failure())
        .hasMessageContaining("enough")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void cancellingEndsWaitsAndDownloads() throws Exception {
    CountDownLatch idle = new CountDownLatch(1);
    CountDownLatch downloading = new CountDownLatch(1);
    DownloadPolicy policy =
        DownloadPolicy.builder().listener(progress -> downloading.countDown()).build();
    VideoTask running = create("[[slow 1h]]");
    VideoTask stalled = create("[[slow 0s]] [[download stall after 1000]]");
    CompletableFuture<List<TaskFiles>> all =
        videos.downloadAllAsync(List.of(running, stalled), folder, 2, policy);
    assertThat(downloading.await(10, TimeUnit.SECONDS)).isTrue();
    dispatcher.setIdleCallback(idle::countDown);

    all.cancel(true);

    assertThat(idle.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(names()).noneMatch(name -> !name.startsWith("."));
    int looks = gateway.queryRequests().size();
    assertThat(running.refresh().running()).isTrue();
    assertThat(gateway.queryRequests()).hasSize(looks + 1);
  }

  @Test
  void anInterruptedThreadEndsThemToo() throws Exception {
    CountDownLatch downloading = new CountDownLatch(1);
    DownloadPolicy policy =
        DownloadPolicy.builder().listener(progress -> downloading.countDown()).build();
    List<VideoTask> tasks = List.of(create("[[slow 0s]] [[download stall after 1000]]"));
    FutureTask<Throwable> batch =
        new FutureTask<>(
            () -> {
              Throwable thrown = catchThrowable(() -> videos.downloadAll(tasks, folder, 1, policy));
              assertThat(Thread.interrupted()).isTrue();
              return thrown;
            });
    Thread thread = new Thread(batch);
    thread.start();
    assertThat(downloading.await(10, TimeUnit.SECONDS)).isTrue();

    thread.interrupt();

    assertThat(batch.get(10, TimeUnit.SECONDS))
        .isInstanceOf(KlingException.class)
        .hasMessageContaining("interrupted");
  }

  @Test
  void closingTheClientIsTheFailureOfEach() throws Exception {
    CountDownLatch downloading = new CountDownLatch(1);
    DownloadPolicy policy =
        DownloadPolicy.builder().listener(progress -> downloading.countDown()).build();
    List<VideoTask> tasks =
        List.of(create("[[slow 1h]]"), create("[[slow 0s]] [[download stall after 1000]]"));
    CompletableFuture<List<TaskFiles>> all = videos.downloadAllAsync(tasks, folder, 2, policy);
    assertThat(downloading.await(10, TimeUnit.SECONDS)).isTrue();

    kling.close();

    List<TaskFiles> results = all.get(10, TimeUnit.SECONDS);
    assertThat(results.get(0).failure()).isInstanceOf(WaitInterruptedException.class);
    assertThat(results.get(1).failure())
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("the client was closed");
  }

  private List<TaskFiles> all(List<VideoTask> tasks, boolean blocking) {
    return blocking
        ? videos.downloadAll(tasks, folder, 4)
        : videos.downloadAllAsync(tasks, folder, 4, DownloadPolicy.defaults()).join();
  }

  private VideoTask create(String directives) {
    return videos.create(r -> r.prompt("A beach. " + directives));
  }

  private static List<String> ids(List<VideoTask> tasks) {
    return tasks.stream().map(VideoTask::id).toList();
  }

  private List<String> names() {
    return List.of(folder.toFile().list());
  }

  /** What the testkit's file has. */
  private static long videoSize() {
    try (java.io.InputStream video = KlingGateway.class.getResourceAsStream("video.mp4")) {
      return video.readAllBytes().length;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
