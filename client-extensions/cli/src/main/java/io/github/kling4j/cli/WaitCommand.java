package io.github.kling4j.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with a task that was made before. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    description = "Waits for a task that was made before, and downloads its video.")
final class WaitCommand implements Runnable {
  private final Context context;

  @Parameters(
      paramLabel = "ID",
      description = "The task's id; at the vendor its external_task_id will do.")
  private String id = "";

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private WaitOptions waiting = new WaitOptions();

  @Option(names = "--json", description = "Print the task as JSON, with its file's path in it.")
  private boolean json;

  WaitCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    output.check(context.folder(), id);
    try (Session session = Session.open(context)) {
      new VideoJob(context, session.isBuiltIn(), output, json)
          .run(
              session.tasks().task(id), listener -> waiting.fromNow(session.isBuiltIn(), listener));
    }
  }
}
