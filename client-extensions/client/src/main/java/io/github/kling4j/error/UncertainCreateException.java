package io.github.kling4j.error;

/**
 * Thrown when a create got no clear answer and the server could not say whether it made a task. The
 * task, if there is one, has {@link #externalTaskId()}: ask for it before creating another.
 */
public final class UncertainCreateException extends KlingException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param externalTaskId the id under which the task can be found
   * @param cause what happened to the create
   */
  public UncertainCreateException(String externalTaskId, KlingException cause) {
    super(
        "It is not certain whether the create made a task, which would cost money. Before you create"
            + " another, ask for external_task_id "
            + externalTaskId
            + ", later again if it is not found. What happened: "
            + cause.getMessage(),
        cause,
        null,
        externalTaskId);
  }
}
