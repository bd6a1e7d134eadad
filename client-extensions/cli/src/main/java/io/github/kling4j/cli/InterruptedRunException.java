package io.github.kling4j.cli;

/** Ends a run that was interrupted before its next step. */
final class InterruptedRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InterruptedRunException() {
    super("interrupted");
  }
}
