package io.github.kling4j.task;

import java.util.concurrent.CompletableFuture;

/** Lets the cancellation of a future reach what it stands for. */
final class Cancellation {
  private Cancellation() {}

  static <T> CompletableFuture<T> reaching(CompletableFuture<T> future, Runnable cancel) {
    CompletableFuture<T> unused =
        future.whenComplete(
            (value, failure) -> {
              if (future.isCancelled()) {
                cancel.run();
              }
            });
    return future;
  }
}
