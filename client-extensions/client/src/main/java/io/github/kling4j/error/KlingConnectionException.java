package io.github.kling4j.error;

import java.io.IOException;

/** Thrown when no answer came: no connection, a broken one, or a time-out. */
public final class KlingConnectionException extends KlingException {
  private static final long serialVersionUID = 1L;
  private static final String NOT_SENT =
      "The request was not sent. Check the base URL and the network.";

  /** Whether any byte of the request may have reached the server. */
  private final boolean requestMayHaveArrived;

  KlingConnectionException(Operation operation, IOException cause, boolean requestMayHaveArrived) {
    super(
        "%s got no answer: %s. %s"
            .formatted(
                operation.describe(),
                ErrorMapper.reason(cause),
                requestMayHaveArrived ? "The request may have arrived." : NOT_SENT),
        cause,
        operation.taskId(),
        operation.externalTaskId());
    this.requestMayHaveArrived = requestMayHaveArrived;
  }

  /**
   * Tells whether the server may have seen the request.
   *
   * @return false only if it is certain that it was never sent
   */
  public boolean requestMayHaveArrived() {
    return requestMayHaveArrived;
  }

  @Override
  public boolean isTransient() {
    return true;
  }
}
