package io.github.kling4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a video could not be brought into its file. Nothing is left under the file's name.
 */
public final class DownloadException extends KlingException {
  private static final long serialVersionUID = 1L;

  /** Whether it may pass. */
  private final boolean transientFailure;

  /**
   * Creates an exception.
   *
   * @param message what went wrong and what to do
   * @param cause what led to it, or null
   * @param taskId the id of the task that made the video
   * @param transientFailure whether it may succeed when it is made again later
   */
  public DownloadException(
      String message, @Nullable Throwable cause, String taskId, boolean transientFailure) {
    super(message, cause, taskId, null);
    this.transientFailure = transientFailure;
  }

  @Override
  public boolean isTransient() {
    return transientFailure;
  }
}
