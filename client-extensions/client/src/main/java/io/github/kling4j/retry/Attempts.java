package io.github.kling4j.retry;

import io.github.kling4j.error.KlingApiException;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.Operation;
import io.github.kling4j.error.RateLimitedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The attempts at one thing. They follow each other, and need no lock. */
public final class Attempts {
  private static final double NONE = -1;

  private final Retries retries;
  private final boolean blocking;
  private final Supplier<Operation> operation;
  private long begun;
  private int number;
  private volatile @Nullable CompletableFuture<?> current;
  private volatile boolean cancelled;

  Attempts(Retries retries, boolean blocking, Supplier<Operation> operation) {
    this.retries = retries;
    this.blocking = blocking;
    this.operation = operation;
    this.begun = retries.timer().nanoTime();
  }

  /**
   * Does something until it succeeds, fails for good, or may not be done again.
   *
   * @param <T> what it yields
   * @param step begins it; a failure in its future that is a {@code KlingException} counts
   * @return a future with what it yields, or with its last failure; already complete if this stands
   *     still
   */
  public <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> step) {
    CompletableFuture<T> attempt = once(step);
    return hasSucceeded(attempt)
        ? attempt
        : attempt.exceptionallyCompose(
            thrown ->
                cause(thrown) instanceof KlingException failure && failure.isTransient()
                    ? again(failure, () -> run(step))
                    : CompletableFuture.failedFuture(cause(thrown)));
  }

  /**
   * Makes one attempt.
   *
   * @param <T> what it yields
   * @param step begins it
   * @return a future with what it yields
   */
  public <T> CompletableFuture<T> once(Supplier<CompletableFuture<T>> step) {
    number++;
    CompletableFuture<T> attempt = reachable(step.get());
    if (hasSucceeded(attempt)) {
      ended(null);
      return attempt;
    }
    return attempt.whenComplete((value, thrown) -> ended(thrown));
  }

  /**
   * Tells whether there is nothing to wait for: so it is where a call stands still.
   *
   * @param future a future
   * @return whether it has a value
   */
  public static boolean hasSucceeded(CompletableFuture<?> future) {
    return future.isDone() && !future.isCompletedExceptionally();
  }

  /**
   * Goes on after a failure, once the pause is over that the policy demands.
   *
   * @param <T> what it yields
   * @param failure the failure of the attempt before
   * @param next what is to be done then
   * @return a future with what it yields, or with the failure where nothing may be done again
   */
  public <T> CompletableFuture<T> again(
      KlingException failure, Supplier<CompletableFuture<T>> next) {
    double delay = delayAfter(failure);
    if (delay < 0 || cancelled) {
      return CompletableFuture.failedFuture(failure);
    }
    return pause((long) delay)
        .thenCompose(
            over -> over && !cancelled ? next.get() : CompletableFuture.failedFuture(failure));
  }

  /** Counts from this attempt on: what gets further by each one may take its time. */
  public void renew() {
    number = 1;
    begun = retries.timer().nanoTime();
  }

  /** Ends what is being done, and begins nothing more. */
  public void cancel() {
    cancelled = true;
    CompletableFuture<?> now = current;
    if (now != null) {
      now.cancel(true);
    }
  }

  /**
   * Returns what stands behind the wrappers of futures.
   *
   * @param thrown what a future failed with
   * @return the failure itself
   */
  public static Throwable cause(Throwable thrown) {
    Throwable cause = thrown.getCause();
    boolean wrapper = thrown instanceof CompletionException || thrown instanceof ExecutionException;
    return wrapper && cause != null ? cause(cause) : thrown;
  }

  private <T> CompletableFuture<T> reachable(CompletableFuture<T> future) {
    current = future;
    if (cancelled) {
      future.cancel(true);
    }
    return future;
  }

  private CompletableFuture<Boolean> pause(long nanos) {
    CompletableFuture<Boolean> pause = reachable(retries.pause(nanos));
    if (!blocking) {
      return pause;
    }
    try {
      return CompletableFuture.completedFuture(pause.get());
    } catch (InterruptedException e) {
      pause.cancel(true);
      Thread.currentThread().interrupt();
      return CompletableFuture.completedFuture(false);
    } catch (ExecutionException e) {
      return CompletableFuture.failedFuture(cause(e));
    }
  }

  private void ended(@Nullable Throwable thrown) {
    if (thrown == null) {
      retries.budget.giveBack();
    }
    Consumer<Attempt> listener = retries.policy.listener;
    if (listener == null) {
      return;
    }
    KlingException failure = thrown != null && cause(thrown) instanceof KlingException e ? e : null;
    if (thrown == null || failure != null) {
      try {
        listener.accept(new Attempt(operation.get(), number, Duration.ofNanos(elapsed()), failure));
      } catch (RuntimeException e) {
        // Whoever listens must not cost a task.
      }
    }
  }

  private long elapsed() {
    return retries.timer().nanoTime() - begun;
  }

  /** Returns nanoseconds, or less than zero where there is to be no further attempt. */
  private double delayAfter(KlingException failure) {
    RetryPolicy policy = retries.policy;
    if (number >= policy.maxAttempts) {
      return NONE;
    }
    double longest =
        Math.min(nanos(policy.maxDelay), nanos(policy.minDelay) * Math.pow(2, number - 1));
    double delay = longest * (1 - 0.5 * ThreadLocalRandom.current().nextDouble());
    Duration retryAfter = failure instanceof KlingApiException e ? e.retryAfter() : null;
    if (retryAfter != null) {
      delay = Math.max(delay, nanos(retryAfter));
    }
    if (elapsed() + delay > nanos(policy.deadline)) {
      return NONE;
    }
    boolean free = failure instanceof RateLimitedException;
    return free || retries.budget.take() ? delay : NONE;
  }

  private static double nanos(Duration duration) {
    return duration.getSeconds() * 1e9 + duration.getNano();
  }
}
