package io.github.kling4j.media;

import org.jspecify.annotations.Nullable;

/**
 * The file of a video, as its task names it.
 *
 * @param url the address, which may hold a signature
 * @param taskId the id of the task
 * @param subject tells the video from any other
 * @param source where the address is asked for again, or null
 */
record VideoFile(String url, String taskId, String subject, @Nullable AddressSource source) {
  @Override
  public String toString() {
    return "VideoFile{" + Problems.withoutSecrets(url) + "}";
  }
}
