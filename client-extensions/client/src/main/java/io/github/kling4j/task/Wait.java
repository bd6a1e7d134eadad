package io.github.kling4j.task;

import io.github.kling4j.error.KlingApiException;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.TaskFailedException;
import io.github.kling4j.error.TaskTimeoutException;
import io.github.kling4j.error.WaitInterruptedException;
import io.github.kling4j.model.Task;
import io.github.kling4j.retry.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One wait for one task, from its beginning to its end. It knows when its task is to be looked at
 * next; the {@link Waiter} decides how. Safe for use by several threads.
 */
final class Wait {
  /** Whoever says that a task has changed is heard no more often than this. */
  private static final long SHORTEST_HURRY_NANOS = 1_000_000_000;

  final CompletableFuture<VideoTask> future = new CompletableFuture<>();
  private final Waiter waiter;
  private final Timer timer;
  private final WaitPolicy policy;
  private final long begun;
  private final long deadline;
  private int looks;
  private boolean looking;
  private boolean hurried;
  private long lastLook;
  private volatile long due;
  private volatile long delay;
  private volatile double intervalNanos;
  private volatile VideoTask task;
  private volatile @Nullable KlingException lastFailure;
  private volatile @Nullable Runnable alarm;
  private volatile @Nullable CompletableFuture<VideoTask> look;

  Wait(Waiter waiter, Timer timer, VideoTask task, WaitPolicy policy) {
    this.waiter = waiter;
    this.timer = timer;
    this.task = task;
    this.policy = policy;
    this.begun = timer.nanoTime();
    this.deadline = begun + nanos(policy.deadline);
    this.lastLook = begun - SHORTEST_HURRY_NANOS;
    this.intervalNanos = (double) nanos(policy.minInterval);
  }

  void begin() {
    if (task.isTerminal()) {
      end();
      return;
    }
    schedule(nanos(policy.firstDelay));
  }

  @Nullable String externalTaskId() {
    return task.externalTaskId();
  }

  /** Returns for how many nanoseconds the next look has been due; less than zero before it is. */
  long overdue() {
    return timer.nanoTime() - due;
  }

  /** Returns over how much time the looks of many waits like this one are spread. */
  double spreadNanos() {
    long pause =
        delay == 0 ? nanos(policy.minInterval) : Math.min(delay, nanos(policy.maxInterval));
    return pause * (1 - Math.min(policy.jitter, 0.5));
  }

  /** Tells whether an answer that comes now saves the next look. */
  boolean isSoonDue() {
    return -overdue() <= delay / 2;
  }

  /** Makes the next look be due, whoever carries it out. */
  synchronized void becomeDue() {
    if (overdue() < 0) {
      due = timer.nanoTime();
    }
    wakeAfter(deadline - timer.nanoTime());
  }

  /** Looks at the task alone. */
  CompletableFuture<VideoTask> look() {
    synchronized (this) {
      looking = true;
    }
    CompletableFuture<VideoTask> current = task.lookOnce();
    look = current;
    clearIfDone();
    return current;
  }

  /** Takes in what a look has found. */
  synchronized void seen(Task told) {
    if (future.isDone()) {
      return;
    }
    lastFailure = null;
    tell(told);
    if (!future.isDone()) {
      goOn();
    }
  }

  /** Takes in that a look has failed. */
  synchronized void missed(Throwable failure) {
    if (future.isDone()) {
      return;
    }
    if (failure instanceof KlingException e && e.isTransient()) {
      lastFailure = e;
      goOn();
    } else {
      future.completeExceptionally(failure);
    }
  }

  /** Takes in what somebody else says of the task. What cannot be believed makes it look. */
  synchronized void delivered(Task told, boolean trusted) {
    if (future.isDone()) {
      return;
    }
    VideoTask said = task.with(told);
    boolean usable = !said.succeeded() || !said.videos().isEmpty();
    if (trusted && usable && !isOlder(said)) {
      tell(told);
    } else {
      hurry();
    }
  }

