package io.github.kling4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a wait that was ended from this side: its thread was interrupted, or the client was
 * closed. The task goes on at the server.
 */
public final class WaitInterruptedException extends KlingException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param what what ended the wait
   * @param taskId the task's id
   * @param externalTaskId the caller's id, or null where there is none
   */
  public WaitInterruptedException(String what, String taskId, @Nullable String externalTaskId) {
    super(
        "The wait for task "
            + taskId
            + " ended because "
            + what
            + ". The task goes on at the server: wait again with textToVideo().task(\""
            + taskId
            + "\").await(...).",
        null,
        taskId,
        externalTaskId);
  }
}
