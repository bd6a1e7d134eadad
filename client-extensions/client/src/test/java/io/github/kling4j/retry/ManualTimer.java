package io.github.kling4j.retry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Time that goes on only when it is told to, on the thread that tells it. */
public final class ManualTimer implements Timer {
  private final NavigableSet<Entry> entries =
      new TreeSet<>(
          Comparator.<Entry>comparingLong(entry -> entry.time)
              .thenComparingLong(entry -> entry.number));
  private final List<Duration> delays = new ArrayList<>();
  private long now = 1_000_000_000L;
  private boolean closed;

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized Runnable schedule(Runnable action, long delayNanos) {
    if (closed) {
      throw new IllegalStateException("The timer is closed");
    }
    Entry entry = new Entry(action, now + delayNanos, delays.size());
    entries.add(entry);
    delays.add(Duration.ofNanos(delayNanos));
    notifyAll();
    return () -> remove(entry);
  }

  @Override
  public synchronized void close() {
    closed = true;
    entries.clear();
  }

  /** Does what is due until then, in its order. */
  public void advance(Duration step) {
    long end = nanoTime() + step.toNanos();
    for (Entry next = takeDueBy(end); next != null; next = takeDueBy(end)) {
      next.action.run();
    }
    synchronized (this) {
      now = end;
    }
  }

  /** Does the next thing that is to happen, and returns how long that took. */
  public Duration advanceToNext() {
    long before = nanoTime();
    Duration step;
    synchronized (this) {
      step = Duration.ofNanos(entries.first().time - before);
    }
    advance(step);
    return step;
  }

  /** Returns all delays that were ever asked for. */
  public synchronized List<Duration> delays() {
    return List.copyOf(delays);
  }

  public synchronized int pending() {
    return entries.size();
  }

  /** Stands still until another thread has scheduled so much. */
  public synchronized void awaitPending(int count) throws InterruptedException {
    while (entries.size() < count) {
      wait();
    }
  }

  /** Stands still until another thread has scheduled something that is so far away. */
  public synchronized void awaitPending(Duration atLeast) throws InterruptedException {
    while (entries.stream().noneMatch(entry -> entry.time - now >= atLeast.toNanos())) {
      wait();
    }
  }

  private synchronized Entry takeDueBy(long end) {
    Entry next = entries.isEmpty() ? null : entries.first();
    if (next == null || next.time > end) {
      return null;
    }
    entries.remove(next);
    now = Math.max(now, next.time);
    return next;
  }

  private synchronized void remove(Entry entry) {
    entries.remove(entry);
  }

  /** Not a record: each entry equals itself only. */
  private static final class Entry {
    final Runnable action;
    final long time;
    final long number;

    Entry(Runnable action, long time, long number) {
      this.action = action;
      this.time = time;
      this.number = number;
    }
  }
}
