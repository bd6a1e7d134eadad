package io.github.kling4j.task;

import io.github.kling4j.error.KlingException;
import io.github.kling4j.media.DownloadPolicy;
import io.github.kling4j.media.DownloadableVideo;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskInfo;
import io.github.kling4j.model.TaskStatus;
import io.github.kling4j.model.Video;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A task as it was last seen, and what can be done with it. Immutable: a new look is a new
 * instance. Safe for use by several threads.
 */
public final class VideoTask {
  private static final TaskStatus NOT_SEEN = TaskStatus.of("not looked at yet");

  private final TaskOperations<?, ?> operations;
  private final String id;
  private final @Nullable String externalTaskId;
  private final @Nullable Task task;

  VideoTask(
      TaskOperations<?, ?> operations,
      String id,
      @Nullable String externalTaskId,
      @Nullable Task task) {
    this.operations = operations;
    this.id = id;
    this.externalTaskId = externalTaskId;
    this.task = task;
  }

  /**
   * Returns the server's id of the task. With it another process can go on: {@code
   * textToVideo().task(id)}.
   *
   * @return the id
   */
  public String id() {
    return id;
  }

  /**
   * Returns the caller's id of the task.
   *
   * @return the id, or null where none is known
   */
  public @Nullable String externalTaskId() {
    TaskInfo info = task == null ? null : task.taskInfo();
    String told = info == null ? null : info.externalTaskId();
    return told == null || told.isEmpty() ? externalTaskId : told;
  }

  /**
   * Returns the status. Relays' words for it are understood, in capitals too; a word that this
   * version does not know keeps its text.
   *
   * @return the status when the task was last seen
   */
  public TaskStatus status() {
    TaskStatus status = task == null ? null : TaskFacts.status(task);
    return status == null ? NOT_SEEN : status;
  }

  /**
   * Tells whether the task has ended. An unknown status counts as still running.
   *
   * @return true when it has succeeded or failed
   */
  public boolean isTerminal() {
    return succeeded() || failed();
  }

  /**
   * Tells whether the video is ready.
   *
   * @return true when it is
   */
  public boolean succeeded() {
    return status().known() == TaskStatus.Known.SUCCEED;
  }

  /**
   * Tells whether the task has ended without a video.
   *
   * @return true when it has
   */
  public boolean failed() {
    return status().known() == TaskStatus.Known.FAILED;
  }

  /**
   * Tells whether the task may still end. An unknown status counts, and so does none at all.
   *
   * @return true when it has neither succeeded nor failed
   */
  public boolean running() {
    return !isTerminal();
  }

  /**
   * Returns why the task failed, in the server's words, without the queries of addresses.
   *
   * @return the reason, empty where there is none
   */
  public String failureReason() {
    return task == null ? "" : operations.engine().errors.shown(TaskFacts.failureReason(task));
  }

  /**
   * Returns when the task was created. Relays send seconds or milliseconds; both are understood.
   *
   * @return the moment, or null where the server does not say
   */
  public @Nullable Instant createdAt() {
    return task == null ? null : TaskFacts.createdAt(task);
  }

  /**
   * Returns when the task last changed, likewise.
   *
   * @return the moment, or null where the server does not say
   */
  public @Nullable Instant updatedAt() {
    return task == null ? null : TaskFacts.updatedAt(task);
  }

  /**
   * Returns the task as the server sent it. Relays put the same in different places; the other
   * methods here look in all of them.
   *
   * @return the generated model
   * @throws IllegalStateException when the task was never looked at: call {@link #refresh()} first
   */
  public Task data() {
    if (task == null) {
      throw new IllegalStateException(
          "Task " + id + " has not been looked at yet: call refresh() or await() first");
    }
    return task;
  }

  @Nullable Task dataOrNull() {
    return task;
  }

  VideoTask with(Task seen) {
    return new VideoTask(operations, id, externalTaskId, seen);
  }

  /**
   * Returns the videos that the task made.
   *
   * @return the videos; empty while there are none
   */
  public List<DownloadableVideo> videos() {
    List<DownloadableVideo> videos = new ArrayList<>();
    for (Video video : task == null ? List.<Video>of() : TaskFacts.videos(task)) {
      videos.add(operations.video(video, new FreshAddress(this, videos.size(), video.id())));
    }
    return List.copyOf(videos);
  }

  /**
   * Returns the first video; text-to-video makes one.
   *
   * @return the video
   * @throws KlingException when there is none (yet)
   */
  public DownloadableVideo video() {
    List<DownloadableVideo> videos = videos();
    if (videos.isEmpty()) {
      throw new KlingException(
          "Task "
              + id
              + " has no video; its status is "
              + status()
              + (isTerminal() ? "." : ". Wait for it with await()."),
          null,
          id,
          externalTaskId());
    }
    return videos.get(0);
  }

