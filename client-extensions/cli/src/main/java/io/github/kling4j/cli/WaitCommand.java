package io.github.kling4j.cli;

import io.github.kling4j.task.VideoTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with a task that was made before. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    description = "Waits for a task that was made before, and downloads its video.")
final class WaitCommand implements Runnable {
  private final Context context;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "ID", description = "The task's id.")
  private @Nullable String id;

  @Option(
      names = "--external-task-id",
      paramLabel = "ID",
      description = {
        "Instead of the task's id: the external_task_id that its create was sent with, for a run"
            + " that ended before it told the task's own. Not all relays know it."
      })
  private @Nullable String externalTaskId;

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private WaitOptions waiting = new WaitOptions();
  @Mixin private RetryOptions retrying = new RetryOptions();

  @Option(names = "--json", description = "Print the task as JSON, with its file's path in it.")
  private boolean json;

  WaitCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    if ((id == null) == (externalTaskId == null) && spec != null) {
      throw new ParameterException(
          spec.commandLine(), "Either the task's ID is needed, or --external-task-id");
    }
    output.check(context.folder(), id);
    try (Session session = Session.open(context, retrying.policy())) {
      new VideoJob(context, session.isBuiltIn(), output, json)
          .run(task(session), listener -> waiting.fromNow(session.isBuiltIn(), listener));
    }
  }

  private VideoTask task(Session session) {
    if (externalTaskId == null) {
      return session.tasks().task(String.valueOf(id));
    }
    VideoTask task = session.tasks().recover(externalTaskId);
    context.err().println(Text.oneLine("Task " + task.id() + " is found"));
    output.check(context.folder(), task.id());
    return task;
  }
}
