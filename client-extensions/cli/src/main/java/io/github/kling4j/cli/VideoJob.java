package io.github.kling4j.cli;

import io.github.kling4j.error.TaskFailedException;
import io.github.kling4j.error.TaskTimeoutException;
import io.github.kling4j.model.Task;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.task.WaitPolicy;
import io.github.kling4j.task.WaitProgress;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes a task that exists to its end: wait, download, print. */
final class VideoJob {
  private final Context context;
  private final boolean builtIn;
  private final OutputOptions output;
  private final boolean json;

  VideoJob(Context context, boolean builtIn, OutputOptions output, boolean json) {
    this.context = context;
    this.builtIn = builtIn;
    this.output = output;
    this.json = json;
  }

  void run(VideoTask task, Function<Consumer<WaitProgress>, WaitPolicy> policy) {
    Interruption interruption = context.interruption();
    interruption.allow(howToGoOn(task, "Task " + task.id() + " goes on at the server; wait on"));
    VideoTask done = await(task, policy);
    @Nullable Path file = null;
    if (output.download()) {
      interruption.allow(
          howToGoOn(task, "The video of task " + task.id() + " is made; its download goes on"));
      context.err().println("Downloading the video");
      file = download(done);
    }
    interruption.forget();
    if (json) {
      context.out().println(TaskJson.of(done.data(), file));
    } else {
      context.out().println(file == null ? Text.oneLine(done.video().url()) : file);
    }
  }

  private VideoTask await(VideoTask task, Function<Consumer<WaitProgress>, WaitPolicy> policy) {
    try (Progress progress = Progress.of(context, task.id())) {
      return task.await(policy.apply(progress::seen));
    } catch (TaskFailedException e) {
      printJson(e.task());
      throw e;
    } catch (TaskTimeoutException e) {
      printJson(e.task());
      throw e;
    }
  }

  private Path download(VideoTask task) {
    Path target = output.target(context.folder(), task.id());
    try (Progress progress = Progress.of(context, task.id())) {
      return task.video().downloadTo(target, output.policy(progress::seen));
    }
  }

  private void printJson(@Nullable Task task) {
    if (json && task != null) {
      context.out().println(TaskJson.of(task, null));
    }
  }

  private String howToGoOn(VideoTask task, String what) {
    return builtIn
        ? "The task ended with the built-in gateway; no money was spent."
        : what + " with: " + context.command() + " wait " + Text.oneLine(task.id());
  }
}
