package io.github.kling4j;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okio.AsyncTimeout;

/**
 * Lets the thread that keeps the time-outs of sockets sleep while calls are under way. Okio has one
 * queue of them for the whole process, and wakes that thread whenever a new one is the first to
 * end: each read and each write of a call where nothing else waits, which is a sixth or more of
 * what a call costs. This puts one into the queue that ends before them and does nothing, so that
 * theirs come second. They end when they always did; a shorter one still comes first, and wakes the
 * thread.
 *
 * <p>It is put in with a call, and again whenever it ends, as long as there were calls in between.
 */
final class RestingWatchdog extends AsyncTimeout implements AutoCloseable {
  private volatile boolean needed;
  private boolean queued;
  private boolean closed;

  /** Creates one for time-outs that are longer than a period, after which it wakes the thread. */
  RestingWatchdog(Duration period) {
    timeout(period.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Says that a call begins. */
  void callBegins() {
    if (!needed) {
      queue();
    }
  }

  private synchronized void queue() {
    // The first call of some is no reason to come back: waits look every few seconds.
    needed = queued;
    if (!queued && !closed) {
      queued = true;
      enter();
    }
  }

  @Override
  protected synchronized void timedOut() {
    if (queued) {
      exit();
      queued = needed;
      needed = false;
      if (queued) {
        enter();
      }
    }
  }

  synchronized boolean isQueued() {
    return queued;
  }

  @Override
  public synchronized void close() {
    closed = true;
    needed = false;
    if (queued) {
      queued = false;
      exit();
    }
  }
}
