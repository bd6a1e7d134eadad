package io.github.kling4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.error.DownloadException;
import io.github.kling4j.model.Video;
import io.github.kling4j.retry.Retries;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.retry.Timer;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testing.Requests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient http = new OkHttpClient();
  private final Retries retries = new Retries(RetryPolicy.never(), Timer.system());

  @TempDir Path folder;

  /** The same download, with and without a thread that stands still for it. */
  enum Form {
    SYNC {
      @Override
      Path run(DownloadableVideo video, Path target, CopyOption... options) {
        return video.downloadTo(target, options);
      }
    },
    ASYNC {
      @Override
      Path run(DownloadableVideo video, Path target, CopyOption... options) {
        try {
          return video.downloadToAsync(target, options).join();
        } catch (CompletionException e) {
          throw (RuntimeException) e.getCause();
        }
      }
    };

    abstract Path run(DownloadableVideo video, Path target, CopyOption... options);
  }

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void close() {
    retries.close();
    server.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void theFileIsWrittenAsItComes(Form form) throws IOException {
    server.enqueue(file("a video"));

    Path path = form.run(video(), folder.resolve("v.mp4"));

    assertThat(path).isEqualTo(folder.resolve("v.mp4")).hasContent("a video");
    assertOnlyFiles("v.mp4");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aLargeFileInChunksIsWhole(Form form) throws IOException {
    byte[] bytes = new byte[300_001];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    server.enqueue(
        new MockResponse.Builder().chunkedBody(new Buffer().write(bytes), 8_192).build());

    Path path = form.run(video(), folder.resolve("v.mp4"));

    assertThat(path).hasBinaryContent(bytes);
  }

  @Test
  void aRedirectToTheFileIsFollowed() throws IOException {
    server.enqueue(
        new MockResponse.Builder().code(302).setHeader("Location", "/elsewhere").build());
    server.enqueue(file("a video"));

    assertThat(video().downloadTo(folder.resolve("v.mp4"))).hasContent("a video");
  }

  @Test
  void aFileHasThePermissionsOfAnyOtherOne() throws IOException {
    server.enqueue(file("a video"));
    Path other = Files.createFile(folder.resolve("other"));

    Path path = video().downloadTo(folder.resolve("v.mp4"));

    assertThat(Files.getPosixFilePermissions(path)).isEqualTo(Files.getPosixFilePermissions(other));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aMissingFolderIsNamed(Form form) {
    DownloadException e = failure(form, folder.resolve("no/such/v.mp4"));

    assertThat(e).hasMessageContainingAll(folder.resolve("no/such").toString(), "create");
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aFolderIsNoTarget(Form form) {
    DownloadException e = failure(form, folder);

    assertThat(e).hasMessageContainingAll(folder.toString(), "folder");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void theRootIsNoTargetEither() {
    assertThat(failure(Form.SYNC, folder.getRoot())).isNotNull();
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void anExistingFileIsKept(Form form) throws IOException {
    Path target = Files.writeString(folder.resolve("v.mp4"), "mine");

    DownloadException e = failure(form, target);

    assertThat(e).hasMessageContainingAll(target.toString(), "REPLACE_EXISTING");
    assertThat(target).hasContent("mine");
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void anExistingFileIsReplacedIfThatIsWished(Form form) throws IOException {
    Path target = Files.writeString(folder.resolve("v.mp4"), "mine");
    server.enqueue(file("a video"));

    form.run(video(), target, StandardCopyOption.REPLACE_EXISTING);

    assertThat(target).hasContent("a video");
    assertOnlyFiles("v.mp4");
  }

  @Test
  void aFileThatIsToBeReplacedIsKeptWhenTheDownloadFails() throws IOException {
    Path target = Files.writeString(folder.resolve("v.mp4"), "mine");
    server.enqueue(cut());

    assertThatThrownBy(() -> video().downloadTo(target, StandardCopyOption.REPLACE_EXISTING))
        .isInstanceOf(DownloadException.class);

    assertThat(target).hasContent("mine");
    assertOnlyFiles("v.mp4");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void anyOtherOptionIsRefused(Form form) {
    List<CopyOption> others =
        List.of(
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
    for (CopyOption option : others) {
      assertThatThrownBy(() -> form.run(video(), folder.resolve("v.mp4"), option))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining(option.toString());
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "SYNC, 403, expired",
    "ASYNC, 404, expired",
    "SYNC, 410, expired",
    "ASYNC, 500, 500",
    "SYNC, 206, 206",
    "SYNC, 204, 204",
    "SYNC, 304, 304",
  })
  void anotherStatusThan200IsNoFile(Form form, int status, String word) {
    server.enqueue(new MockResponse.Builder().code(status).build());

    DownloadException e = failure(form, folder.resolve("v.mp4"));

    assertThat(e).hasMessageContainingAll("HTTP " + status, word);
    assertNothingLeft();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html; charset=utf-8", "application/json", "text/plain"})
  void aPageInsteadOfTheVideoIsNotSaved(String type) {
    server.enqueue(file("<html>").newBuilder().setHeader("Content-Type", type).build());

    DownloadException e = failure(Form.SYNC, folder.resolve("v.mp4"));

    assertThat(e).hasMessageContainingAll(type.replaceAll(";.*", ""), "no video");
    assertNothingLeft();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"video/mp4", "application/octet-stream", "binary/octet-stream", "x"})
  void anyOtherTypeIsTakenForAVideo(String type) throws IOException {
    MockResponse.Builder answer = file("a video").newBuilder().removeHeader("Content-Type");
    server.enqueue((type == null ? answer : answer.setHeader("Content-Type", type)).build());

    assertThat(video().downloadTo(folder.resolve("v.mp4"))).hasContent("a video");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void anEmptyFileIsNoVideo(Form form) {
    server.enqueue(file(""));

    DownloadException e = failure(form, folder.resolve("v.mp4"));

    assertThat(e).hasMessageContaining("empty");
    assertNothingLeft();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aDownloadThatBreaksOffLeavesNothing(Form form) {
    server.enqueue(cut());

    DownloadException e = failure(form, folder.resolve("v.mp4"));

    assertThat(e).hasCauseInstanceOf(IOException.class);
    assertNothingLeft();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aServerThatCannotBeReachedIsTold(Form form) {
    DownloadableVideo video = video();
    server.close();

    assertThatThrownBy(() -> form.run(video, folder.resolve("v.mp4")))
        .isInstanceOf(DownloadException.class)
        .hasCauseInstanceOf(IOException.class)
        .hasMessageContaining("17");
    assertNothingLeft();
  }

  @ParameterizedTest
  @CsvSource({"ftp://x.example.com/v.mp4", "/v.mp4", "v.mp4", "''"})
  void anAddressThatIsNoneIsTold(String url) {
    for (Form form : Form.values()) {
      assertThatThrownBy(() -> form.run(video(url), folder.resolve("v.mp4")))
          .isInstanceOf(DownloadException.class)
          .hasMessageContainingAll("17", "http");
    }
  }

  @Test
  void aFileThatCameIntoBeingMeanwhileIsKept() throws IOException {
    Path target = folder.resolve("v.mp4");
    server.enqueue(file("a video"));
    OkHttpClient meanwhile =
        http.newBuilder()
            .addInterceptor(
                chain -> {
                  Files.writeString(target, "mine");
                  return chain.proceed(chain.request());
                })
            .build();

    assertThatThrownBy(
            () ->
                new DownloadableVideo(
                        Video.builder().build(),
                        url(),
                        "17",
                        new VideoDownloader(meanwhile, retries, UnaryOperator.identity()))
                    .downloadTo(target))
        .isInstanceOf(DownloadException.class);

    assertThat(target).hasContent("mine");
    assertOnlyFiles("v.mp4");
  }

  @Test
  void aSignatureInTheAddressIsNotShown() {
    DownloadableVideo video = video(server.url("/v.mp4?Signature=hunter2#hunter2").toString());
    assertThat(video.toString()).contains("/v.mp4").doesNotContain("hunter2");
    server.enqueue(new MockResponse.Builder().code(403).build());
    server.enqueue(Fixtures.html(200));

    for (int i = 0; i < 2; i++) {
      DownloadException e =
          catchThrowableOfType(
              DownloadException.class, () -> video.downloadTo(folder.resolve("v.mp4")));
      assertThat(e.getMessage()).contains("/v.mp4", "17").doesNotContain("hunter2");
      assertThat(e.taskId()).isEqualTo("17");
    }
    server.close();
    assertThatThrownBy(() -> video.downloadTo(folder.resolve("v.mp4")))
        .satisfies(e -> assertThat(e.getMessage() + e.getCause()).doesNotContain("hunter2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://x.example.com/v.mp4?s=hunter2",
        "https://user:hunter2@x.example.invalid/v.mp4",
        "https://x.example.invalid/v.mp4#hunter2"
      })
  void noOtherPartOfTheAddressIsShownThatMayBeSecret(String url) {
    assertThat(video(url).toString()).doesNotContain("hunter2");
    assertThatThrownBy(() -> video(url).downloadTo(folder))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
  }

  @Test
  void aDownloadThatIsCancelledEndsAndLeavesNothing() throws Exception {
    CountDownLatch idle = new CountDownLatch(1);
    http.dispatcher().setIdleCallback(idle::countDown);
    server.enqueue(
        file("x".repeat(500_000)).newBuilder().onResponseBody(SocketEffect.Stall.INSTANCE).build());

    CompletableFuture<Path> download = video().downloadToAsync(folder.resolve("v.mp4"));
    assertThat(server.takeRequest().getMethod()).isEqualTo("GET");
    assertThat(download.cancel(true)).isTrue();

    assertThat(idle.await(10, TimeUnit.SECONDS)).isTrue();
    assertNothingLeft();
  }

  @ParameterizedTest
  @CsvSource({"5.042, PT5.042S", "10, PT10S", "0, PT0S", "five, ", ","})
  void theLengthIsReadWhereThereIsOne(String seconds, Duration duration) {
    String json = seconds == null ? "{}" : "{\"duration\":\"" + seconds + "\"}";
    Video told = Requests.read(Video.class, json);
    DownloadableVideo video =
        new DownloadableVideo(
            told, url(), "17", new VideoDownloader(http, retries, UnaryOperator.identity()));

    assertThat(video.duration()).isEqualTo(duration);
    assertThat(video.data()).isSameAs(told);
    assertThat(video.url()).isEqualTo(url());
  }

  private DownloadException failure(Form form, Path target) {
    DownloadException e =
        catchThrowableOfType(DownloadException.class, () -> form.run(video(), target));
    assertThat(e.taskId()).isEqualTo("17");
    assertThat(e).hasMessageContaining("17");
    return e;
  }

  private void assertNothingLeft() {
    assertOnlyFiles();
  }

  private void assertOnlyFiles(String... names) {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString())).containsExactly(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DownloadableVideo video() {
    return video(url());
  }

  private DownloadableVideo video(String url) {
    return new DownloadableVideo(
        Video.builder().build(),
        url,
        "17",
        new VideoDownloader(http, retries, UnaryOperator.identity()));
  }

  private String url() {
    return server.url("/v.mp4").toString();
  }

  private static MockResponse file(String content) {
    return new MockResponse.Builder().setHeader("Content-Type", "video/mp4").body(content).build();
  }

  private static MockResponse cut() {
    return file("x".repeat(500_000))
        .newBuilder()
        .onResponseBody(new SocketEffect.CloseSocket())
        .build();
  }
}
