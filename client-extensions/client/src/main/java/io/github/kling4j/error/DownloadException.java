package io.github.kling4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a video could not be brought into its file. Nothing is left under the file's name.
 */
public final class DownloadException extends KlingException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what went wrong and what to do
   * @param cause what led to it, or null
   * @param taskId the id of the task that made the video
   */
  public DownloadException(String message, @Nullable Throwable cause, String taskId) {
    super(message, cause, taskId, null);
  }
}
