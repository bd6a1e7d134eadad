package io.github.kling4j.task;

import io.github.kling4j.error.KlingException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a task whose videos were to be downloaded.
 *
 * @param task the task as it was last seen
 * @param files the files that are there, in the order of the videos
 * @param failure why not all are there, or null where they are
 */
public record TaskFiles(VideoTask task, List<Path> files, @Nullable KlingException failure) {
  /**
   * Creates one.
   *
   * @param task the task as it was last seen
   * @param files the files that are there, in the order of the videos
   * @param failure why not all are there, or null where they are
   */
  public TaskFiles {
    files = List.copyOf(files);
  }
}
