package io.github.kling4j.cli;

import io.github.kling4j.testkit.Dialect;
import io.github.kling4j.testkit.KlingGateway;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
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
  private static final int SEEDS = 1_000_000;

  private final Context context;

  @Spec private @Nullable CommandSpec spec;

  private int port;

  @Option(
      names = "--task-duration",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "How long a task takes; 3s if not given.")
  private Duration taskDuration = Duration.ofSeconds(3);

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      converter = DialectConverter.class,
      description = {
        "Answers as relays of one kind do: word-code, new-api, new-api-old, no-envelope,"
            + " task-id-only, id-only or data-id; as the vendor if not given."
      })
  private Dialect dialect = Dialect.VENDOR;

  private double randomFaults;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Repeats the random faults of another run; any whole number.")
  private @Nullable Long seed;

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

  @Option(
      names = "--random-faults",
      paramLabel = "SHARE",
      description = "Spoils this share of all requests, from 0 to 1; none if not given.")
  void randomFaults(double value) {
    if (!(value >= 0 && value <= 1) && spec != null) {
      throw new ParameterException(
          spec.commandLine(), "--random-faults must be from 0 to 1, not " + value);
    }
    randomFaults = value;
  }

  @Override
  public void run() {
    if (seed != null && randomFaults == 0 && spec != null) {
      throw new ParameterException(
          spec.commandLine(), "--seed is of use with --random-faults only");
    }
    long usedSeed = seed == null ? ThreadLocalRandom.current().nextInt(SEEDS) : seed;
    try (KlingGateway gateway = start(usedSeed)) {
      context.interruption().allow("");
      context.out().println(gateway.url());
      context.err().print(instructions(gateway.url(), usedSeed));
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedRunException();
    }
  }

  private KlingGateway start(long usedSeed) {
    try {
      return KlingGateway.builder()
          .port(port)
          .taskDuration(taskDuration)
          .dialect(dialect)
          .randomFaults(usedSeed, randomFaults)
          .start();
    } catch (IllegalStateException e) {
      throw new ConfigurationException(e, "");
    }
  }

  private String instructions(String url, long usedSeed) {
    String spoilt =
        randomFaults == 0
            ? ""
            : System.lineSeparator()
                + "Of all requests, a share of "
                + randomFaults
                + " is spoilt at random; --seed "
                + usedSeed
                + " repeats that.";
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
        "README has them all." + spoilt,
        "");
  }
}