  private void goOn() {
    lastLook = timer.nanoTime();
    look = null;
    looking = false;
    schedule(nextDelay());
    if (hurried) {
      hurried = false;
      hurry();
    }
  }

  private void tell(Task told) {
    VideoTask seen = task.with(told);
    // The end that a look finds is the truth, whatever its time says.
    if (seen.isTerminal() || !isOlder(seen)) {
      task = seen;
    }
    looks++;
    try {
      if (policy.listener != null) {
        policy.listener.accept(
            new WaitProgress(task, Duration.ofNanos(timer.nanoTime() - begun), looks));
      }
    } catch (RuntimeException | Error e) {
      future.completeExceptionally(e);
    }
    if (task.isTerminal()) {
      end();
    }
  }

  private boolean isOlder(VideoTask other) {
    Instant known = task.updatedAt();
    Instant told = other.updatedAt();
    return known != null && told != null && told.isBefore(known);
  }

  private void hurry() {
    if (looking) {
      // What is under way may have been too early.
      hurried = true;
      return;
    }
    intervalNanos = (double) nanos(policy.minInterval);
    long pause = lastLook + SHORTEST_HURRY_NANOS - timer.nanoTime();
    if (pause <= 0) {
      becomeDue();
      waiter.hurry(this);
    } else if (pause < -overdue()) {
      schedule(pause);
    }
  }

  private void schedule(long nanos) {
    delay = nanos;
    long now = timer.nanoTime();
    due = now + nanos;
    wakeAfter(Math.min(nanos, deadline - now));
  }

  private void wakeAfter(long nanos) {
    takeBack(alarm);
    try {
      alarm = timer.schedule(this::wake, nanos);
    } catch (IllegalStateException | RejectedExecutionException e) {
      // The client was closed in between, and its timer takes no more.
      interrupt();
    }
    clearIfDone();
  }

  private void wake() {
    if (timer.nanoTime() - deadline >= 0) {
      expire();
    } else {
      becomeDue();
      waiter.due(this);
    }
  }

  private long nextDelay() {
    double delay = intervalNanos * (1 - policy.jitter * ThreadLocalRandom.current().nextDouble());
    intervalNanos = Math.min(intervalNanos * policy.growth, (double) nanos(policy.maxInterval));
    Duration retryAfter = lastFailure instanceof KlingApiException e ? e.retryAfter() : null;
    return retryAfter == null ? (long) delay : Math.max((long) delay, nanos(retryAfter));
  }

  private void end() {
    if (task.succeeded()) {
      future.complete(task);
    } else {
      future.completeExceptionally(
          new TaskFailedException(
              task.data(), task.id(), task.externalTaskId(), task.failureReason()));
    }
  }

  private void expire() {
    future.completeExceptionally(
        new TaskTimeoutException(
            task.dataOrNull(),
            task.id(),
            task.externalTaskId(),
            task.status().value(),
            policy.deadline,
            lastFailure));
  }

  /** Ends the wait because the client was closed. */
  void interrupt() {
    future.completeExceptionally(
        new WaitInterruptedException("the client was closed", task.id(), task.externalTaskId()));
  }

  /** For an end that came while something was being begun. */
  private void clearIfDone() {
    if (future.isDone()) {
      clear();
    }
  }

  /** Leaves nothing behind, however the wait ended. */
  void clear() {
    takeBack(alarm);
    CompletableFuture<VideoTask> current = look;
    if (current != null) {
      current.cancel(true);
    }
  }

  private static void takeBack(@Nullable Runnable scheduled) {
    if (scheduled != null) {
      scheduled.run();
    }
  }

  /** A duration may be longer than a timer can count: then it is for ever. */
  static long nanos(Duration duration) {
    try {
      return Math.min(duration.toNanos(), Long.MAX_VALUE / 4);
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE / 4;
    }
  }
}
