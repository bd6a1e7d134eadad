package io.github.kling4j.cli;

import io.github.kling4j.task.VideoTask;
import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at one task. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    description = "Shows a task as it is now.")
final class StatusCommand implements Runnable {
  private final Context context;

  @Parameters(
      paramLabel = "ID",
      description = "The task's id; at the vendor its external_task_id will do.")
  private String id = "";

  @Mixin private RetryOptions retrying = new RetryOptions();

  @Option(names = "--json", description = "Print the task as JSON.")
  private boolean json;

  StatusCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    try (Session session = Session.open(context, retrying.policy())) {
      VideoTask task = session.tasks().get(id);
      if (json) {
        context.out().println(TaskJson.of(task.data(), null));
      } else {
        print(task);
      }
    }
  }

  private void print(VideoTask task) {
    PrintStream out = context.out();
    out.println("task    " + Text.oneLine(task.id()));
    out.println("status  " + Text.oneLine(task.status().value()));
    if (task.updatedAt() != null) {
      out.println("updated " + task.updatedAt());
    }
    if (!task.failureReason().isEmpty()) {
      out.println("reason  " + Text.oneLine(task.failureReason()));
    }
    task.videos().forEach(video -> out.println("video   " + Text.oneLine(video.url())));
  }
}
