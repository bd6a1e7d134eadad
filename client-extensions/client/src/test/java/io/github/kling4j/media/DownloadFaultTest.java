package io.github.kling4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kling4j.error.DownloadException;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.media.DownloadBench.Form;
import io.github.kling4j.model.Video;
import io.github.kling4j.retry.ManualTimer;
import io.github.kling4j.retry.Retries;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.retry.Timer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers, disks, other downloads and those who wait for one can do to it. */
class DownloadFaultTest {
  private static final DownloadPolicy DEFAULT = DownloadPolicy.defaults();

  @TempDir Path folder;

  private DownloadBench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new DownloadBench(folder, DownloadBench.attempts(2));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<!DOCTYPE html>", " \r\n\t<html>", "\uFEFF<?xml?>", "{\"code\":1}", "\n{}"})
  void aPageThatIsSaidToBeAVideoIsNone(String page) throws IOException {
    bench.file.then(
        request ->
            new MockResponse.Builder().setHeader("Content-Type", "video/mp4").body(page).build());

    assertThat(bench.failure(Form.SYNC)).hasMessageContaining("no video");

    assertThat(bench.names()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "TEXT/plain",
        "application/json; charset=utf-8",
        "application/problem+json",
        "application/xml",
        "application/xhtml+xml"
      })
  void aTypeThatIsCertainlyNoVideoIsNotSaved(String type) throws IOException {
    bench.file.then(
        request -> bench.file.truth(request).newBuilder().setHeader("Content-Type", type).build());

    assertThat(bench.failure(Form.ASYNC)).hasMessageContaining("no video");

    assertThat(bench.names()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aBodyThatIsCompressedUnaskedIsUnpacked(Form form) throws IOException {
    bench.file.then(request -> gzip(bench.file.content, 0));

    bench.run(form);

    bench.assertWhole();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aCompressedBodyThatIsCutIsFetchedFromItsBeginning(Form form) throws IOException {
    bench.file.then(request -> gzip(bench.file.content, 30_000));

    bench.run(form);

    bench.assertWhole();
    assertThat(bench.file.ranges()).containsExactly("", "");
  }

  @Test
  void aCompressedBodyThatIsNoneIsFetchedAgain() throws IOException {
    bench.file.then(
        request ->
            bench.file.truth(request).newBuilder().setHeader("Content-Encoding", "gzip").build());

    bench.run(Form.SYNC);

    bench.assertWhole();
    assertThat(bench.file.ranges()).containsExactly("", "");
  }

  @Test
  void anEncodingThatIsNotKnownIsTold() throws IOException {
    bench.file.then(
        request ->
            bench.file.truth(request).newBuilder().setHeader("Content-Encoding", "br").build());

    assertThat(bench.failure(Form.SYNC)).hasMessageContainingAll("br", "not asked for");

    assertThat(bench.names()).isEmpty();
  }

  private static MockResponse gzip(ByteString content, int without) {
    Buffer gzip = new Buffer();
    try (BufferedSink sink = Okio.buffer(new GzipSink(gzip))) {
      sink.write(content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Buffer body = new Buffer();
    body.write(gzip, gzip.size() - without);
    return new MockResponse.Builder()
        .setHeader("ETag", "\"1\"")
        .setHeader("Content-Encoding", "gzip")
        .body(body)
        .build();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aRedirectToAnotherHostIsFollowedAndGoneOnWithThere(Form form) throws IOException {
    try (MockWebServer front = new MockWebServer()) {
      front.start();
      MockResponse redirect =
          new MockResponse.Builder().code(302).setHeader("Location", bench.file.url()).build();
      front.enqueue(redirect);
      front.enqueue(redirect);
      bench.file.thenCut(70_000);
      String url = "http://localhost:" + front.getPort() + "/v.mp4";

      form.run(bench.video(url, "1", null), bench.target, DEFAULT);

      bench.assertWhole();
      assertThat(bench.file.ranges()).containsExactly("", "bytes=70000-");
      assertThat(bench.file.requests().get(1).getHeaders().names())
          .doesNotContain("Authorization", "Cookie", "Referer");
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aWayFromHttpsToPlainHttpIsNotTaken(Form form) throws IOException {
    // As after a redirect: what was asked for by https is to be fetched by http.
    OkHttpClient redirected =
        bench
            .http
            .newBuilder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain.request().newBuilder().url(HttpUrl.get(bench.file.url())).build()))
            .build();
    try (Retries retries = new Retries(DownloadBench.attempts(2), Timer.system())) {
      VideoDownloader downloader = new VideoDownloader(redirected, retries, e -> e);
      DownloadableVideo video =
          new DownloadableVideo(
              Video.builder().build(), "https://x.example/v.mp4", "17", downloader);

      DownloadException e = bench.failure(form, video, DEFAULT);

      assertThat(e).hasMessageContainingAll("https", "redirect");
      assertThat(e.isTransient()).isFalse();
      assertThat(bench.file.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void anAddressThatHasExpiredIsAskedForAgain(Form form) throws IOException {
    for (int status : new int[] {403, 404, 410}) {
      bench.file.then(request -> new MockResponse.Builder().code(status).build());
      String fresh = bench.file.server.url("/fresh-" + status + ".mp4").toString();
      AddressSource source = blocking -> address(form, blocking, fresh);

      form.run(bench.video(bench.file.url(), "1", source), bench.target, replacing());

      bench.assertWhole();
      int last = bench.file.requests().size() - 1;
      assertThat(bench.file.requests().get(last).getTarget()).contains("fresh-" + status);
    }
    assertThat(bench.file.requests()).hasSize(6);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void whatWasFetchedFromAnAddressThatThenExpiredIsGoneOnWithFromTheFreshOne(Form form)
      throws IOException {
    bench.file.thenCut(70_000).then(request -> new MockResponse.Builder().code(403).build());
    AddressSource source =
        blocking -> address(form, blocking, bench.file.server.url("/fresh").toString());

    form.run(bench.video(bench.file.url(), "1", source), bench.target, DEFAULT);

    bench.assertWhole();
    assertThat(bench.file.ranges()).containsExactly("", "bytes=70000-", "bytes=70000-");
  }

  private static CompletableFuture<String> address(Form form, boolean blocking, String address) {
    assertThat(blocking).isEqualTo(form == Form.SYNC);
    return CompletableFuture.completedFuture(address);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void anAddressThatStaysTheSameIsNotAskedAgain(Form form) throws IOException {
    bench.file.then(request -> new MockResponse.Builder().code(404).build());
    AddressSource source = blocking -> CompletableFuture.completedFuture(bench.file.url());
    DownloadableVideo video = bench.video(bench.file.url(), "1", source);

    DownloadException e = bench.failure(form, video, DEFAULT);

    assertThat(e).hasMessageContainingAll("HTTP 404", "expired", "same address");
    assertThat(e.isTransient()).isFalse();
    assertThat(bench.file.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aTaskThatCannotTellTheAddressIsTold(Form form) throws IOException {
    KlingException cause = new KlingException("no such task", null, "17", null);
    bench.file.then(request -> new MockResponse.Builder().code(410).build());
    AddressSource source = blocking -> CompletableFuture.failedFuture(cause);

    DownloadException e = bench.failure(form, bench.video(bench.file.url(), "1", source), DEFAULT);

    assertThat(e).hasMessageContainingAll("HTTP 410", "no such task").hasCause(cause);
    assertThat(bench.file.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aFreshAddressThatIsRefusedTooIsTheLast(Form form) throws IOException {
    for (int i = 0; i < 3; i++) {
      bench.file.then(request -> new MockResponse.Builder().code(403).build());
    }
    AddressSource source =
        blocking -> CompletableFuture.completedFuture(bench.file.server.url("/fresh").toString());

    DownloadException e = bench.failure(form, bench.video(bench.file.url(), "1", source), DEFAULT);

    assertThat(e).hasMessageContainingAll("HTTP 403", "fresh");
    assertThat(bench.file.requests()).hasSize(2);
  }

  @Test
  void aFreshAddressThatIsNoneIsTold() throws IOException {
    bench.file.then(request -> new MockResponse.Builder().code(403).build());
    AddressSource source = blocking -> CompletableFuture.completedFuture("none?sign=hunter2");

    DownloadException e =
        bench.failure(Form.SYNC, bench.video(bench.file.url(), "1", source), DEFAULT);

    assertThat(e).hasMessageContaining("neither http nor https");
  }

  @Test
  void anotherDownloadToTheSameFileIsRefusedUntilTheFirstIsOver() throws Exception {
    CountDownLatch refused = new CountDownLatch(1);
    bench.file.then(
        request -> {
          awaitUninterruptibly(refused);
          return bench.file.truth(request);
        });
    CompletableFuture<Path> first = bench.video().downloadToAsync(bench.target);

    DownloadException e = bench.failure(Form.SYNC);
    Files.createSymbolicLink(folder.resolveSibling("link"), folder);
    Throwable byAnotherName =
        catchThrowable(
            () -> bench.video().downloadTo(folder.resolveSibling("link").resolve("v.mp4")));

    assertThat(e).hasMessageContainingAll("another download", bench.target.toString());
    assertThat(byAnotherName).hasMessageContaining("another download");
    assertThat(bench.file.requests()).hasSizeLessThanOrEqualTo(1);
    refused.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(bench.target);
    bench.assertWhole();
    Files.delete(folder.resolveSibling("link"));
  }

  @Test
  void aDownloadThatWasCancelledCanBeGoneOnWithAtOnce() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    DownloadPolicy policy =
        DownloadPolicy.builder()
            .listener(
                progress -> {
                  if (progress.bytes() >= 65_536) {
                    begun.countDown();
                  }
                })
            .build();
    bench.file.thenStall(131_072);
    CompletableFuture<Path> download = bench.video().downloadToAsync(bench.target, policy);
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

    download.cancel(true);
    bench.run(Form.SYNC);

    bench.assertWhole();
    assertThat(bench.file.ranges()).hasSize(2).last().asString().startsWith("bytes=");
  }

  @Test
  void aThreadThatIsInterruptedStopsThoughNothingComes() throws Exception {
    ManualTimer timer = new ManualTimer();
    try (DownloadBench patient = new DownloadBench(folder, RetryPolicy.defaults(), timer)) {
      patient.file.thenStall(70_000);
      OkHttpClient silent = patient.http.newBuilder().readTimeout(Duration.ZERO).build();
      try (Retries retries = new Retries(RetryPolicy.defaults(), timer)) {
        DownloadableVideo video =
            new DownloadableVideo(
                Video.builder().id("1").build(),
                patient.file.url(),
                "17",
                new VideoDownloader(silent, retries, e -> e));
        FutureTask<Throwable> download =
            new FutureTask<>(
                () -> {
                  Throwable thrown = catchThrowable(() -> video.downloadTo(patient.target));
                  assertThat(Thread.interrupted()).isTrue();
                  return thrown;
                });
        Thread thread = new Thread(download);
        thread.start();
        awaitSilence(thread, folder.resolve(".v.mp4.part"), 70_000);

        thread.interrupt();
        timer.advance(InterruptWatch.INTERVAL);

        Throwable thrown = download.get(10, TimeUnit.SECONDS);
        assertThat(thrown)
            .isInstanceOf(DownloadException.class)
            .hasMessageContaining("its thread was interrupted");
        assertThat(((DownloadException) thrown).isTransient()).isFalse();
        assertThat(timer.pending()).isZero();
        assertThat(patient.file.requests()).hasSize(1);
        patient.run(Form.SYNC);
        patient.assertWhole();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void closingTheClientEndsADownload(Form form) throws Exception {
    try (DownloadBench closed = new DownloadBench(folder, RetryPolicy.defaults())) {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch idle = new CountDownLatch(form == Form.SYNC ? 0 : 1);
      closed.http.dispatcher().setIdleCallback(idle::countDown);
      closed.file.thenStall(70_000);
      DownloadPolicy policy =
          DownloadPolicy.builder().listener(progress -> begun.countDown()).build();
      FutureTask<Throwable> download =
          new FutureTask<>(() -> catchThrowable(() -> closed.run(form, policy)));
      new Thread(download).start();
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

      closed.downloader.close();

      assertThat(download.get(10, TimeUnit.SECONDS))
          .isInstanceOf(DownloadException.class)
          .hasMessageContaining("the client was closed");
      assertThat(idle.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(closed.http.connectionPool().connectionCount()).isZero();
      assertThat(closed.failure(form)).hasMessageContaining("the client was closed");
      assertThat(closed.file.requests()).hasSize(1);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenToIsTold() throws IOException {
    Path readOnly = readOnlyFolder();

    assertThatThrownBy(() -> bench.video().downloadTo(readOnly.resolve("v.mp4")))
        .isInstanceOf(DownloadException.class)
        .hasMessageContainingAll(readOnly.toString(), "cannot be written to");

    assertThat(bench.file.requests()).isEmpty();
  }

  /** The superuser may write to any folder, but not to one of the kernel's. */
  private Path readOnlyFolder() throws IOException {
    Path own = Files.createDirectory(folder.resolve("read-only"));
    assumeTrue(own.toFile().setWritable(false));
    for (Path candidate : List.of(own, Path.of("/sys"))) {
      Path probe = candidate.resolve("probe");
      try (FileChannel channel =
          FileChannel.open(probe, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        Files.delete(probe);
        assertThat(channel.isOpen()).isTrue();
      } catch (IOException e) {
        if (Files.isDirectory(candidate)) {
          return candidate;
        }
      }
    }
    return org.junit.jupiter.api.Assumptions.abort("all folders can be written to");
  }

  @Test
  void aPartThatIsALinkIsNotWrittenThrough() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("precious"), "mine");
    Files.createSymbolicLink(folder.resolve(".v.mp4.part"), elsewhere);

    bench.failure(Form.SYNC);

    assertThat(elsewhere).hasContent("mine");
    assertThat(bench.file.requests()).isEmpty();
  }

  /** Returns when so much has been written, and the thread stands still at its socket. */
  private static void awaitSilence(Thread thread, Path part, long bytes) throws IOException {
    while (!Files.exists(part)
        || Files.size(part) < bytes
        || Stream.of(thread.getStackTrace())
            .noneMatch(frame -> frame.getClassName().contains("NioSocketImpl"))) {
      assertThat(thread.isAlive()).isTrue();
      Thread.onSpinWait();
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static DownloadPolicy replacing() {
    return DownloadPolicy.builder().ifExists(DownloadPolicy.IfExists.REPLACE).build();
  }
}
