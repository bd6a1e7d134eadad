package io.github.kling4j.task;

import io.github.kling4j.error.ErrorMapper;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.Operation;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.model.TaskListAnswer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

  Task task(Call<TaskAnswer> call, Operation operation) {
    try {
      return task(call.execute(), operation);
    } catch (IOException e) {
      throw errors.failed(operation, e);
    }
  }

  CompletableFuture<Task> taskAsync(Call<TaskAnswer> call, Operation operation) {
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
                failure instanceof IOException e ? errors.failed(operation, e) : failure);
          }
        });
    CompletableFuture<Task> unused =
        future.whenComplete(
            (task, failure) -> {
              if (future.isCancelled()) {
                call.cancel();
              }
            });
    return future;
  }

  List<Task> tasks(Call<TaskListAnswer> call, Operation operation) {
    try {
      Response<TaskListAnswer> response = call.execute();
      TaskListAnswer answer = response.body();
      if (!response.isSuccessful() || answer == null) {
        throw errors.refused(operation, response);
      }
      List<Task> tasks = answer.data();
      if (tasks == null) {
        throw errors.refused(operation, response.code(), answer);
      }
      return tasks;
    } catch (IOException e) {
      throw errors.failed(operation, e);
    }
  }

  private Task task(Response<TaskAnswer> response, Operation operation) throws KlingException {
    TaskAnswer answer = response.body();
    if (!response.isSuccessful() || answer == null) {
      throw errors.refused(operation, response);
    }
    @Nullable Task task = answers.task(answer);
    if (task == null) {
      throw errors.refused(operation, response.code(), answer);
    }
    return task;
  }
}
