package io.github.kling4j.task;

import io.github.kling4j.error.KlingApiException;
import io.github.kling4j.model.Task;
import io.github.kling4j.retry.Attempts;
import io.github.kling4j.retry.Timer;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at tasks one by one: those first that are due the longest, evenly over the interval, and
 * never more than a few at once. Safe for use by several threads.
 */
final class SingleLooks {
  /** A timer is not exact; what it is late by is made up for. */
  private static final long LATENESS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final long SHORTEST_SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** What a server says of one task holds up the others no longer than this. */
  private static final long LONGEST_HOLD_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Timer timer;
  private final Waiter waiter;
  private final int atOnce;
  private final Set<Wait> urgent = new LinkedHashSet<>();
  private final Set<Wait> queue = new LinkedHashSet<>();
  private int crowd = 1;
  private double spreadNanos;
  private int underWay;
  private long last;
  private long heldUntil;
  private long wakeAt;
  private @Nullable Runnable wake;

  SingleLooks(Timer timer, Waiter waiter, int atOnce) {
    this.timer = timer;
    this.waiter = waiter;
    this.atOnce = atOnce;
    this.last = timer.nanoTime() - Long.MAX_VALUE / 2;
    this.heldUntil = last;
  }

  /**
   * Looks at a task when its turn comes.
   *
   * @param crowd how many tasks are looked at so; they share the interval
   */
  void add(Wait wait, int crowd) {
    synchronized (this) {
      this.crowd = Math.max(1, crowd);
      // One that can wait for long must not hold up the others.
      double own = wait.spreadNanos();
      spreadNanos = queue.isEmpty() ? own : Math.min(spreadNanos, own);
      queue.add(wait);
    }
    start(wait);
  }

  /** Looks at a task as soon as a look may begin. */
  void addFirst(Wait wait) {
    synchronized (this) {
      queue.remove(wait);
      urgent.add(wait);
    }
    start(wait);
  }

  synchronized void remove(Wait wait) {
    queue.remove(wait);
    urgent.remove(wait);
    if (queue.isEmpty() && urgent.isEmpty()) {
      sleepNoMore();
    }
  }

  private void start(Wait added) {
    if (added.future.isDone()) {
      remove(added);
    }
    start();
  }

  private void start() {
    for (Wait next = take(); next != null; next = take()) {
      Wait wait = next;
      CompletableFuture<?> look = wait.look().handle((seen, failure) -> ended(wait, seen, failure));
      if (!look.isDone()) {
        CompletableFuture<?> unused = look.thenRun(this::start);
      }
    }
  }

  private synchronized @Nullable Wait take() {
    Set<Wait> from = urgent.isEmpty() ? queue : urgent;
    if (from.isEmpty() || underWay >= atOnce || waiter.isClosed()) {
      return null;
    }
    Iterator<Wait> waits = from.iterator();
    Wait next = waits.next();
    long now = timer.nanoTime();
    long gap = (long) (spreadNanos / crowd);
    long ready = last + gap - now;
    long pause = Math.max(heldUntil - now, from == urgent ? 0 : ready);
    if (pause > 0) {
      sleep(now + Math.max(pause, SHORTEST_SLEEP_NANOS), now);
      return null;
    }
    waits.remove();
    underWay++;
    if (from == queue) {
      // As many as may be under way at once need no spreading.
      last = now + Math.max(ready, -Math.max((atOnce - 1) * gap, LATENESS_NANOS));
    }
    return next;
  }

  private void sleep(long until, long now) {
    if (wake != null && wakeAt - until <= 0 && wakeAt - now > 0) {
      return;
    }
    sleepNoMore();
    wakeAt = until;
    try {
      wake = timer.schedule(this::start, until - now);
    } catch (IllegalStateException | RejectedExecutionException e) {
      // The client was closed in between: its waits end, and nothing is left to be looked at.
      wake = null;
    }
  }

  private void sleepNoMore() {
    if (wake != null) {
      wake.run();
      wake = null;
    }
  }

  private @Nullable Void ended(Wait wait, @Nullable VideoTask seen, @Nullable Throwable failure) {
    Throwable cause = failure == null ? null : Attempts.cause(failure);
    synchronized (this) {
      underWay--;
      Duration retryAfter = cause instanceof KlingApiException e ? e.retryAfter() : null;
      if (retryAfter != null) {
        long hold = Math.min(Wait.nanos(retryAfter), LONGEST_HOLD_NANOS);
        heldUntil = Math.max(heldUntil, timer.nanoTime() + hold);
      }
    }
    if (seen != null) {
      Task task = seen.data();
      wait.seen(task);
      waiter.tell(task);
    } else if (cause != null) {
      wait.missed(cause);
    }
    return null;
  }
}
