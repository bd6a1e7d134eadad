package io.github.kling4j.cli;

import io.github.kling4j.retry.RetryPolicy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How often something is tried again. */
final class RetryOptions {
  private static final int MOST = 99;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  private @Nullable Integer retries;

  @Option(
      names = "--retries",
      paramLabel = "N",
      description = {
        "How often to try again what may pass, with pauses between; 3 if not given.",
        "A create is tried again only if it is certain that no task was made."
      })
  void retries(int value) {
    if ((value < 0 || value > MOST) && command != null) {
      throw new ParameterException(
          command.commandLine(), "--retries must be from 0 to " + MOST + ", not " + value);
    }
    retries = value;
  }

  RetryPolicy policy() {
    return retries == null
        ? RetryPolicy.defaults()
        : RetryPolicy.builder().maxAttempts(retries + 1).build();
  }
}
