package io.github.kling4j.task;

import io.github.kling4j.error.KlingException;
import io.github.kling4j.media.AddressSource;
import io.github.kling4j.model.Video;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The address of a video as its task names it when it is looked at again.
 *
 * @param task the task
 * @param index the place of the video among those of the task
 * @param videoId the id of the video, or null where it has none
 */
record FreshAddress(VideoTask task, int index, @Nullable String videoId) implements AddressSource {
  @Override
  public CompletableFuture<String> fresh(boolean blocking) {
    if (blocking) {
      try {
        return CompletableFuture.completedFuture(address(task.refresh()));
      } catch (KlingException e) {
        return CompletableFuture.failedFuture(e);
      }
    }
    CompletableFuture<VideoTask> look = task.refreshAsync();
    return Cancellation.reaching(look.thenApply(this::address), () -> look.cancel(true));
  }

  private String address(VideoTask seen) {
    List<Video> videos = TaskFacts.videos(seen.data());
    if (videoId == null || videoId.isBlank()) {
      return index < videos.size() ? String.valueOf(videos.get(index).url()) : missing();
    }
    return videos.stream()
        .filter(video -> videoId.equals(video.id()))
        .findFirst()
        .map(video -> String.valueOf(video.url()))
        .orElseGet(this::missing);
  }

  private String missing() {
    throw new KlingException(
        "Task " + task.id() + " names that video no more", null, task.id(), task.externalTaskId());
  }
}
