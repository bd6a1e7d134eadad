package io.github.kling4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a wait that was ended from this side: its thread was interrupted, or the client was
 * closed. The task goes on at the server.
 */
public final class WaitInterruptedException extends KlingException {
  private static final long serialVersionUID = 1L;
  private static final String MESSAGE =
      "The wait for task %s ended because %s. The task goes on at the server: wait again with"
          + " textToVideo().task(\"%s\").await(...).";

  /**
   * Creates an exception.
   *
   * @param what what ended the wait
   * @param taskId the task's id
   * @param externalTaskId the caller's id, or null where there is none
   */
  public WaitInterruptedException(String what, String taskId, @Nullable String externalTaskId) {
    super(MESSAGE.formatted(taskId, what, taskId), null, taskId, externalTaskId);
  }
}
