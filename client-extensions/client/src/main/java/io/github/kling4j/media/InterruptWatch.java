package io.github.kling4j.media;

import io.github.kling4j.retry.Timer;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import okhttp3.Call;

/** Ends a call whose thread was interrupted: reading from a socket, it would not notice. */
final class InterruptWatch {
  static final Duration INTERVAL = Duration.ofMillis(100);

  private final Timer timer;
  private final Thread thread;
  private final Call call;
  private Runnable takeBack = () -> {};
  private boolean closed;

  InterruptWatch(Timer timer, Thread thread, Call call) {
    this.timer = timer;
    this.thread = thread;
    this.call = call;
    look();
  }

  private synchronized void look() {
    if (closed) {
      return;
    }
    if (thread.isInterrupted()) {
      call.cancel();
      return;
    }
    try {
      takeBack = timer.schedule(this::look, INTERVAL.toNanos());
    } catch (IllegalStateException | RejectedExecutionException e) {
      // The client is being closed, which ends the call itself.
    }
  }

  synchronized void close() {
    closed = true;
    takeBack.run();
  }
}
