package io.github.kling4j.error;

import java.io.IOException;

/** Marks a failure before the first byte of a request's body was written. */
public final class RequestNotSentException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the mark.
   *
   * @param cause the failure
   */
  public RequestNotSentException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
