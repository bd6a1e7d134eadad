package io.github.kling4j.spec.drift;

/** A difference that no program should decide on; the message says what a person has to do. */
final class LeftToPersonException extends Exception {
  private static final long serialVersionUID = 1L;

  LeftToPersonException(String message) {
    super(message);
  }
}
