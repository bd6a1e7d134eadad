package io.github.kling4j.retry;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Real time, on one daemon thread that is begun with the first wait and ends when there has been
 * none for a while.
 */
final class SystemTimer implements Timer {
  private static final long IDLE_SECONDS = 10;

  private @Nullable ScheduledThreadPoolExecutor executor;
  private boolean closed;

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Runnable schedule(Runnable action, long delayNanos) {
    Future<?> future = executor().schedule(action, delayNanos, TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  private synchronized ScheduledThreadPoolExecutor executor() {
    if (closed) {
      throw new IllegalStateException("The client is closed");
    }
    ScheduledThreadPoolExecutor current = executor;
    if (current == null) {
      current =
          new ScheduledThreadPoolExecutor(
              1,
              runnable -> {
                Thread thread = new Thread(runnable, "kling4j-timer");
                thread.setDaemon(true);
                return thread;
              });
      current.setRemoveOnCancelPolicy(true);
      current.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
      current.allowCoreThreadTimeOut(true);
      executor = current;
    }
    return current;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (executor != null) {
      executor.shutdownNow();
    }
  }
}
