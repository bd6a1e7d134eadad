package io.github.kling4j.cli;

import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.UncertainCreateException;
import io.github.kling4j.task.VideoTask;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The main job: a prompt becomes a video file. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    customSynopsis = {
      "${COMMAND-FULL-NAME} [OPTIONS] PROMPT",
      "       ${COMMAND-FULL-NAME} COMMAND [OPTIONS] [ID]"
    },
    description = {
      "Makes a video from a prompt, waits for it, downloads it, and prints the file's path.",
      ""
    },
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    footerHeading = "%nSettings:%n",
    footer = {
      "  KLING_BASE_URL   the relay's address, such as https://relay.example.com",
      "  KLING_API_KEY    its key; at the vendor also KLING_ACCESS_KEY with",
      "                   KLING_SECRET_KEY",
      "  KLING_RELAY_NEEDS  what the relay needs otherwise in a request: see README.md",
      "  KLING_CALLBACK_SECRET  what the server signs callbacks with, whsec_…",
      "Without them the built-in gateway does the whole job, and no money is spent."
    })
final class KlingCommand implements Runnable {
  private static final String SEE_HELP =
      "Exit codes and settings: see ${ROOT-COMMAND-NAME} --help.";

  private static final String MAY_BE_MADE =
      "A task may have been made, which costs money. Before you make another, ";

  private final Context context;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "PROMPT",
      description = {
        "What the video should show, in quotes.",
        "After -- it may begin with a hyphen, or be the name of a command."
      })
  private @Nullable String prompt;

  @Mixin private RequestOptions request = new RequestOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private WaitOptions waiting = new WaitOptions();
  @Mixin private CallbackOptions callbacks = new CallbackOptions();
  @Mixin private RetryOptions retrying = new RetryOptions();

  @Option(names = "--json", description = "Print the task as JSON, with its file's path in it.")
  private boolean json;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error happened.")
  private boolean debug;

  private KlingCommand(Context context) {
    this.context = context;
  }

  /** Carries out a command line; returns the exit code. */
  static int run(Context context, String... args) {
    KlingCommand command = new KlingCommand(context);
    CommandLine line =
        new CommandLine(command)
            .addSubcommand("status", new StatusCommand(context))
            .addSubcommand("wait", new WaitCommand(context))
            .addSubcommand("list", new ListCommand(context))
            .addSubcommand("simulate", new SimulateCommand(context));
    line.getSubcommands()
        .values()
        .forEach(sub -> sub.getCommandSpec().usageMessage().footer("", SEE_HELP));
    line.getCommandSpec().usageMessage().exitCodeList(exitCodes());
    ErrorReport report = new ErrorReport(context);
    return line.setCommandName(context.command())
        .setExpandAtFiles(false)
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setOut(new PrintWriter(new PrintStreamWriter(context.out())))
        .setErr(new PrintWriter(new PrintStreamWriter(context.err())))
        .setExecutionStrategy(KlingCommand::execute)
        .setExecutionExceptionHandler((e, l, p) -> report.print(e, command.debug).number)
        .setParameterExceptionHandler(
            (e, a) -> report.printUsage(String.valueOf(e.getMessage()), usageHint(e)).number)
        .execute(args);
  }

  @Override
  public void run() {
    if (prompt == null) {
      throw new ParameterException(commandLine(), "There is no prompt");
    }
    output.check(context.folder(), null);
    callbacks.check();
    try (Session session = Session.openOrBuiltIn(context, retrying.policy());
        CallbackReceiver receiver = callbacks.open(context, session, request.callbackUrl())) {
      VideoTask task = create(session, prompt, receiver);
      context.err().println(Text.oneLine("Task " + task.id() + " is made"));
      new VideoJob(context, session.isBuiltIn(), output, json)
          .run(task, listener -> waiting.afterCreate(session.isBuiltIn(), listener));
    }
  }

  private VideoTask create(Session session, String prompt, @Nullable CallbackReceiver receiver) {
    String externalTaskId = request.externalTaskId("kling4j-" + UUID.randomUUID());
    Interruption interruption = context.interruption();
    if (session.isBuiltIn()) {
      interruption.holdOff("The built-in gateway has ended; no money was spent.");
    } else if (sendsExternalTaskId()) {
      interruption.holdOff(
          MAY_BE_MADE
              + "get it with: "
              + context.command()
              + " wait --external-task-id "
              + Text.oneLine(externalTaskId));
      // Before anything is sent: nothing else is left of a process that is killed.
      context.err().println(Text.oneLine("Making a task with external_task_id " + externalTaskId));
    } else {
      interruption.holdOff(
          MAY_BE_MADE
              + "look at the relay's own list: no external_task_id was sent to find it by.");
    }
    try {
      return session
          .tasks()
          .create(
              r -> {
                r.prompt(prompt).externalTaskId(externalTaskId);
                r.callbackUrl(receiver == null ? null : receiver.url());
                request.apply(r);
              });
    } catch (UncertainCreateException e) {
      throw e;
    } catch (KlingException e) {
      interruption.forget();
      throw e;
    }
  }

  /** Reads the word as the client does, which has checked it. */
  private boolean sendsExternalTaskId() {
    String needs = context.setting("KLING_RELAY_NEEDS");
    return needs == null || !needs.toLowerCase(Locale.ROOT).contains("no-external-task-id");
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("not set up by picocli");
    }
    return spec.commandLine();
  }

  /** Options of the main job before a command would be ignored: says so instead. */
  private static int execute(ParseResult parsed) {
    if (parsed.hasSubcommand()) {
      String name = parsed.subcommand().commandSpec().name();
      for (ArgSpec given : parsed.matchedArgs()) {
        boolean everywhere =
            given instanceof OptionSpec option
                && (option.scopeType() == ScopeType.INHERIT
                    || option.usageHelp()
                    || option.versionHelp());
        if (!everywhere) {
          String what = given instanceof OptionSpec option ? option.longestName() : "The prompt";
          throw new ParameterException(
              parsed.commandSpec().commandLine(),
              what + " stands before the command " + name + ", which it does not belong to");
        }
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static String usageHint(ParameterException e) {
    String help = e.getCommandLine().getCommandSpec().qualifiedName(" ") + " --help";
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      return "Put a prompt of several words in quotes; see " + help;
    } else if (e instanceof UnmatchedArgumentException unmatched
        && unmatched.getUnmatched().get(0).contains(" ")) {
      return "Write -- before a prompt that begins with a hyphen; see " + help;
    }
    return "See " + help;
  }

  /** Returns all exit codes with their meaning, for the help. */
  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode code : ExitCode.values()) {
      codes.put(String.valueOf(code.number), code.meaning);
    }
    return codes;
  }
}
