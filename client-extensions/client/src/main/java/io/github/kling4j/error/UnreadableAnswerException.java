package io.github.kling4j.error;

import java.io.IOException;

/** Thrown when an answer arrived with a successful HTTP status and could not be read. */
public final class UnreadableAnswerException extends KlingException {
  private static final long serialVersionUID = 1L;

  UnreadableAnswerException(Operation operation, String what, IOException cause) {
    super(
        operation.describe()
            + " got an answer that cannot be read: "
            + what
            + ". Check that the base URL is that of the API and that the server has this operation.",
        cause,
        operation.taskId(),
        operation.externalTaskId());
  }
}
