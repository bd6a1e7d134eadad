package io.github.kling4j.task;

import io.github.kling4j.error.KlingException;
import io.github.kling4j.media.DownloadPolicy;
import io.github.kling4j.media.DownloadableVideo;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.Video;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A task as it was last seen, and what can be done with it. Immutable: a new look is a new
 * instance. Safe for use by several threads.
 */
public final class VideoTask extends SeenTask {
  private final TaskOperations<?, ?> operations;

  VideoTask(
      TaskOperations<?, ?> operations,
      String id,
      @Nullable String externalTaskId,
      @Nullable Task task) {
    super(operations.engine().errors, id, externalTaskId, task);
    this.operations = operations;
  }

  /** Returns the same task as it is now; an id that only we know stays. */
  VideoTask with(Task seen) {
    return new VideoTask(operations, id(), externalTaskId(), seen);
  }

  /**
   * Returns the videos that the task made.
   *
   * @return the videos; empty while there are none
   */
  public List<DownloadableVideo> videos() {
    List<Video> seen = seenVideos();
    List<DownloadableVideo> videos = new ArrayList<>(seen.size());
    for (Video video : seen) {
      videos.add(downloadable(video, videos.size()));
    }
    return List.copyOf(videos);
  }

  private List<Video> seenVideos() {
    Task seen = dataOrNull();
    return seen == null ? List.of() : TaskFacts.videos(seen);
  }

  private DownloadableVideo downloadable(Video video, int index) {
    return operations.video(video, new FreshAddress(this, index, video.id()));
  }

  /**
   * Returns the first video; text-to-video makes one.
   *
   * @return the video
   * @throws KlingException when there is none (yet)
   */
  public DownloadableVideo video() {
    List<Video> videos = seenVideos();
    if (videos.isEmpty()) {
      throw new KlingException(
          "Task "
              + id()
              + " has no video; its status is "
              + status()
              + (isTerminal() ? "." : ". Wait for it with await()."),
          null,
          id(),
          externalTaskId());
    }
    return downloadable(videos.get(0), 0);
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
    return "VideoTask{" + id() + ", " + status() + "}";
  }
}
