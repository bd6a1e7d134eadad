package io.github.kling4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.error.DownloadException;
import io.github.kling4j.model.Video;
import io.github.kling4j.retry.Retries;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.retry.Timer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Downloads from a server of one file, in either form. */
final class DownloadBench implements AutoCloseable {
  final FileServer file = new FileServer();
  final OkHttpClient http;
  final VideoDownloader downloader;
  final Path folder;
  final Path target;
  private final Retries retries;

  DownloadBench(Path folder, RetryPolicy policy) throws IOException {
    this(folder, policy, Timer.system());
  }

  DownloadBench(Path folder, RetryPolicy policy, Timer timer) throws IOException {
    this(folder, policy, timer, Duration.ofSeconds(20));
  }

  DownloadBench(Path folder, RetryPolicy policy, Timer timer, Duration silence) throws IOException {
    this.folder = folder;
    this.target = folder.resolve("v.mp4");
    this.http = new OkHttpClient.Builder().readTimeout(silence).build();
    this.retries = new Retries(policy, timer);
    this.downloader = new VideoDownloader(http, retries, UnaryOperator.identity());
  }

  /** The same download, with and without a thread that stands still for it. */
  enum Form {
    SYNC,
    ASYNC;

    Path run(DownloadableVideo video, Path target, DownloadPolicy policy) {
      if (this == SYNC) {
        return video.downloadTo(target, policy);
      }
      try {
        return video.downloadToAsync(target, policy).join();
      } catch (CompletionException e) {
        throw (RuntimeException) e.getCause();
      }
    }
  }

  static RetryPolicy attempts(int count) {
    return RetryPolicy.builder().maxAttempts(count).backOff(Duration.ZERO, Duration.ZERO).build();
  }

  DownloadableVideo video() {
    return video(file.url(), "1", null);
  }

  DownloadableVideo video(String url, String id, @Nullable AddressSource source) {
    return new DownloadableVideo(Video.builder().id(id).build(), url, "17", downloader, source);
  }

  Path run(Form form) {
    return run(form, DownloadPolicy.defaults());
  }

  Path run(Form form, DownloadPolicy policy) {
    return form.run(video(), target, policy);
  }

  DownloadException failure(Form form) {
    return failure(form, DownloadPolicy.defaults());
  }

  DownloadException failure(Form form, DownloadPolicy policy) {
    return failure(form, video(), policy);
  }

  DownloadException failure(Form form, DownloadableVideo video, DownloadPolicy policy) {
    DownloadException e =
        catchThrowableOfType(DownloadException.class, () -> form.run(video, target, policy));
    assertThat(e).as("a failure").isNotNull();
    assertThat(e.taskId()).isEqualTo("17");
    assertThat(e).hasMessageContaining("17");
    assertThat(e.getMessage()).doesNotContain("hunter2");
    return e;
  }

  /** The file is there, byte for byte, and nothing else. */
  void assertWhole() throws IOException {
    assertThat(target).hasBinaryContent(file.content.toByteArray());
    assertThat(names()).containsExactly("v.mp4");
  }

  List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public void close() {
    downloader.close();
    retries.close();
    file.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
