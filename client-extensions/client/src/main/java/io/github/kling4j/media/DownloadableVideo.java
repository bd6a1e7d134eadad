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
  private final VideoFile file;
  private final VideoDownloader downloader;

  /**
   * Creates a video whose address cannot be asked for again.
   *
   * @param video the video as the task names it
   * @param url the address of its file
   * @param taskId the id of the task
   * @param downloader what fetches files
   */
  public DownloadableVideo(Video video, String url, String taskId, VideoDownloader downloader) {
    this(video, url, taskId, downloader, null);
  }

  /**
   * Creates a video.
   *
   * @param video the video as the task names it
   * @param url the address of its file
   * @param taskId the id of the task
   * @param downloader what fetches files
   * @param source where the address is asked for again, once in a download, when the server of the
   *     file answers HTTP 403, 404 or 410; null for nowhere
   */
  public DownloadableVideo(
      Video video,
      String url,
      String taskId,
      VideoDownloader downloader,
      @Nullable AddressSource source) {
    String id = video.id();
    this.video = video;
    this.file = new VideoFile(url, taskId, id == null ? "" : id, source);
    this.downloader = downloader;
  }

  /**
   * Returns the address of the file. It may hold a signature: keep it out of logs.
   *
   * @return the address
   */
  public String url() {
    return file.url();
  }

  /**
   * Returns how long the video plays.
   *
   * @return the length, or null where the server does not say
   */
  public @Nullable Duration duration() {
    Object seconds = video.duration();
    try {
      return seconds == null
          ? null
          : Duration.ofMillis(new BigDecimal(seconds.toString()).movePointRight(3).longValue());
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
   * Downloads the video, by the client's {@link DownloadPolicy}. It is written to a file beside the
   * target whose name begins with a dot, and gets its name when it is whole. What there is of it
   * when a download fails or is ended is kept where the server tells one version of the file from
   * another: the next download to this target goes on from there. One download at a time, of all
   * processes, writes to a target.
   *
   * <p>The API key is not sent to the host of the file. Redirects are followed, but not from https
   * to plain http. An address that has expired is asked for again, once. An interrupt of the thread
   * ends the download, and stays set.
   *
   * @param target the file; its folder must exist
   * @param options {@link java.nio.file.StandardCopyOption#REPLACE_EXISTING} to replace a file that
   *     is there, whatever the policy says
   * @return the target
   * @throws io.github.kling4j.error.DownloadException when it cannot be downloaded or written
   * @throws UnsupportedOperationException for any other option
   */
  public Path downloadTo(Path target, CopyOption... options) {
    return downloader.download(file, target, options);
  }

  /**
   * Downloads the video by a policy of its own. For the rest see {@link #downloadTo(Path,
   * CopyOption...)}.
   *
   * @param target the file; its folder must exist
   * @param policy how to download it
   * @return the target
   * @throws io.github.kling4j.error.DownloadException when it cannot be downloaded or written
   */
  public Path downloadTo(Path target, DownloadPolicy policy) {
    return downloader.download(file, target, policy);
  }

  /**
   * Does the same on a thread of the HTTP client. Cancelling the future ends the download.
   *
   * @param target the file; its folder must exist
   * @param options see {@link #downloadTo(Path, CopyOption...)}
   * @return a future that holds the target, or fails with what {@link #downloadTo(Path,
   *     CopyOption...)} throws
   */
  public CompletableFuture<Path> downloadToAsync(Path target, CopyOption... options) {
    return downloader.downloadAsync(file, target, options);
  }

  /**
   * Does the same on a thread of the HTTP client. Cancelling the future ends the download.
   *
   * @param target the file; its folder must exist
   * @param policy how to download it
   * @return a future that holds the target, or fails with what {@link #downloadTo(Path,
   *     DownloadPolicy)} throws
   */
  public CompletableFuture<Path> downloadToAsync(Path target, DownloadPolicy policy) {
    return downloader.downloadAsync(file, target, policy);
  }

  @Override
  public String toString() {
    return "DownloadableVideo{" + Problems.withoutSecrets(file.url()) + "}";
  }
}
