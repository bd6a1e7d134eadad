package io.github.kling4j.media;

import io.github.kling4j.model.Video;
import java.math.BigDecimal;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A video that a task made. Its file is removed after 30 days, at some relays after 24 hours, so
 * download it soon.
 */
public final class DownloadableVideo {
  private final Video video;
  private final String url;
  private final String taskId;
  private final VideoDownloader downloader;

  /**
   * Creates a video.
   *
   * @param video the video as the task names it
   * @param url the address of its file
   * @param taskId the id of the task
   * @param downloader what fetches files
   */
  public DownloadableVideo(Video video, String url, String taskId, VideoDownloader downloader) {
    this.video = video;
    this.url = url;
    this.taskId = taskId;
    this.downloader = downloader;
  }

  /**
   * Returns the address of the file. It may hold a signature: keep it out of logs.
   *
   * @return the address
   */
  public String url() {
    return url;
  }

  /**
   * Returns how long the video plays.
   *
   * @return the length, or null where the server does not say
   */
  public @Nullable Duration duration() {
    String seconds = video.duration();
    try {
      return seconds == null
          ? null
          : Duration.ofMillis(new BigDecimal(seconds).movePointRight(3).longValue());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Returns the video as the task names it.
   *
   * @return the generated model
   */
  public Video data() {
    return video;
  }

  /**
   * Downloads the video. It is written to a temporary file beside the target and moved there when
   * it is whole. The API key is not sent to the host of the file.
   *
   * @param target the file; its folder must exist
   * @param options {@link java.nio.file.StandardCopyOption#REPLACE_EXISTING} to overwrite a file
   *     that is there
   * @return the target
   * @throws io.github.kling4j.error.DownloadException when it cannot be downloaded or written
   * @throws UnsupportedOperationException for any other option
   */
  public Path downloadTo(Path target, CopyOption... options) {
    return downloader.download(url, target, taskId, options);
  }

  /**
   * Does the same on a thread of the HTTP client. Cancelling the future ends the download.
   *
   * @param target the file; its folder must exist
   * @param options see {@link #downloadTo}
   * @return a future that holds the target, or fails with what {@link #downloadTo} throws
   */
  public CompletableFuture<Path> downloadToAsync(Path target, CopyOption... options) {
    return downloader.downloadAsync(url, target, taskId, options);
  }

  @Override
  public String toString() {
    return "DownloadableVideo{" + Transfer.withoutSecrets(url) + "}";
  }
}
