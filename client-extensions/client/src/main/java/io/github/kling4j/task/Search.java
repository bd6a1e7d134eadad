package io.github.kling4j.task;

import io.github.kling4j.error.KlingApiException;
import io.github.kling4j.error.NotFoundException;
import io.github.kling4j.error.Operation;
import io.github.kling4j.error.UncertainCreateException;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.retry.Attempts;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Looks for the task that a create may have made, by the id that it sent along. */
final class Search {
  /** The vendor's code for an id that it does not know, neither as its own nor as a caller's. */
  private static final String NO_SUCH_TASK = "1201";

  private final Calls calls;
  private final Supplier<Call<TaskAnswer>> call;
  private final Operation operation;
  private volatile @Nullable CompletableFuture<Task> look;
  private volatile boolean cancelled;

  Search(Calls calls, Supplier<Call<TaskAnswer>> call, String externalTaskId) {
    this.calls = calls;
    this.call = call;
    this.operation = new Operation("search for a created task", null, externalTaskId, List.of());
  }

  @Nullable String externalTaskId() {
    return operation.externalTaskId();
  }

  CompletableFuture<Task> run() {
    CompletableFuture<Task> current = calls.query(call, () -> operation);
    look = current;
    if (cancelled) {
      current.cancel(true);
    }
    return current;
  }

  /** Looks for it where nothing else is known. */
  CompletableFuture<Task> recover() {
    return run()
        .exceptionallyCompose(
            thrown -> {
              Throwable failure = Attempts.cause(thrown);
              return CompletableFuture.failedFuture(
                  failure instanceof NotFoundException notFound && !provesAbsence(failure)
                      ? new UncertainCreateException(externalTaskId(), notFound)
                      : failure);
            });
  }

  void cancel() {
    cancelled = true;
    CompletableFuture<Task> current = look;
    if (current != null) {
      current.cancel(true);
    }
  }

  /**
   * Tells whether a search that failed proves that there is no such task. A relay's own words prove
   * nothing: it may not know the ids of callers at all.
   */
  static boolean provesAbsence(Throwable failure) {
    return failure instanceof KlingApiException refusal && NO_SUCH_TASK.equals(refusal.codeText());
  }
}
