package io.github.kling4j.cli;

import io.github.kling4j.testkit.KlingGateway;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the gateway of the testkit to other processes. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    description = "Runs a gateway that behaves as the Kling API does, until Ctrl-C.")
final class SimulateCommand implements Runnable {
  private static final int LAST_PORT = 65_535;

  private final Context context;

  @Spec private @Nullable CommandSpec spec;

  private int port;

  @Option(
      names = "--task-duration",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "How long a task takes; 3s if not given.")
  private Duration taskDuration = Duration.ofSeconds(3);

  SimulateCommand(Context context) {
    this.context = context;
  }

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of this machine to listen on; a free one if not given.")
  void port(int value) {
    if ((value < 0 || value > LAST_PORT) && spec != null) {
      throw new ParameterException(
          spec.commandLine(), "--port must be from 0 to " + LAST_PORT + ", not " + value);
    }
    port = value;
  }

  @Override
  public void run() {
    try (KlingGateway gateway = start()) {
      context.interruption().allow("");
      context.out().println(gateway.url());
      context.err().print(instructions(gateway.url()));
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedRunException();
    }
  }

  private KlingGateway start() {
    try {
      return KlingGateway.builder().port(port).taskDuration(taskDuration).start();
    } catch (IllegalStateException e) {
      throw new ConfigurationException(e, "");
    }
  }

  private String instructions(String url) {
    String create = url + "kling/v1/videos/text2video";
    return String.join(
        System.lineSeparator(),
        "",
        "The gateway listens here until Ctrl-C; any key will do. In another terminal:",
        "",
        "  export KLING_BASE_URL=" + url + " KLING_API_KEY=any",
        "  " + context.command() + " \"A day at the beach.\"",
        "",
        "or",
        "",
        "  curl " + create + " -H 'Authorization: Bearer any' \\",
        "    -H 'Content-Type: application/json' \\",
        "    -d '{\"model_name\": \"kling-v2-5-turbo\", \"prompt\": \"A day at the beach.\","
            + " \"duration\": 5}'",
        "",
        "What should go wrong stands in the prompt: [[fail: risk control]], [[slow 60s]],",
        "[[http 503 twice]], [[code 1303 twice]], [[drop after read]], [[html]]; the testkit's",
        "README has them all.",
        "");
  }
}
