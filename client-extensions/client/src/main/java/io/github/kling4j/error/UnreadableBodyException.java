package io.github.kling4j.error;

import java.io.IOException;

/** Marks an answer that arrived and is not what the contract says, such as an HTML page. */
public final class UnreadableBodyException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the mark.
   *
   * @param message what came instead of JSON, with its beginning
   * @param cause what the parser said, or null
   */
  public UnreadableBodyException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Creates the mark.
   *
   * @param message what came instead of JSON, with its beginning
   */
  public UnreadableBodyException(String message) {
    super(message);
  }
}
