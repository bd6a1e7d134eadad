package io.github.kling4j.error;

import java.io.IOException;

/** Thrown when an answer arrived with a successful HTTP status and could not be read. */
public final class UnreadableAnswerException extends KlingException {
  private static final long serialVersionUID = 1L;
  private static final String HINT =
      "Check that the base URL is that of the API and that the server has this operation.";

  UnreadableAnswerException(Operation operation, String what, IOException cause) {
    super(
        "%s got an answer that cannot be read: %s. %s".formatted(operation.describe(), what, HINT),
        cause,
        operation.taskId(),
        operation.externalTaskId());
  }

  @Override
  public boolean isTransient() {
    return true;
  }
}
