package io.github.kling4j.error;

import io.github.kling4j.model.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was being done when something went wrong; exceptions quote it.
 *
 * @param name the operation in words, such as {@code create} or {@code query}
 * @param taskId the server's id of the task, or null where none is known
 * @param externalTaskId the caller's id of the task, or null where there is none
 * @param violations the limits of the contract that the request breaks; empty where none is
 */
public record Operation(
    String name,
    @Nullable String taskId,
    @Nullable String externalTaskId,
    List<Violation> violations) {

  /** Copies the list. */
  public Operation {
    violations = List.copyOf(violations);
  }

  /**
   * Returns an operation on a task that exists.
   *
   * @param name the operation in words
   * @param taskId the server's id of the task, or null where it is about none
   * @return an operation without violations
   */
  public static Operation of(String name, @Nullable String taskId) {
    return new Operation(name, taskId, null, List.of());
  }

  String describe() {
    if (taskId != null) {
      return "The " + name + " of task " + taskId;
    }
    return "The " + name;
  }
}
