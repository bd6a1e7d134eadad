package io.github.kling4j.task;

import io.github.kling4j.error.KlingApiException;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.TaskFailedException;
import io.github.kling4j.error.TaskTimeoutException;
import io.github.kling4j.error.WaitInterruptedException;
import io.github.kling4j.model.Task;
import io.github.kling4j.retry.Attempts;
import io.github.kling4j.retry.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Looks at tasks until they have ended. All waits share one timer; no thread stands still for one.
 */
final class Waiter implements AutoCloseable {
  private final Timer timer;
  private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Waiter(Timer timer) {
    this.timer = timer;
  }

  CompletableFuture<VideoTask> wait(VideoTask task, WaitPolicy policy) {
    Wait wait = new Wait(task, policy);
    waits.add(wait);
    CompletableFuture<VideoTask> unused =
        wait.future.whenComplete((ended, failure) -> wait.clear());
    if (closed) {
      wait.interrupt();
    } else {
      try {
        wait.begin();
      } catch (IllegalStateException | RejectedExecutionException e) {
        // The client was closed in between, and its timer takes no more.
        wait.interrupt();
      }
    }
    return wait.future;
  }

  boolean deliver(Task told, boolean trusted) {
    boolean awaited = false;
    for (Wait wait : waits) {
      if (wait.task.id().equals(Answers.id(told))) {
        awaited = true;
        if (!trusted) {
          wait.look();
        } else if (!isOlder(told, wait.task)) {
          wait.seen(wait.task.with(told), null);
        }
      }
    }
    return awaited;
  }

  private static boolean isOlder(Task told, VideoTask seen) {
    Instant then = TaskFacts.updatedAt(told);
    Instant now = seen.updatedAt();
    return then != null && now != null && then.isBefore(now);
  }

  @Override
  public void close() {
    closed = true;
    waits.forEach(Wait::interrupt);
  }

  /** A duration may be longer than a timer can count: then it is for ever. */
  private static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE / 2;
    }
  }

  private final class Wait {
    final CompletableFuture<VideoTask> future = new CompletableFuture<>();
    private final WaitPolicy policy;
    private final long begun = timer.nanoTime();
    private double intervalNanos;
    private int looks;
    private volatile VideoTask task;
    private volatile @Nullable Throwable lastFailure;
    private volatile @Nullable Runnable nextLook;
    private volatile @Nullable Runnable alarm;
    private volatile @Nullable CompletableFuture<?> look;

    Wait(VideoTask task, WaitPolicy policy) {
      this.task = task;
      this.policy = policy;
      this.intervalNanos = (double) nanos(policy.minInterval);
    }

    void begin() {
      if (task.isTerminal()) {
        end();
        return;
      }
      alarm = timer.schedule(this::expire, nanos(policy.deadline));
      nextLook = timer.schedule(this::look, nanos(policy.firstDelay));
      clearIfDone();
    }

    /** For an end that came while something was being scheduled. */
    private void clearIfDone() {
      if (future.isDone()) {
        clear();
      }
    }

    private void look() {
      if (future.isDone()) {
        return;
      }
      CompletableFuture<VideoTask> current = task.lookOnce();
      look = current;
      CompletableFuture<VideoTask> unused = current.whenComplete(this::seen);
      clearIfDone();
    }

    private void seen(@Nullable VideoTask seen, @Nullable Throwable failure) {
      try {
        if (seen != null) {
          task = seen;
          lastFailure = null;
          looks++;
          policy.listener.accept(
              new WaitProgress(seen, Duration.ofNanos(timer.nanoTime() - begun), looks));
        } else {
          Throwable cause = failure == null ? null : Attempts.cause(failure);
          lastFailure = cause;
          if (cause != null && !(cause instanceof KlingException e && e.isTransient())) {
            future.completeExceptionally(cause);
            return;
          }
        }
        if (task.isTerminal()) {
          end();
        } else if (!future.isDone()) {
          nextLook = timer.schedule(this::look, nextDelay());
          clearIfDone();
        }
      } catch (RuntimeException | Error e) {
        future.completeExceptionally(e);
      }
    }

    private long nextDelay() {
      double delay = intervalNanos * (1 - 0.2 * ThreadLocalRandom.current().nextDouble());
      intervalNanos = Math.min(intervalNanos * 1.5, (double) nanos(policy.maxInterval));
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

    void interrupt() {
      future.completeExceptionally(
          new WaitInterruptedException("the client was closed", task.id(), task.externalTaskId()));
    }

    /** Leaves nothing behind, however the wait ended. */
    void clear() {
      waits.remove(this);
      Runnable timeout = alarm;
      if (timeout != null) {
        timeout.run();
      }
      Runnable next = nextLook;
      if (next != null) {
        next.run();
      }
      CompletableFuture<?> current = look;
      if (current != null) {
        current.cancel(true);
      }
    }
  }
}
