package io.github.kling4j.task;

/** Time, and what is to happen later; tests have one of their own. */
interface Timer extends AutoCloseable {
  /** Returns nanoseconds from some fixed moment on. */
  long nanoTime();

  /** Runs something once, after a delay in nanoseconds; the result takes it back. */
  Runnable schedule(Runnable action, long delayNanos);

  @Override
  void close();
}
