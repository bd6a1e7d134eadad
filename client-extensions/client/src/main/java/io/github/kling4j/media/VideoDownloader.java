package io.github.kling4j.media;

import io.github.kling4j.error.DownloadException;
import io.github.kling4j.error.Operation;
import io.github.kling4j.retry.Attempts;
import io.github.kling4j.retry.Retries;
import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/**
 * Brings a video's file from its address to a path, from its beginning again after a failure that
 * may pass. Safe for use by several threads.
 */
public final class VideoDownloader {
  private final Call.Factory files;
  private final Retries retries;
  private final UnaryOperator<IOException> clean;

  /**
   * Creates a downloader.
   *
   * @param files makes the calls; it must not add the API key to them
   * @param retries does things again
   * @param clean takes secrets out of a failure's texts; see {@code ErrorMapper.shown}
   */
  public VideoDownloader(Call.Factory files, Retries retries, UnaryOperator<IOException> clean) {
    this.files = files;
    this.retries = retries;
    this.clean = clean;
  }

  Path download(String url, Path target, String taskId, CopyOption... options) {
    Transfer transfer = new Transfer(url, target, taskId, clean, options);
    try {
      return attempts(true, taskId).run(() -> execute(transfer)).join();
    } catch (CompletionException e) {
      throw Attempts.cause(e) instanceof RuntimeException failure ? failure : e;
    }
  }

  CompletableFuture<Path> downloadAsync(
      String url, Path target, String taskId, CopyOption... options) {
    Transfer transfer;
    try {
      transfer = new Transfer(url, target, taskId, clean, options);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
    Attempts attempts = attempts(false, taskId);
    CompletableFuture<Path> future = attempts.run(() -> enqueue(transfer));
    CompletableFuture<Path> unused =
        future.whenComplete(
            (path, failure) -> {
              if (future.isCancelled()) {
                attempts.cancel();
              }
            });
    return future;
  }

  private Attempts attempts(boolean blocking, String taskId) {
    return retries.begin(blocking, () -> Operation.of("download", taskId));
  }

  private CompletableFuture<Path> execute(Transfer transfer) {
    try (Response response = files.newCall(transfer.request).execute()) {
      return CompletableFuture.completedFuture(transfer.save(response));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(transfer.failure(e));
    } catch (DownloadException e) {
      return CompletableFuture.failedFuture(e);
    } catch (Exception e) {
      if (!(e instanceof InterruptedException)) {
        throw e;
      }
      // OkHttp does not declare it, and lets it through while it waits for a connection.
      Thread.currentThread().interrupt();
      return CompletableFuture.failedFuture(transfer.failure(new IOException(e)));
    }
  }

  private CompletableFuture<Path> enqueue(Transfer transfer) {
    CompletableFuture<Path> future = new CompletableFuture<>();
    Call call = files.newCall(transfer.request);
    call.enqueue(
        new Callback() {
          @Override
          public void onResponse(Call call, Response response) {
            try (response) {
              future.complete(transfer.save(response));
            } catch (IOException e) {
              future.completeExceptionally(transfer.failure(e));
            } catch (RuntimeException e) {
              future.completeExceptionally(e);
            }
          }

          @Override
          public void onFailure(Call call, IOException e) {
            future.completeExceptionally(transfer.failure(e));
          }
        });
    CompletableFuture<Path> unused =
        future.whenComplete(
            (path, failure) -> {
              if (future.isCancelled()) {
                call.cancel();
              }
            });
    return future;
  }
}
