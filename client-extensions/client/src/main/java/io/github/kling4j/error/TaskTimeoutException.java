package io.github.kling4j.error;

import io.github.kling4j.model.Task;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Thrown by a wait whose deadline passed. The task goes on at the server. */
public final class TaskTimeoutException extends KlingException {
  private static final long serialVersionUID = 1L;

  /** The task as it was last seen, or null where it never was. */
  private final transient @Nullable Task task;

  /**
   * Creates an exception.
   *
   * @param task the task as it was last seen, or null where no look at it succeeded
   * @param taskId its id
   * @param externalTaskId the caller's id, or null where there is none
   * @param status the last status word
   * @param waited how long the wait was allowed to take
   * @param lastFailure the failure of the last look, or null where it succeeded
   */
  public TaskTimeoutException(
      @Nullable Task task,
      String taskId,
      @Nullable String externalTaskId,
      String status,
      Duration waited,
      @Nullable Throwable lastFailure) {
    super(
        "Task "
            + taskId
            + " was not finished after "
            + waited
            + "; its last status was "
            + status
            + (lastFailure == null ? "" : ", and the last look failed: " + lastFailure.getMessage())
            + ". It goes on at the server: wait again with textToVideo().task(\""
            + taskId
            + "\").await(...).",
        lastFailure,
        taskId,
        externalTaskId);
    this.task = task;
  }

  /**
   * Returns the task as it was last seen.
   *
   * @return the task, or null where no look at it succeeded
   */
  public @Nullable Task task() {
    return task;
  }
}
