package io.github.kling4j.error;

/**
 * Thrown when the server has no such operation: it answers with a page of HTML, code 1202, or HTTP
 * 404 or 405. Many relays have no list, for instance. Sending again does not help.
 */
public final class UnsupportedByServerException extends KlingException {
  private static final long serialVersionUID = 1L;
  private static final String MESSAGE =
      "%s is not supported by this server: check the base URL, or do without it. Relays often lack"
          + " the list; a task is found by its id all the same. What the server answered: %s";

  /** What was being done, in words. */
  private final String operation;

  UnsupportedByServerException(Operation operation, KlingException cause) {
    super(
        MESSAGE.formatted(operation.describe(), cause.getMessage()),
        cause,
        operation.taskId(),
        operation.externalTaskId());
    this.operation = operation.name();
  }

  /**
   * Returns which operation it is that the server lacks.
   *
   * @return the operation in words, such as {@code list of tasks}
   */
  public String operation() {
    return operation;
  }
}
