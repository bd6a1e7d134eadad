package io.github.kling4j.error;

import io.github.kling4j.model.Task;
import org.jspecify.annotations.Nullable;

/** Thrown by a wait when the task ended without a video. */
public final class TaskFailedException extends KlingException {
  private static final long serialVersionUID = 1L;
  private static final String MESSAGE =
      "Task %s failed: %s. The same task cannot be tried again; create another, with another prompt"
          + " if the reason is its content.";

  /** The task as it was last seen. */
  private final transient Task task;

  /** Why it failed, in the server's words. */
  private final String reason;

  /**
   * Creates an exception.
   *
   * @param task the task as it was last seen
   * @param taskId its id
   * @param externalTaskId the caller's id, or null where there is none
   * @param reason why it failed, in the server's words; empty where it gave none
   */
  public TaskFailedException(
      Task task, String taskId, @Nullable String externalTaskId, String reason) {
    super(
        MESSAGE.formatted(
            taskId,
            reason.isEmpty() ? "the server gives no reason" : PlainText.withoutQueries(reason)),
        null,
        taskId,
        externalTaskId);
    this.task = task;
    this.reason = PlainText.withoutQueries(reason);
  }

  /**
   * Returns the task as it was last seen.
   *
   * @return the task
   */
  public Task task() {
    return task;
  }

  /**
   * Returns why the task failed, in the server's words, without the queries of addresses.
   *
   * @return the reason, empty where the server gave none
   */
  public String reason() {
    return reason;
  }
}
