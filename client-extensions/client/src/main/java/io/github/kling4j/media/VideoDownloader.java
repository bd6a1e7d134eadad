package io.github.kling4j.media;

import io.github.kling4j.error.Operation;
import io.github.kling4j.media.DownloadPolicy.IfExists;
import io.github.kling4j.retry.Attempts;
import io.github.kling4j.retry.Retries;
import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.OkHttpClient;

/**
 * Brings a video's file from its address to a path, from where it was after a failure that may
 * pass. Safe for use by several threads.
 */
public final class VideoDownloader implements AutoCloseable {
  private static final String CLOSED = "the client was closed";

  private final OkHttpClient http;
  private final Retries retries;
  private final UnaryOperator<IOException> clean;
  private final DownloadPolicy policy;
  private final Set<Download> downloads = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Creates a downloader with the default policy.
   *
   * @param files makes the calls; it must not add the API key to them
   * @param retries does things again
   * @param clean takes secrets out of a failure's texts; see {@code ErrorMapper.shown}
   */
  public VideoDownloader(OkHttpClient files, Retries retries, UnaryOperator<IOException> clean) {
    this(files, retries, clean, DownloadPolicy.defaults());
  }

  /**
   * Creates a downloader.
   *
   * @param files makes the calls; it must not add the API key to them
   * @param retries does things again
   * @param clean takes secrets out of a failure's texts; see {@code ErrorMapper.shown}
   * @param policy how files are downloaded where a call says nothing
   */
  public VideoDownloader(
      OkHttpClient files,
      Retries retries,
      UnaryOperator<IOException> clean,
      DownloadPolicy policy) {
    this.http = files;
    this.retries = retries;
    this.clean = clean;
    this.policy = Objects.requireNonNull(policy, "policy");
  }

  private Call.Factory files() {
    return http.newBuilder().addNetworkInterceptor(new HttpsInterceptor()).build();
  }

  /** Returns the policy of the client, with what options say. */
  private DownloadPolicy policy(CopyOption... options) {
    for (CopyOption option : options) {
      if (option != StandardCopyOption.REPLACE_EXISTING) {
        throw new UnsupportedOperationException("A download knows no option " + option);
      }
    }
    return options.length == 0 ? policy : policy.toBuilder().ifExists(IfExists.REPLACE).build();
  }

  Path download(VideoFile file, Path target, CopyOption... options) {
    return download(file, target, policy(options));
  }

  Path download(VideoFile file, Path target, DownloadPolicy policy) {
    try {
      return begin(file, target, policy, true).join();
    } catch (CompletionException e) {
      throw Attempts.cause(e) instanceof RuntimeException failure ? failure : e;
    }
  }

  CompletableFuture<Path> downloadAsync(VideoFile file, Path target, CopyOption... options) {
    try {
      return retries.handOver(begin(file, target, policy(options), false));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  CompletableFuture<Path> downloadAsync(VideoFile file, Path target, DownloadPolicy policy) {
    try {
      return retries.handOver(begin(file, target, policy, false));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CompletableFuture<Path> begin(
      VideoFile file, Path target, DownloadPolicy policy, boolean blocking) {
    if (Targets.isDone(target, policy.ifExists)) {
      return CompletableFuture.completedFuture(target);
    }
    Transfer transfer = new Transfer(file, target, policy, clean, retries.timer()::nanoTime);
    Attempts attempts = retries.begin(blocking, () -> Operation.of("download", file.taskId()));
    Download download =
        new Download(files(), transfer, attempts, file.source(), retries.timer(), blocking);
    downloads.add(download);
    if (closed) {
      download.end(CLOSED);
    }
    CompletableFuture<Path> future =
        download
            .run()
            .whenComplete((path, failure) -> downloads.remove(download))
            .thenApply(path -> target);
    CompletableFuture<Path> unused =
        future.whenComplete(
            (path, failure) -> {
              if (future.isCancelled()) {
                download.end("it was cancelled");
              }
            });
    return future;
  }

  /** Ends all downloads; what they have so far is kept where it can be gone on with. */
  @Override
  public void close() {
    closed = true;
    downloads.forEach(download -> download.end(CLOSED));
  }
}