  /**
   * Downloads all videos of the task, by the client's {@link DownloadPolicy}. The files are named
   * by the id, {@code 17.mp4}, or where there are several videos {@code 17-1.mp4}, {@code 17-2.mp4}
   * and so on; what cannot stand in a file name is replaced.
   *
   * @param folder where the files go; it must exist
   * @return the files, in the order of the videos
   * @throws io.github.kling4j.error.DownloadException when one cannot be downloaded or written;
   *     those before it are there
   * @throws KlingException when there is no video (yet)
   */
  public List<Path> downloadAllTo(Path folder) {
    return TaskDownloads.files(this, folder, null);
  }

  /**
   * Downloads all videos of the task by a policy of its own.
   *
   * @param folder where the files go; it must exist
   * @param policy how to download them
   * @return the files, in the order of the videos
   * @throws KlingException see {@link #downloadAllTo(Path)}
   */
  public List<Path> downloadAllTo(Path folder, DownloadPolicy policy) {
    return TaskDownloads.files(this, folder, policy);
  }

  /**
   * Does the same on threads of the HTTP client, one file after the other. Cancelling the future
   * ends it.
   *
   * @param folder where the files go; it must exist
   * @return a future that holds the files, or fails with what {@link #downloadAllTo(Path)} throws
   */
  public CompletableFuture<List<Path>> downloadAllToAsync(Path folder) {
    return TaskDownloads.filesAsync(this, folder, null);
  }

  /**
   * Does the same by a policy of its own.
   *
   * @param folder where the files go; it must exist
   * @param policy how to download them
   * @return a future that holds the files, or fails with what {@link #downloadAllTo(Path)} throws
   */
  public CompletableFuture<List<Path>> downloadAllToAsync(Path folder, DownloadPolicy policy) {
    return TaskDownloads.filesAsync(this, folder, policy);
  }

  /**
   * Looks at the task again.
   *
   * @return the task as it is now
   * @throws KlingException when the server refuses or does not answer
   */
  public VideoTask refresh() {
    return operations.look(this);
  }

  /**
   * Looks at the task again, without standing still for it.
   *
   * @return a future that holds the task as it is then, or fails with what {@link #refresh} throws
   */
  public CompletableFuture<VideoTask> refreshAsync() {
    return operations.lookAsync(this);
  }

  CompletableFuture<VideoTask> lookOnce() {
    return operations.lookOnce(this);
  }

  /**
   * Waits until the task has succeeded, by the client's {@link WaitPolicy}.
   *
   * @return the task with its video
   * @throws io.github.kling4j.error.TaskFailedException when it failed
   * @throws io.github.kling4j.error.TaskTimeoutException when the deadline passed first
   * @throws io.github.kling4j.error.WaitInterruptedException when the thread was interrupted or the
   *     client closed
   * @throws KlingException when the server refuses to tell
   */
  public VideoTask await() {
    return await(operations.engine().waitPolicy);
  }

  /**
   * Waits until the task has succeeded.
   *
   * @param deadline how long to wait at most; the rest is the client's {@link WaitPolicy}
   * @return the task with its video
   * @throws KlingException see {@link #await()}
   */
  public VideoTask await(Duration deadline) {
    return await(operations.engine().waitPolicy.toBuilder().deadline(deadline).build());
  }

  /**
   * Waits until the task has succeeded.
   *
   * @param policy when to look and when to give up
   * @return the task with its video
   * @throws KlingException see {@link #await()}
   */
  public VideoTask await(WaitPolicy policy) {
    return operations.waiter().await(this, policy);
  }

  /**
   * Waits without a thread, by the client's {@link WaitPolicy}. Cancelling the future ends the
   * wait, not the task. What is hung on it runs on the common pool, unless it names an executor.
   *
   * @return a future that holds the task with its video, or fails with what {@link #await()} throws
   */
  public CompletableFuture<VideoTask> completion() {
    return completion(operations.engine().waitPolicy);
  }

  /**
   * Waits without a thread. Cancelling the future ends the wait, not the task.
   *
   * @param policy when to look and when to give up
   * @return a future that holds the task with its video, or fails with what {@link #await()} throws
   */
  public CompletableFuture<VideoTask> completion(WaitPolicy policy) {
    return operations.engine().handOver(operations.waiter().begin(this, policy));
  }

  @Override
  public String toString() {
    return "VideoTask{" + id + ", " + status() + "}";
  }
}
