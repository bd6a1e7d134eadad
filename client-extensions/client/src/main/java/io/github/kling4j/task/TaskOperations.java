package io.github.kling4j.task;

import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.Operation;
import io.github.kling4j.error.UncertainCreateException;
import io.github.kling4j.media.DownloadPolicy;
import io.github.kling4j.media.DownloadableVideo;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.Video;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with the tasks of one endpoint. One {@code create} is at most one paid task: it
 * is posted again only when the server has certainly made none. Safe for use by several threads.
 *
 * @param <B> the builder of the endpoint's request
 * @param <R> the endpoint's request
 */
public abstract class TaskOperations<B, R> extends Endpoint<B, R> {
  private static final int PAGE_SIZE = 100;
  private static final Operation LIST = Operation.of("list of tasks", null);

  private final TaskEngine engine;
  private @Nullable Waiter waiter;

  TaskOperations(TaskEngine engine) {
    super(engine);
    this.engine = engine;
  }

  /**
   * Creates a task, which costs money. After a lost answer it is looked for by its external id.
   * Where the server refuses that id because a task has it already, that task is returned: an id of
   * one's own makes a create safe to repeat, and one that is used twice by mistake gives the older
   * task.
   *
   * @param request sets the properties of the request; what it leaves out comes from the client's
   *     defaults
   * @return the task, submitted, or as it was found
   * @throws io.github.kling4j.error.KlingApiException when the server refuses; its subclasses say
   *     why
   * @throws io.github.kling4j.error.InvalidRequestException with HTTP status 0, when the request
   *     was not even sent: it has no prompt, or breaks a limit and the client is strict
   * @throws io.github.kling4j.error.KlingConnectionException when the request was certainly not
   *     sent
   * @throws UncertainCreateException when the server could not say whether it made a task, or no id
   *     was sent to ask for
   * @throws IllegalStateException when the client is closed
   */
  public VideoTask create(Consumer<B> request) {
    B builder = builder();
    request.accept(builder);
    return send(builder);
  }

