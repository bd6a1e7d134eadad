package io.github.kling4j.task;

import io.github.kling4j.error.KlingConnectionException;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.Operation;
import io.github.kling4j.error.ServerException;
import io.github.kling4j.error.UncertainCreateException;
import io.github.kling4j.error.UnreadableAnswerException;
import io.github.kling4j.media.DownloadableVideo;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.model.TaskListAnswer;
import io.github.kling4j.model.Video;
import io.github.kling4j.model.Violation;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * What can be done with the tasks of one endpoint. One {@code create} is at most one POST and at
 * most one paid task. Safe for use by several threads.
 *
 * @param <B> the builder of the endpoint's request
 * @param <R> the endpoint's request
 */
public abstract class TaskOperations<B, R> {
  private static final int PAGE_SIZE = 100;

  private final TaskEngine engine;

  TaskOperations(TaskEngine engine) {
    this.engine = Objects.requireNonNull(engine, "engine");
  }

  abstract B builder();

  abstract B builder(R request);

  /** Fills in what the caller left out, the given external id included, and builds. */
  abstract R complete(B builder, String externalTaskId);

  abstract String externalTaskId(R request);

  abstract List<Violation> violations(R request);

  /** Returns what no server takes, in words, or null. */
  abstract @Nullable String complaint(R request);

  abstract Call<TaskAnswer> createCall(R request);

  abstract Call<TaskAnswer> getCall(String id);

  abstract Call<TaskListAnswer> listCall(int pageNum, int pageSize);

  /**
   * Creates a task, which costs money.
   *
   * @param request sets the properties of the request; what it leaves out comes from the client's
   *     defaults
   * @return the task, submitted
   * @throws io.github.kling4j.error.KlingApiException when the server refuses; its subclasses say
   *     why
   * @throws io.github.kling4j.error.InvalidRequestException with HTTP status 0, when the request
   *     was not even sent: it has no prompt, or breaks a limit and the client is strict
   * @throws KlingConnectionException when the request was certainly not sent
   * @throws UncertainCreateException when the server could not say whether it made a task
   * @throws IllegalStateException when the client is closed
   */
  public VideoTask create(Consumer<B> request) {
    B builder = builder();
    request.accept(builder);
    return send(draft(builder));
  }

  /**
   * Creates a task, which costs money.
   *
   * @param request the request; what it leaves out comes from the client's defaults
   * @return the task, submitted
   * @throws KlingException see {@link #create(Consumer)}
   */
  public VideoTask create(R request) {
    return send(draft(builder(request)));
  }

  /**
   * Creates a task without standing still for it. Cancelling the future after the request has left
   * does not take the task back.
   *
   * @param request sets the properties of the request
   * @return a future that holds the task, or fails with what {@link #create(Consumer)} throws
   */
  public CompletableFuture<VideoTask> createAsync(Consumer<B> request) {
    B builder = builder();
    request.accept(builder);
    return sendAsync(builder);
  }

  /**
   * Creates a task without standing still for it.
   *
   * @param request the request
   * @return a future that holds the task, or fails with what {@link #create(Consumer)} throws
   */
  public CompletableFuture<VideoTask> createAsync(R request) {
    return sendAsync(builder(request));
  }

