package io.github.kling4j.task;

import io.github.kling4j.error.ErrorMapper;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.Operation;
import io.github.kling4j.error.UnreadableBodyException;
import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.model.TaskListAnswer;
import io.github.kling4j.retry.Attempts;
import io.github.kling4j.retry.Retries;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * Carries calls out and turns what comes back into tasks, or into exceptions. One kind stands still
 * on the caller's thread, and its futures are complete when they are returned; the others do not.
 * Operations are asked for only when there is something to tell of them.
 */
final class Calls {
  private final ErrorMapper errors;
  private final Retries retries;
  private final boolean blocking;
  private final @Nullable Executor threads;

  private Calls(ErrorMapper errors, Retries retries, boolean blocking, @Nullable Executor threads) {
    this.errors = errors;
    this.retries = retries;
    this.blocking = blocking;
    this.threads = threads;
  }

  Calls(ErrorMapper errors, Retries retries) {
    this(errors, retries, true, null);
  }

  /** Returns the kind that does not stand still: the HTTP client has threads for its calls. */
  Calls async() {
    return new Calls(errors, retries, false, null);
  }

  /** Returns the kind that does not stand still either, and makes its calls on these threads. */
  Calls on(Executor threads) {
    return new Calls(errors, retries, false, threads);
  }

  /** Returns what a future of the blocking kind holds. */
  static <T> T result(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw Attempts.cause(e) instanceof RuntimeException failure ? failure : e;
    }
  }

  Attempts attempts(Supplier<Operation> operation) {
    return retries.begin(blocking, operation);
  }

  /** Asks for a task, and again after failures that may pass. */
  CompletableFuture<Task> query(Supplier<Call<TaskAnswer>> call, Supplier<Operation> operation) {
    Attempts attempts = attempts(operation);
    CompletableFuture<Task> query = attempts.run(() -> task(call, operation));
    return blocking ? query : Cancellation.reaching(query, attempts::cancel);
  }

  /** Asks for a page of tasks, and again after failures that may pass. */
  CompletableFuture<List<Task>> page(Supplier<Call<TaskListAnswer>> call, Operation operation) {
    return attempts(() -> operation).run(() -> pageOnce(call, operation));
  }

  /** Asks for a page of tasks once. */
  CompletableFuture<List<Task>> pageOnce(Supplier<Call<TaskListAnswer>> call, Operation operation) {
    CompletableFuture<List<Task>> page =
        carry(call, () -> operation, response -> tasks(response, operation));
    return Cancellation.reaching(
        page.exceptionallyCompose(
            thrown -> CompletableFuture.failedFuture(supported(operation, thrown))),
        () -> page.cancel(true));
  }

  /** Many relays have no list. */
  private static Throwable supported(Operation operation, Throwable thrown) {
    return Attempts.cause(thrown) instanceof KlingException failure
        ? ErrorMapper.asUnsupported(operation, failure)
        : thrown;
  }

  /** Makes a call once. */
  CompletableFuture<Task> task(Supplier<Call<TaskAnswer>> call, Supplier<Operation> operation) {
    return carry(call, operation, response -> task(response, operation));
  }

  private <A, T> CompletableFuture<T> carry(
      Supplier<Call<A>> calls, Supplier<Operation> operation, Function<Response<A>, T> reading) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Call<A> call;
    try {
      call = calls.get();
      // What cannot be said as a request fails here, before anything is sent.
      Request unused = call.request();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
    if (blocking) {
      execute(call, future, operation, reading);
      return future;
    }
    if (threads != null) {
      try {
        threads.execute(() -> execute(call, future, operation, reading));
      } catch (RejectedExecutionException e) {
        // The client was closed in between.
        future.cancel(true);
      }
      return Cancellation.reaching(future, call::cancel);
    }
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<A> call, Response<A> response) {
            complete(future, response, reading);
          }

          @Override
          public void onFailure(Call<A> call, Throwable failure) {
            future.completeExceptionally(failed(operation, failure));
          }
        });
    return Cancellation.reaching(future, call::cancel);
  }

  private <A, T> void execute(
      Call<A> call,
      CompletableFuture<T> future,
      Supplier<Operation> operation,
      Function<Response<A>, T> reading) {
    try {
      complete(future, call.execute(), reading);
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        // OkHttp does not declare it, and lets it through while it waits for a connection.
        Thread.currentThread().interrupt();
      }
      future.completeExceptionally(failed(operation, e));
    }
  }

  private static <A, T> void complete(
      CompletableFuture<T> future, Response<A> response, Function<Response<A>, T> reading) {
    try {
      future.complete(reading.apply(response));
    } catch (RuntimeException e) {
      future.completeExceptionally(e);
    }
  }

  /** A failure that is no failure of the network comes from an interceptor, or a converter. */
  private KlingException failed(Supplier<Operation> operation, Throwable failure) {
    IOException cause =
        failure instanceof IOException e ? e : new IOException(failure.toString(), failure);
    return errors.failed(operation.get(), cause);
  }

  private List<Task> tasks(Response<TaskListAnswer> response, Operation operation) {
    if (!response.isSuccessful()) {
      throw errors.refused(operation, response);
    }
    TaskListAnswer answer = response.body();
    List<Task> tasks = answer == null ? null : answer.data();
    if (tasks != null) {
      return tasks;
    }
    if (answer != null && refuses(answer.code(), answer.additionalProperties())) {
      throw errors.refused(operation, response);
    }
    throw errors.failed(operation, new UnreadableBodyException("no list of tasks"));
  }

  private Task task(Response<TaskAnswer> response, Supplier<Operation> operation) {
    if (!response.isSuccessful()) {
      throw errors.refused(operation.get(), response);
    }
    TaskAnswer answer = response.body();
    Task task = answer == null ? null : Answers.task(answer);
    if (task != null) {
      return task;
    }
    if (answer != null && refuses(answer.code(), answer.additionalProperties())) {
      throw errors.refused(operation.get(), response);
    }
    throw errors.failed(operation.get(), new UnreadableBodyException("no task"));
  }

  /** Tells a refusal from an answer that is merely incomplete, after which a task may exist. */
  private static boolean refuses(
      @Nullable ErrorCode code, Map<String, @Nullable Object> otherMembers) {
    return code == null
        ? otherMembers.get("code") != null || otherMembers.get("error") != null
        : !code.equals(ErrorCode.SUCCEED);
  }
}