  /**
   * Creates a task, which costs money.
   *
   * @param request the request; what it leaves out comes from the client's defaults
   * @return the task, submitted
   * @throws KlingException see {@link #create(Consumer)}
   */
  public VideoTask create(R request) {
    return send(builder(request));
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
   * Finds the task of a create whose answer was lost, in this process or another. Nothing is made.
   *
   * @param externalTaskId the {@code external_task_id} that the create sent
   * @return the task as it is now
   * @throws io.github.kling4j.error.NotFoundException when the server has no such task, so that it
   *     may be created (again) with this id, unless the create may be on its way still
   * @throws UncertainCreateException when a relay does not find it, which need not mean that there
   *     is none: many do not know the ids of callers
   * @throws KlingException when the server refuses or does not answer
   * @throws IllegalArgumentException when the id is blank
   */
  public VideoTask recover(String externalTaskId) {
    Search search = search(engine.blocking, known(externalTaskId));
    return found(Calls.result(search.recover()), search.externalTaskId());
  }

  /**
   * Finds the task of a create without standing still for it.
   *
   * @param externalTaskId the {@code external_task_id} that the create sent
   * @return a future that holds the task, or fails with what {@link #recover(String)} throws
   */
  public CompletableFuture<VideoTask> recoverAsync(String externalTaskId) {
    Search search = search(engine.async, known(externalTaskId));
    CompletableFuture<VideoTask> found =
        search.recover().thenApply(task -> found(task, search.externalTaskId()));
    return engine.handOver(Cancellation.reaching(found, search::cancel));
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
    return new VideoTask(this, known(id), null, null);
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

  /**
   * Brings the videos of many tasks into files of a folder, as {@link VideoTask#downloadAllTo} does
   * for one. Tasks that have not ended are waited for, all at once, by the client's {@link
   * WaitPolicy}. The failure of one task does not keep the others.
   *
   * @param tasks the tasks
   * @param folder where the files go; it must exist
   * @param parallelism how many files are downloaded at once, 1 or more; OkHttp's dispatcher makes
   *     at most 5 calls to one host at once, unless it is told otherwise
   * @return what became of each task, in the order of the tasks
   * @throws IllegalArgumentException when there is no such folder, or the parallelism is less than
   *     1
   * @throws KlingException when the thread was interrupted
   */
  public List<TaskFiles> downloadAll(Collection<VideoTask> tasks, Path folder, int parallelism) {
    return TaskDownloads.await(TaskDownloads.begin(tasks, folder, parallelism, null));
  }

  /**
   * Does the same by a policy of its own. With {@code IfExists.SKIP} it can be called again after a
   * part has failed: what is there counts as done.
   *
   * @param tasks the tasks
   * @param folder where the files go; it must exist
   * @param parallelism how many files are downloaded at once, 1 or more
   * @param policy how to download them
   * @return what became of each task, in the order of the tasks
   * @throws KlingException see {@link #downloadAll(Collection, Path, int)}
   */
  public List<TaskFiles> downloadAll(
      Collection<VideoTask> tasks, Path folder, int parallelism, DownloadPolicy policy) {
    return TaskDownloads.await(TaskDownloads.begin(tasks, folder, parallelism, policy));
  }

  /**
   * Does the same without standing still for it. Cancelling the future ends the waits and the
   * downloads, not the tasks.
   *
   * @param tasks the tasks
   * @param folder where the files go; it must exist
   * @param parallelism how many files are downloaded at once, 1 or more
   * @param policy how to download them
   * @return a future that holds what {@link #downloadAll(Collection, Path, int)} returns
   * @throws IllegalArgumentException when there is no such folder, or the parallelism is less than
   *     1
   */
  public CompletableFuture<List<TaskFiles>> downloadAllAsync(
      Collection<VideoTask> tasks, Path folder, int parallelism, DownloadPolicy policy) {
    return TaskDownloads.begin(tasks, folder, parallelism, policy);
  }

  List<Task> page(int pageNum, int pageSize) {
    return Calls.result(engine.blocking.page(() -> listCall(pageNum, pageSize), LIST));
  }

  VideoTask listed(Task task) {
    return new VideoTask(this, task.taskId(), null, task);
  }

  VideoTask look(VideoTask task) {
    return task.with(
        Calls.result(engine.blocking.query(() -> getCall(task.id()), () -> query(task))));
  }

  CompletableFuture<VideoTask> lookAsync(VideoTask task) {
    return engine.handOver(
        seen(task, engine.async.query(() -> getCall(task.id()), () -> query(task))));
  }

  /** Looks once only: a wait looks again by itself. */
  CompletableFuture<VideoTask> lookOnce(VideoTask task) {
    return seen(task, engine.looking.task(() -> getCall(task.id()), () -> query(task)));
  }

  private static CompletableFuture<VideoTask> seen(VideoTask before, CompletableFuture<Task> look) {
    return Cancellation.reaching(look.thenApply(before::with), () -> look.cancel(true));
  }

  private CompletableFuture<List<Task>> pageOnce(int pageNum, int pageSize) {
    return engine.looking.pageOnce(() -> listCall(pageNum, pageSize), LIST);
  }

  /** Returns what waits for tasks, made when somebody waits for the first time. */
  synchronized Waiter waiter() {
    Waiter current = waiter;
    if (current == null) {
      current = engine.waiter(this::pageOnce);
      waiter = current;
    }
    return current;
  }

  DownloadableVideo video(Video video, FreshAddress source) {
    String url = String.valueOf(video.url());
    return new DownloadableVideo(video, url, source.task().id(), engine.downloader, source);
  }

  private VideoTask send(B builder) {
    R request = request(builder);
    return found(Calls.result(begin(engine.blocking, request)), externalTaskId(request));
  }

  private CompletableFuture<VideoTask> sendAsync(B builder) {
    try {
      R request = request(builder);
      String id = externalTaskId(request);
      CompletableFuture<Task> create = begin(engine.async, request);
      CompletableFuture<VideoTask> made = create.thenApply(task -> found(task, id));
      return engine.handOver(Cancellation.reaching(made, () -> create.cancel(true)));
    } catch (KlingException | IllegalStateException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CompletableFuture<Task> begin(Calls calls, R request) {
    String id = externalTaskId(request);
    Search search = id == null ? null : search(calls, id);
    return new Creation(calls, () -> createCall(request), () -> creation(request), search).run();
  }

  private VideoTask found(Task task, @Nullable String externalTaskId) {
    return new VideoTask(this, task.taskId(), externalTaskId, task);
  }

  private Search search(Calls calls, String externalTaskId) {
    return new Search(calls, () -> getCall(externalTaskId), externalTaskId);
  }
}