  /**
   * Returns a handle on a task that was created before, in this process or another. Nothing is
   * sent: ask it to {@code refresh()} or {@code await()}.
   *
   * @param id the server's id of the task; at the vendor the {@code external_task_id} will do
   * @return the handle
   * @throws IllegalArgumentException when the id is blank
   */
  public VideoTask task(String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("The task id is blank: give the id that create returned");
    }
    return new VideoTask(this, id.strip(), null, null);
  }

  /**
   * Looks a task up.
   *
   * @param id the server's id of the task; at the vendor the {@code external_task_id} will do
   * @return the task as it is now
   * @throws io.github.kling4j.error.NotFoundException when there is no such task
   * @throws KlingException when the server refuses or does not answer
   */
  public VideoTask get(String id) {
    return task(id).refresh();
  }

  /**
   * Looks a task up without standing still for it.
   *
   * @param id the server's id of the task
   * @return a future that holds the task, or fails with what {@link #get} throws
   */
  public CompletableFuture<VideoTask> getAsync(String id) {
    return task(id).refreshAsync();
  }

  /**
   * Lists the tasks of the account, as the server orders them. Pages of 100 are fetched as the
   * stream is read, so limit it where not all are wanted. Many relays have no list.
   *
   * @return a stream of the tasks; reading it throws what {@link #get} throws
   */
  public Stream<VideoTask> list() {
    return list(PAGE_SIZE);
  }

  /**
   * Lists the tasks of the account.
   *
   * @param pageSize how many are fetched at once; 1 to 500 at the vendor
   * @return a stream of the tasks
   */
  public Stream<VideoTask> list(int pageSize) {
    return StreamSupport.stream(new TaskPages(this, pageSize), false);
  }

  List<Task> page(int pageNum, int pageSize) {
    return engine.calls.tasks(listCall(pageNum, pageSize), Operation.of("list of tasks", null));
  }

  VideoTask listed(Task task) {
    return new VideoTask(this, task.taskId(), null, task);
  }

  VideoTask look(VideoTask task) {
    return seen(task, engine.calls.task(getCall(task.id()), () -> query(task)));
  }

  CompletableFuture<VideoTask> lookAsync(VideoTask task) {
    CompletableFuture<Task> look = engine.calls.taskAsync(getCall(task.id()), () -> query(task));
    return Cancellation.reaching(look.thenApply(seen -> seen(task, seen)), () -> look.cancel(true));
  }

  CompletableFuture<VideoTask> wait(VideoTask task, WaitPolicy policy) {
    return engine.waiter.wait(task, policy);
  }

  WaitPolicy waitPolicy() {
    return engine.waitPolicy;
  }

  DownloadableVideo video(Video video, String url, String taskId) {
    return new DownloadableVideo(video, url, taskId, engine.downloader);
  }

  private static Operation query(VideoTask task) {
    return new Operation("query", task.id(), task.externalTaskId(), List.of());
  }

  private VideoTask seen(VideoTask before, Task task) {
    return new VideoTask(this, before.id(), before.externalTaskId(), task);
  }

  private R draft(B builder) {
    engine.checkOpen();
    R request;
    try {
      request = complete(builder, "kling4j-" + UUID.randomUUID());
    } catch (IllegalStateException e) {
      throw engine.errors.notSent(Operation.of("create", null), String.valueOf(e.getMessage()));
    }
    String complaint = complaint(request);
    if (complaint != null) {
      throw engine.errors.notSent(Operation.of("create", null), complaint);
    }
    if (engine.strict && !violations(request).isEmpty()) {
      throw engine.errors.notSent(creation(request), "the client is strict");
    }
    return request;
  }

  private Operation creation(R request) {
    return new Operation("create", null, externalTaskId(request), violations(request));
  }

  private VideoTask send(R request) {
    try {
      return created(request, engine.calls.task(createCall(request), () -> creation(request)));
    } catch (KlingException e) {
      if (!isUncertain(e)) {
        throw e;
      }
      try {
        return created(
            request, engine.calls.task(getCall(externalTaskId(request)), () -> search(request)));
      } catch (RuntimeException notFound) {
        throw uncertain(request, e, notFound);
      }
    }
  }

  private CompletableFuture<VideoTask> sendAsync(B builder) {
    R request;
    try {
      request = draft(builder);
    } catch (KlingException | IllegalStateException e) {
      return CompletableFuture.failedFuture(e);
    }
    CompletableFuture<Task> create =
        engine.calls.taskAsync(createCall(request), () -> creation(request));
    CompletableFuture<Task> certain =
        create.exceptionallyCompose(failure -> recover(request, failure));
    return Cancellation.reaching(
        certain.thenApply(task -> created(request, task)), () -> create.cancel(true));
  }

  private CompletableFuture<Task> recover(R request, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (!(cause instanceof KlingException e) || !isUncertain(e)) {
      return CompletableFuture.failedFuture(failure);
    }
    return engine
        .calls
        .taskAsync(getCall(externalTaskId(request)), () -> search(request))
        .exceptionally(
            notFound -> {
              throw uncertain(request, e, notFound);
            });
  }

  private Operation search(R request) {
    return new Operation("search for a created task", null, externalTaskId(request), List.of());
  }

  private UncertainCreateException uncertain(R request, KlingException e, Throwable notFound) {
    UncertainCreateException uncertain = new UncertainCreateException(externalTaskId(request), e);
    uncertain.addSuppressed(notFound);
    return uncertain;
  }

  private VideoTask created(R request, Task task) {
    return new VideoTask(this, task.taskId(), externalTaskId(request), task);
  }

  /** Tells whether the server may have made a task although it did not answer with one. */
  private static boolean isUncertain(KlingException e) {
    if (e instanceof KlingConnectionException connection) {
      return connection.requestMayHaveArrived();
    }
    return e instanceof ServerException || e instanceof UnreadableAnswerException;
  }
}
