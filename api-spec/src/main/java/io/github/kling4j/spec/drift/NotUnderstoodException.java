package io.github.kling4j.spec.drift;

/** A page that can't be read; the message says at which part of it, and why. */
final class NotUnderstoodException extends Exception {
  private static final long serialVersionUID = 1L;

  NotUnderstoodException(String message) {
    super(message);
  }
}
