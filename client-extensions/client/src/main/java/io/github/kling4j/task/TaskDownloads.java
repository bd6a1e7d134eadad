package io.github.kling4j.task;

import io.github.kling4j.error.KlingException;
import io.github.kling4j.media.DownloadPolicy;
import io.github.kling4j.media.DownloadableVideo;
import io.github.kling4j.retry.Attempts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The files of tasks: waited for all at once, downloaded a few at a time. No thread stands still.
 */
final class TaskDownloads {
  private final Path folder;
  private final @Nullable DownloadPolicy policy;
  private final Queue<Runnable> ready = new ArrayDeque<>();
  private int free;
  private boolean handingOut;

  private TaskDownloads(Path folder, @Nullable DownloadPolicy policy, int parallelism) {
    this.folder = folder;
    this.policy = policy;
    this.free = parallelism;
  }

  static List<Path> files(VideoTask task, Path folder, @Nullable DownloadPolicy policy) {
    List<DownloadableVideo> videos = videos(task);
    List<Path> files = new ArrayList<>();
    for (DownloadableVideo video : videos) {
      Path target = target(task, videos, files.size(), folder);
      files.add(policy == null ? video.downloadTo(target) : video.downloadTo(target, policy));
    }
    return List.copyOf(files);
  }

  static CompletableFuture<List<Path>> filesAsync(
      VideoTask task, Path folder, @Nullable DownloadPolicy policy) {
    Job job = new TaskDownloads(folder, policy, 1).new Job(task);
    return Cancellation.reaching(
        job.files(task).thenApply(done -> List.copyOf(job.files)), job::cancel);
  }

  static CompletableFuture<List<TaskFiles>> begin(
      Collection<VideoTask> tasks, Path folder, int parallelism, @Nullable DownloadPolicy policy) {
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism is " + parallelism + "; 1 or more is needed");
    }
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("There is no folder " + folder + ": create it first");
    }
    TaskDownloads downloads = new TaskDownloads(folder, policy, parallelism);
    List<Job> jobs = tasks.stream().map(task -> downloads.new Job(task)).toList();
    jobs.forEach(Job::begin);
    CompletableFuture<?>[] results =
        jobs.stream().map(job -> job.result).toArray(CompletableFuture<?>[]::new);
    return Cancellation.reaching(
        CompletableFuture.allOf(results)
            .thenApply(done -> jobs.stream().map(job -> job.result.join()).toList()),
        () -> jobs.forEach(Job::cancel));
  }

  static List<TaskFiles> await(CompletableFuture<List<TaskFiles>> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new KlingException(
          "The downloads ended because their thread was interrupted. The tasks go on at the server,"
              + " and their files can be downloaded later.",
          e,
          null,
          null);
    } catch (ExecutionException e) {
      throw new KlingException("The downloads failed: " + e.getCause(), e, null, null);
    }
  }

  /** Throws where there is none. */
  private static List<DownloadableVideo> videos(VideoTask task) {
    List<DownloadableVideo> videos = task.videos();
    return videos.isEmpty() ? List.of(task.video()) : videos;
  }

  private static Path target(
      VideoTask task, List<DownloadableVideo> videos, int index, Path folder) {
    String url = videos.get(index).url();
    return folder.resolve(FileNames.of(task.id(), index + 1, videos.size(), url));
  }

  private void whenFree(Runnable download) {
    synchronized (this) {
      ready.add(download);
    }
    handOut();
  }

  private void release() {
    synchronized (this) {
      free++;
    }
    handOut();
  }

  /** In a loop, since a download may end as it begins, and a recursion would grow too deep. */
  private void handOut() {
    synchronized (this) {
      if (handingOut) {
        return;
      }
      handingOut = true;
    }
    while (true) {
      Runnable next;
      synchronized (this) {
        next = free > 0 ? ready.poll() : null;
        if (next == null) {
          handingOut = false;
          return;
        }
        free--;
      }
      next.run();
    }
  }

  /** The files of one task. */
  private final class Job {
    final CompletableFuture<TaskFiles> result = new CompletableFuture<>();
    final List<Path> files = new ArrayList<>();
    private volatile VideoTask task;
    private volatile @Nullable CompletableFuture<?> current;
    private volatile boolean cancelled;

    Job(VideoTask task) {
      this.task = task;
    }

    void begin() {
      CompletableFuture<VideoTask> unused =
          reachable(task.completion())
              .whenComplete(
                  (ended, failure) -> {
                    if (ended == null) {
                      end(failure);
                    } else {
                      task = ended;
                      whenFree(this::download);
                    }
                  });
    }

    void cancel() {
      cancelled = true;
      CompletableFuture<?> now = current;
      if (now != null) {
        now.cancel(true);
      }
    }

    private void download() {
      CompletableFuture<Void> unused =
          files(task)
              .whenComplete(
                  (done, failure) -> {
                    end(failure);
                    release();
                  });
    }

    /** Downloads one after the other. */
    CompletableFuture<Void> files(VideoTask task) {
      List<DownloadableVideo> videos;
      try {
        videos = videos(task);
      } catch (KlingException e) {
        return CompletableFuture.failedFuture(e);
      }
      CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
      for (int i = 0; i < videos.size(); i++) {
        DownloadableVideo video = videos.get(i);
        Path target = target(task, videos, i, folder);
        all = all.thenCompose(before -> file(video, target)).thenAccept(files::add);
      }
      return all;
    }

    private CompletableFuture<Path> file(DownloadableVideo video, Path target) {
      if (cancelled) {
        return CompletableFuture.failedFuture(new CancellationException());
      }
      return reachable(
          policy == null ? video.downloadToAsync(target) : video.downloadToAsync(target, policy));
    }

    private <T> CompletableFuture<T> reachable(CompletableFuture<T> future) {
      current = future;
      if (cancelled) {
        future.cancel(true);
      }
      return future;
    }

    private void end(@Nullable Throwable thrown) {
      result.complete(new TaskFiles(task, files, thrown == null ? null : failure(thrown)));
    }

    private KlingException failure(Throwable thrown) {
      Throwable cause = Attempts.cause(thrown);
      return cause instanceof KlingException told
          ? told
          : new KlingException(
              "The videos of task " + task.id() + " were not downloaded: " + cause,
              cause,
              task.id(),
              task.externalTaskId());
    }
  }
}
