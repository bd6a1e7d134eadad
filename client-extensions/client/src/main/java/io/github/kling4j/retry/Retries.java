package io.github.kling4j.retry;

import io.github.kling4j.error.Operation;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does things again after failures that may pass, as one policy says. One for each client: all that
 * is done through it shares a budget. Safe for use by several threads.
 */
public final class Retries implements AutoCloseable {
  final RetryPolicy policy;
  final Budget budget;
  private final Timer timer;

  /** Null for the common pool, which is asked for when there is something to hand over. */
  private final @Nullable Executor callers;

  private final Map<Object, CompletableFuture<Boolean>> pauses = new ConcurrentHashMap<>();

  /**
   * Creates one.
   *
   * @param policy when something is done again
   * @param timer the time; closed together with this
   */
  public Retries(RetryPolicy policy, Timer timer) {
    this.policy = Objects.requireNonNull(policy, "policy");
    this.timer = Objects.requireNonNull(timer, "timer");
    this.callers = null;
    this.budget = new Budget(policy.budget);
  }

  /**
   * Creates one.
   *
   * @param policy when something is done again
   * @param timer the time; closed together with this
   * @param callers runs what callers hang on the futures that they get
   */
  public Retries(RetryPolicy policy, Timer timer, Executor callers) {
    this.policy = Objects.requireNonNull(policy, "policy");
    this.timer = Objects.requireNonNull(timer, "timer");
    this.callers = Objects.requireNonNull(callers, "callers");
    this.budget = new Budget(policy.budget);
  }

  /** A future that is given the pool itself begins a thread for each task where cores are few. */
  private static Executor commonPool() {
    return ForkJoinPool.getCommonPoolParallelism() > 0
        ? task -> ForkJoinPool.commonPool().execute(task)
        : new CompletableFuture<Void>().defaultExecutor();
  }

  /**
   * Returns the time by which pauses are measured.
   *
   * @return the timer
   */
  public Timer timer() {
    return timer;
  }

  /**
   * Begins to count the attempts at something.
   *
   * @param blocking whether pauses stand still, on the thread that does it
   * @param operation what is being done; asked for only when somebody is told
   * @return the attempts
   */
  public Attempts begin(boolean blocking, Supplier<Operation> operation) {
    return new Attempts(this, blocking, operation);
  }

  /**
   * Returns a future for a caller. What is hung on it runs on the common pool, so that it may stand
   * still: on a thread of the HTTP client it would hold up the very answers that it waits for.
   *
   * @param <T> what it yields
   * @param future what it is to yield; cancelled when the caller's is, or ends otherwise before
   * @return a new future
   */
  public <T> CompletableFuture<T> handOver(CompletableFuture<T> future) {
    CompletableFuture<T> given = new CompletableFuture<>();
    CompletableFuture<T> unused =
        future.whenCompleteAsync(
            (value, failure) -> {
              if (failure == null) {
                given.complete(value);
              } else {
                given.completeExceptionally(Attempts.cause(failure));
              }
            },
            callers == null ? commonPool() : callers);
    unused = given.whenComplete((value, failure) -> future.cancel(true));
    return given;
  }

  /** Returns a future that is true after a while, or false when this is closed before. */
  CompletableFuture<Boolean> pause(long nanos) {
    CompletableFuture<Boolean> pause = new CompletableFuture<>();
    // Before it is scheduled, so that closing finds whatever the timer has taken.
    Object key = new Object();
    pauses.put(key, pause);
    try {
      Runnable takeBack = timer.schedule(() -> pause.complete(true), nanos);
      CompletableFuture<Boolean> unused =
          pause.whenComplete(
              (over, failure) -> {
                pauses.remove(key);
                takeBack.run();
              });
    } catch (IllegalStateException | RejectedExecutionException e) {
      pauses.remove(key);
      pause.complete(false);
    }
    return pause;
  }

  /** Returns how many pauses are not over yet. */
  int pausing() {
    return pauses.size();
  }

  /** Ends all pauses; what was to be done after them fails with what it failed with before. */
  @Override
  public void close() {
    timer.close();
    pauses.values().forEach(pause -> pause.complete(false));
  }
}
