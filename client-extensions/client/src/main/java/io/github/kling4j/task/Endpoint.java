package io.github.kling4j.task;

import io.github.kling4j.error.Operation;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.model.TaskListAnswer;
import io.github.kling4j.model.Violation;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * What differs from one endpoint to the next: its requests and its calls. All that can be done with
 * tasks stands in {@link TaskOperations}.
 *
 * @param <B> the builder of the endpoint's request
 * @param <R> the endpoint's request
 */
abstract class Endpoint<B, R> {
  private final TaskEngine engine;

  Endpoint(TaskEngine engine) {
    this.engine = Objects.requireNonNull(engine, "engine");
  }

  abstract B builder();

  abstract B builder(R request);

  /** Fills in what the caller left out, the given external id included, and builds. */
  abstract R complete(B builder, String externalTaskId);

  /** Returns the id as it is sent, or null where none is. */
  abstract @Nullable String externalTaskId(R request);

  abstract List<Violation> violations(R request);

  /** Returns what no server takes, in words, or null. */
  abstract @Nullable String complaint(R request);

  abstract Call<TaskAnswer> createCall(R request);

  abstract Call<TaskAnswer> getCall(String id);

  abstract Call<TaskListAnswer> listCall(int pageNum, int pageSize);

  TaskEngine engine() {
    return engine;
  }

  /** Returns the request as it is sent, or throws what speaks against it. */
  R request(B builder) {
    engine.checkOpen();
    R request;
    try {
      request = complete(builder, "kling4j-".concat(UUID.randomUUID().toString()));
    } catch (IllegalStateException e) {
      throw engine.errors.notSent(Operation.of("create", null), String.valueOf(e.getMessage()));
    }
    boolean refused = engine.strict && !violations(request).isEmpty();
    String complaint = refused ? "the client is strict" : complaint(request);
    if (complaint != null) {
      throw engine.errors.notSent(
          refused ? creation(request) : Operation.of("create", null), complaint);
    }
    return request;
  }

  /** Names a create for those who tell of it. */
  Operation creation(R request) {
    return new Operation("create", null, externalTaskId(request), violations(request));
  }

  /** Names a query for those who tell of it. */
  static Operation query(VideoTask task) {
    return new Operation("query", task.id(), task.externalTaskId(), List.of());
  }

  /** Returns an id as it is asked for, or throws: nothing is found under a blank one. */
  static String known(String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("The task id is blank: give the id that create returned");
    }
    return id.strip();
  }
}
