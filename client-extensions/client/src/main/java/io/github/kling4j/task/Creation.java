package io.github.kling4j.task;

import io.github.kling4j.error.KlingApiException;
import io.github.kling4j.error.KlingConnectionException;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.Operation;
import io.github.kling4j.error.RateLimitedException;
import io.github.kling4j.error.ServerException;
import io.github.kling4j.error.UncertainCreateException;
import io.github.kling4j.error.UnreadableAnswerException;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.retry.Attempts;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * One create, from its first POST to its task. It is posted again only when it is certain that the
 * server made no task; after anything uncertain the task is looked for.
 */
final class Creation {
  private final Calls calls;
  private final Supplier<Call<TaskAnswer>> call;
  private final Supplier<Operation> operation;
  private final Attempts posts;
  private final @Nullable Search search;

  /**
   * Prepares a create.
   *
   * @param search looks for its task, or null where no id was sent under which it could be found
   */
  Creation(
      Calls calls,
      Supplier<Call<TaskAnswer>> call,
      Supplier<Operation> operation,
      @Nullable Search search) {
    this.calls = calls;
    this.call = call;
    this.operation = operation;
    this.posts = calls.attempts(operation);
    this.search = search;
  }

  CompletableFuture<Task> run() {
    CompletableFuture<Task> create = post();
    return create.isDone() ? create : Cancellation.reaching(create, this::cancel);
  }

  private CompletableFuture<Task> post() {
    CompletableFuture<Task> post = posts.once(() -> calls.task(call, operation));
    return Attempts.hasSucceeded(post)
        ? post
        : post.exceptionallyCompose(
            thrown ->
                Attempts.cause(thrown) instanceof KlingException failure
                    ? failed(failure)
                    : CompletableFuture.failedFuture(thrown));
  }

  private CompletableFuture<Task> failed(KlingException failure) {
    if (isDuplicate(failure)) {
      // The first one arrived, or the relay between has posted it twice.
      return look(failure, absent -> CompletableFuture.failedFuture(failure));
    }
    if (mayHaveMadeTask(failure)) {
      return look(failure, absent -> lookAgain(failure, absent));
    }
    return maySendAgain(failure)
        ? posts.again(failure, this::post)
        : CompletableFuture.failedFuture(failure);
  }

  private CompletableFuture<Task> look(
      KlingException lost, Function<Throwable, CompletableFuture<Task>> whereAbsent) {
    if (search == null) {
      return CompletableFuture.failedFuture(new UncertainCreateException(null, lost));
    }
    return search
        .run()
        .exceptionallyCompose(
            thrown ->
                Search.provesAbsence(Attempts.cause(thrown))
                    ? whereAbsent.apply(Attempts.cause(thrown))
                    : uncertain(lost, Attempts.cause(thrown)));
  }

  /** The server may have been at work still, so it is asked a second time after a pause. */
  private CompletableFuture<Task> lookAgain(KlingException lost, Throwable absent) {
    return posts
        .again(lost, () -> look(lost, absentStill -> post()))
        .exceptionallyCompose(
            thrown ->
                Attempts.cause(thrown) == lost
                    ? uncertain(lost, absent)
                    : CompletableFuture.failedFuture(thrown));
  }

  private CompletableFuture<Task> uncertain(KlingException lost, Throwable search) {
    UncertainCreateException uncertain = new UncertainCreateException(lost.externalTaskId(), lost);
    uncertain.addSuppressed(search);
    return CompletableFuture.failedFuture(uncertain);
  }

  private void cancel() {
    posts.cancel();
    if (search != null) {
      search.cancel();
    }
  }

  private static boolean isDuplicate(KlingException failure) {
    if (!(failure instanceof KlingApiException refusal) || failure.externalTaskId() == null) {
      return false;
    }
    String message = refusal.serverMessage().toLowerCase(Locale.ROOT);
    return (refusal.httpStatus() == 400 || refusal.httpStatus() == 409)
        && (message.contains("already exist") || message.contains("duplicate"));
  }

  private static boolean mayHaveMadeTask(KlingException failure) {
    if (failure instanceof KlingConnectionException connection) {
      return connection.requestMayHaveArrived();
    }
    if (failure instanceof ServerException || failure instanceof UnreadableAnswerException) {
      return true;
    }
    // A refusal of no known kind: its status counts. After 303 the result is elsewhere.
    return failure instanceof KlingApiException refusal
        && refusal.getClass() == KlingApiException.class
        && (refusal.httpStatus() < 300 || refusal.httpStatus() == 303);
  }

  /** For a create of which it is certain that it made no task. */
  private static boolean maySendAgain(KlingException failure) {
    return failure instanceof KlingConnectionException
        || (failure instanceof RateLimitedException limit && limit.isExplicit());
  }
}
