package io.github.kling4j.cli;

import io.github.kling4j.media.DownloadPolicy;
import io.github.kling4j.media.DownloadPolicy.IfExists;
import io.github.kling4j.media.DownloadProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the video goes. */
final class OutputOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "PATH",
      description = {
        "File to write, or a folder that exists. If not given:",
        "kling-TASKID.mp4 in the current folder."
      })
  private @Nullable Path output;

  @Option(names = "--force", description = "Overwrite a file that exists.")
  private boolean force;

  @Option(
      names = "--no-download",
      description = "Print the video's address instead of downloading it.")
  private boolean noDownload;

  boolean download() {
    return !noDownload;
  }

  DownloadPolicy policy(Consumer<DownloadProgress> listener) {
    return DownloadPolicy.builder()
        .ifExists(force ? IfExists.REPLACE : IfExists.FAIL)
        .listener(listener)
        .build();
  }

  /** Returns the file for a task's video. */
  Path target(Path folder, String taskId) {
    Path given = given(folder);
    return Files.isDirectory(given)
        ? given.resolve("kling-" + Text.fileName(taskId) + ".mp4")
        : given;
  }

  /**
   * Refuses what could not be written in the end, before a task is paid for.
   *
   * @param taskId the task's id, or null where it is not known yet
   */
  void check(Path folder, @Nullable String taskId) {
    if (noDownload) {
      return;
    }
    Path target = taskId == null ? given(folder) : target(folder, taskId);
    boolean isFolder = Files.isDirectory(target);
    Path parent = isFolder ? target : target.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw refusal("There is no folder " + parent + ": create it first");
    } else if (!Files.isWritable(parent)) {
      throw refusal("The folder " + parent + " cannot be written to: choose another --output");
    } else if (!isFolder && Files.exists(target) && !force) {
      throw refusal(target + " exists: choose another --output, or add --force");
    }
  }

  private Path given(Path folder) {
    return output == null ? folder : folder.resolve(output).toAbsolutePath().normalize();
  }

  private RuntimeException refusal(String message) {
    return command == null
        ? new IllegalStateException(message)
        : new ParameterException(command.commandLine(), message);
  }
}
