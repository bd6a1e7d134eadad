package io.github.kling4j.media;

import io.github.kling4j.error.DownloadException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with one download, without the secrets of its address. */
final class Problems {
  private final String taskId;
  private final UnaryOperator<IOException> clean;
  private volatile String from = "";

  Problems(String taskId, UnaryOperator<IOException> clean) {
    this.taskId = taskId;
    this.clean = clean;
  }

  /** An address without what may be a signature or a password. */
  static String withoutSecrets(String url) {
    return url.replaceAll("//[^/?#]*@", "//***@").replaceAll("(?s)[?#].*", "?…");
  }

  /** Names the address from now on. */
  void from(String url) {
    from = withoutSecrets(url);
  }

  /** Returns what will not pass by itself. */
  DownloadException lasting(String what) {
    return of(what, null, false);
  }

  DownloadException of(String what, @Nullable Throwable cause, boolean mayPass) {
    return new DownloadException(
        "The video of task %s was not downloaded from %s: %s".formatted(taskId, from, what),
        cause,
        taskId,
        mayPass);
  }

  /**
   * Returns what a failure of the network or of the file system means.
   *
   * @param ended why the download was ended from this side, or null where it was not
   * @param kept how many bytes another attempt need not fetch
   */
  DownloadException failure(IOException e, @Nullable String ended, long kept) {
    boolean interrupted =
        Thread.currentThread().isInterrupted()
            || e instanceof ClosedByInterruptException
            || (e instanceof InterruptedIOException
                && e.getCause() instanceof InterruptedException);
    String why = ended == null && interrupted ? "its thread was interrupted" : ended;
    IOException shown = clean.apply(e);
    String reason = shown.getMessage() == null ? shown.toString() : shown.getMessage();
    // A file system does not mend itself within seconds.
    boolean lasting =
        e instanceof FileSystemException || e instanceof HttpsInterceptor.UnsafeRedirectException;
    return of(
        (why == null ? reason : why + " (" + reason + ")")
            + (kept == 0 ? "" : "; %,d bytes are kept for another attempt".formatted(kept)),
        shown,
        why == null && !lasting);
  }
}
