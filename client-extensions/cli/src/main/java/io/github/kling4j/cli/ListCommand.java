package io.github.kling4j.cli;

import io.github.kling4j.task.VideoTask;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the account's tasks. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    description = "Lists the account's tasks as the server orders them. Many relays have no list.")
final class ListCommand implements Runnable {
  private static final int LARGEST_PAGE = 100;

  private final Context context;

  @Spec private @Nullable CommandSpec spec;

  private int limit = 20;

  @Mixin private RetryOptions retrying = new RetryOptions();

  @Option(names = "--json", description = "Print an array of the tasks as JSON.")
  private boolean json;

  ListCommand(Context context) {
    this.context = context;
  }

  @Option(names = "--limit", paramLabel = "N", description = "How many at most; 20 if not given.")
  void limit(int value) {
    if (value < 1 && spec != null) {
      throw new ParameterException(spec.commandLine(), "--limit must be 1 or more");
    }
    limit = value;
  }

  @Override
  public void run() {
    try (Session session = Session.open(context, retrying.policy())) {
      List<VideoTask> tasks =
          session.tasks().list(Math.min(limit, LARGEST_PAGE)).limit(limit).toList();
      if (json) {
        context.out().println(TaskJson.of(tasks.stream().map(VideoTask::data).toList()));
      } else if (tasks.isEmpty()) {
        context.err().println("There are no tasks.");
      } else {
        int width = tasks.stream().mapToInt(task -> task.id().length()).max().getAsInt();
        tasks.forEach(task -> context.out().println(line(task, width)));
      }
    }
  }

  private static String line(VideoTask task, int width) {
    return Text.oneLine(
        String.format(
            "%-" + width + "s  %-10s  %-24s  %s",
            task.id(),
            task.status().value(),
            Objects.toString(task.updatedAt(), ""),
            task.failureReason()));
  }
}
