package io.github.kling4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a create got no clear answer and the server could not say whether it made a task,
 * which would be paid for. The cause tells what happened to the create.
 *
 * <p>The task, if there is one, has {@link #externalTaskId()}: before you create another, ask for
 * it with {@code textToVideo().recover(id)}, later again if it is not found. Where that is null, no
 * id was sent ({@code Gateway.withoutExternalTaskId()}): look for the task in the list, or at the
 * relay.
 */
public final class UncertainCreateException extends KlingException {
  private static final long serialVersionUID = 1L;
  private static final String MESSAGE =
      "It is not certain whether the create made a task, which would cost money. Before you create"
          + " another, %s. What happened: %s";
  private static final String BY_ID =
      "ask for it with recover(\"%s\"), later again if it is not found";
  private static final String BY_HAND =
      "look for it in the list of tasks or at the relay: no external_task_id was sent";

  /**
   * Creates an exception.
   *
   * @param externalTaskId the id under which the task can be found, or null where none was sent
   * @param cause what happened to the create
   */
  public UncertainCreateException(@Nullable String externalTaskId, KlingException cause) {
    super(
        MESSAGE.formatted(
            externalTaskId == null ? BY_HAND : BY_ID.formatted(externalTaskId), cause.getMessage()),
        cause,
        null,
        externalTaskId);
  }
}
