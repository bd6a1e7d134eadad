package io.github.kling4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of what this client throws once a call is under way. It is unchecked, and it names the
 * task that it is about wherever one is known, so that nothing that was paid for is lost.
 */
public class KlingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The server's id of the task. */
  private final @Nullable String taskId;

  /** The caller's id of the task. */
  private final @Nullable String externalTaskId;

  /**
   * Creates an exception.
   *
   * @param message what happened and what to do
   * @param cause what led to it, or null
   * @param taskId the server's id of the task, or null where none is known
   * @param externalTaskId the {@code external_task_id} of the request, or null where there is none
   */
  public KlingException(
      String message,
      @Nullable Throwable cause,
      @Nullable String taskId,
      @Nullable String externalTaskId) {
    super(message, cause);
    this.taskId = taskId;
    this.externalTaskId = externalTaskId;
  }

  /**
   * Returns the server's id of the task that this is about.
   *
   * @return the id, or null where none is known
   */
  public @Nullable String taskId() {
    return taskId;
  }

  /**
   * Returns the {@code external_task_id} under which the task was, or may have been, created.
   *
   * @return the id, or null where there is none
   */
  public @Nullable String externalTaskId() {
    return externalTaskId;
  }

  /**
   * Tells whether a query, a list or a download that failed so may succeed when it is made again
   * later. For a create it says nothing of whether a task was made.
   *
   * @return true for failures of the network or the server, for answers that cannot be read, and
   *     for rate limits; false for all else, which stays as it is until somebody does something
   */
  public boolean isTransient() {
    return false;
  }
}
