package io.github.kling4j.media;

import io.github.kling4j.error.DownloadException;
import io.github.kling4j.retry.Attempts;
import io.github.kling4j.retry.Timer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One download: its attempts, and what ends it. Its future is complete at once if it blocks. */
final class Download {
  private final Call.Factory files;
  private final Transfer transfer;
  private final Attempts attempts;
  private final @Nullable AddressSource source;
  private final Timer timer;
  private final boolean blocking;
  private volatile @Nullable Call call;
  private volatile @Nullable CompletableFuture<?> asking;
  private volatile boolean ended;

  Download(
      Call.Factory files,
      Transfer transfer,
      Attempts attempts,
      @Nullable AddressSource source,
      Timer timer,
      boolean blocking) {
    this.files = files;
    this.transfer = transfer;
    this.attempts = attempts;
    this.source = source;
    this.timer = timer;
    this.blocking = blocking;
  }

  CompletableFuture<Path> run() {
    return attempts
        .run(this::attempt)
        .exceptionallyCompose(this::withFreshAddress)
        .whenComplete((path, failure) -> transfer.close());
  }

  /** Ends whatever is under way, and begins nothing more. */
  void end(String why) {
    ended = true;
    transfer.end(why);
    attempts.cancel();
    Call current = call;
    if (current != null) {
      current.cancel();
    }
    CompletableFuture<?> question = asking;
    if (question != null) {
      question.cancel(true);
    }
  }

  private CompletableFuture<Path> withFreshAddress(Throwable thrown) {
    Throwable cause = Attempts.cause(thrown);
    if (ended && !(cause instanceof DownloadException)) {
      return CompletableFuture.failedFuture(transfer.failure(new IOException("Canceled")));
    }
    if (source == null || !transfer.isRefused() || ended) {
      return CompletableFuture.failedFuture(cause);
    }
    CompletableFuture<String> question = source.fresh(blocking);
    asking = question;
    if (ended) {
      question.cancel(true);
    }
    return question
        .exceptionallyCompose(
            failure -> CompletableFuture.failedFuture(transfer.notRenewed(Attempts.cause(failure))))
        .thenCompose(this::renewed);
  }

  private CompletableFuture<Path> renewed(String address) {
    try {
      transfer.renew(address);
    } catch (DownloadException e) {
      return CompletableFuture.failedFuture(e);
    }
    return attempts.run(this::attempt);
  }

  private CompletableFuture<Path> attempt() {
    // Without a range the second answer is the whole file, or a failure.
    return exchange()
        .thenCompose(saved -> saved ? CompletableFuture.completedFuture(true) : exchange())
        .thenApply(saved -> transfer.target)
        .whenComplete(
            (path, failure) -> {
              if (failure != null && transfer.gotFurther()) {
                attempts.renew();
              }
            });
  }

  private CompletableFuture<Boolean> exchange() {
    Call next;
    try {
      next = files.newCall(transfer.request());
    } catch (IOException e) {
      return CompletableFuture.failedFuture(transfer.failure(e));
    }
    call = next;
    if (ended) {
      next.cancel();
    }
    return blocking ? execute(next) : enqueue(next);
  }

  private CompletableFuture<Boolean> execute(Call call) {
    InterruptWatch watch = new InterruptWatch(timer, Thread.currentThread(), call);
    try (Response response = call.execute()) {
      return CompletableFuture.completedFuture(transfer.save(response));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(transfer.failure(e));
    } catch (Exception | Error e) {
      if (!(e instanceof InterruptedException)) {
        return CompletableFuture.failedFuture(e);
      }
      // OkHttp does not declare it, and lets it through while it waits for a connection.
      Thread.currentThread().interrupt();
      return CompletableFuture.failedFuture(transfer.failure(new IOException(e)));
    } finally {
      watch.close();
    }
  }

  private CompletableFuture<Boolean> enqueue(Call call) {
    CompletableFuture<Boolean> future = new CompletableFuture<>();
    call.enqueue(
        new Callback() {
          @Override
          public void onResponse(Call call, Response response) {
            try (response) {
              future.complete(transfer.save(response));
            } catch (IOException e) {
              future.completeExceptionally(transfer.failure(e));
            } catch (RuntimeException | Error e) {
              future.completeExceptionally(e);
            }
          }

          @Override
          public void onFailure(Call call, IOException e) {
            future.completeExceptionally(transfer.failure(e));
          }
        });
    return future;
  }
}
