package io.github.kling4j.media;

import org.jspecify.annotations.Nullable;

/**
 * The file of a video, as its task names it.
 *
 * @param url the address, which may hold a signature
 * @param taskId the id of the task
 * @param videoId the id of the video, empty where it has none
 * @param source where the address is asked for again, or null
 */
record VideoFile(String url, String taskId, String videoId, @Nullable AddressSource source) {
  /** Returns what tells the video from any other. */
  String subject() {
    return FileVersion.subject(taskId, videoId);
  }

  @Override
  public String toString() {
    return "VideoFile{" + Problems.withoutSecrets(url) + "}";
  }
}
