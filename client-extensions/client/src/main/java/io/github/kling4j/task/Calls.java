package io.github.kling4j.task;

import io.github.kling4j.error.ErrorMapper;
import io.github.kling4j.error.Operation;
import io.github.kling4j.error.UnreadableBodyException;
import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.model.TaskListAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** Carries calls out and turns what comes back into a task, or into an exception. */
final class Calls {
  private final ErrorMapper errors;
  private final Answers answers;

  Calls(ErrorMapper errors, Answers answers) {
    this.errors = errors;
    this.answers = answers;
  }

  /** The operation is asked for only when there is something to tell of it. */
  Task task(Call<TaskAnswer> call, Supplier<Operation> operation) {
    try {
      return task(call.execute(), operation);
    } catch (IOException e) {
      throw errors.failed(operation.get(), e);
    }
  }

  CompletableFuture<Task> taskAsync(Call<TaskAnswer> call, Supplier<Operation> operation) {
    CompletableFuture<Task> future = new CompletableFuture<>();
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<TaskAnswer> call, Response<TaskAnswer> response) {
            try {
              future.complete(task(response, operation));
            } catch (RuntimeException e) {
              future.completeExceptionally(e);
            }
          }

          @Override
          public void onFailure(Call<TaskAnswer> call, Throwable failure) {
            future.completeExceptionally(
                failure instanceof IOException e ? errors.failed(operation.get(), e) : failure);
          }
        });
    return Cancellation.reaching(future, call::cancel);
  }

  List<Task> tasks(Call<TaskListAnswer> call, Operation operation) {
    try {
      Response<TaskListAnswer> response = call.execute();
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
    } catch (IOException e) {
      throw errors.failed(operation, e);
    }
  }

  private Task task(Response<TaskAnswer> response, Supplier<Operation> operation) {
    if (!response.isSuccessful()) {
      throw errors.refused(operation.get(), response);
    }
    TaskAnswer answer = response.body();
    Task task = answer == null ? null : answers.task(answer);
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
