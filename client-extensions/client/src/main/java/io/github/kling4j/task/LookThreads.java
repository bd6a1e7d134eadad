package io.github.kling4j.task;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Daemons that look at tasks: they are begun when they are needed, and end when they are not. */
final class LookThreads implements Executor {
  private static final int IDLE_SECONDS = 10;

  private final int most;
  private @Nullable ThreadPoolExecutor threads;
  private boolean closed;

  LookThreads(int most) {
    this.most = most;
  }

  @Override
  public void execute(Runnable look) {
    threads().execute(look);
  }

  private synchronized ThreadPoolExecutor threads() {
    if (closed) {
      throw new RejectedExecutionException("The client is closed");
    }
    ThreadPoolExecutor current = threads;
    if (current == null) {
      current =
          new ThreadPoolExecutor(
              most,
              most,
              IDLE_SECONDS,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              runnable -> {
                Thread thread = new Thread(runnable, "kling4j-look");
                thread.setDaemon(true);
                return thread;
              });
      current.allowCoreThreadTimeOut(true);
      threads = current;
    }
    return current;
  }

  /** Begins no more looks; those that were begun go on. */
  synchronized void close() {
    closed = true;
    if (threads != null) {
      threads.shutdown();
    }
  }
}
