package io.github.kling4j.retry;

/** Time, and what is to happen later. Safe for use by several threads. */
public interface Timer extends AutoCloseable {
  /**
   * Returns real time, on one daemon thread that is begun with the first action and ends when there
   * has been none for a while.
   *
   * @return a new timer
   */
  static Timer system() {
    return new SystemTimer();
  }

  /**
   * Returns how far time has gone on.
   *
   * @return nanoseconds from some fixed moment on
   */
  long nanoTime();

  /**
   * Runs something once, later.
   *
   * @param action what to run; it should be quick
   * @param delayNanos when, in nanoseconds from now
   * @return what takes it back
   * @throws IllegalStateException when the timer is closed
   */
  Runnable schedule(Runnable action, long delayNanos);

  /** Forgets all that was to happen. */
  @Override
  void close();
}
