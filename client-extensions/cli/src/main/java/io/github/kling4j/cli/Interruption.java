package io.github.kling4j.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is done and said when the process is told to end by Ctrl-C or a plain kill, so that a task
 * that was paid for is not lost.
 */
final class Interruption {
  /** How long a create that is on its way may take to tell the task's id. */
  private static final long PATIENCE_SECONDS = 3;

  private final CountDownLatch end = new CountDownLatch(1);
  private volatile @Nullable Thread interruptible;
  private volatile String howToGoOn = "";
  private volatile boolean requested;

  /** What comes now should not be broken off; if it takes too long, this is how to go on. */
  void holdOff(String howToGoOn) {
    interruptible = null;
    this.howToGoOn = howToGoOn;
  }

  /**
   * What comes now on this thread can be broken off; this is how to go on.
   *
   * @throws InterruptedRunException when the process is ending already
   */
  void allow(String howToGoOn) {
    this.howToGoOn = howToGoOn;
    interruptible = Thread.currentThread();
    if (requested) {
      throw new InterruptedRunException();
    }
  }

  /** There is nothing to go on with. */
  void forget() {
    interruptible = null;
    howToGoOn = "";
  }

  /** The run has ended by itself. */
  void end() {
    end.countDown();
  }

  boolean requested() {
    return requested;
  }

  /** Returns how to go on, or an empty text where there is nothing to go on with. */
  String howToGoOn() {
    return howToGoOn;
  }

  /** Ends the run and says how to go on; for a shutdown hook. Does nothing after {@link #end}. */
  void run(PrintStream err) {
    if (end.getCount() == 0) {
      return;
    }
    requested = true;
    Thread thread = interruptible;
    if (thread != null) {
      thread.interrupt();
    }
    try {
      boolean unused = end.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!howToGoOn.isEmpty()) {
      err.println("Interrupted. " + howToGoOn);
    }
    err.flush();
  }
}
