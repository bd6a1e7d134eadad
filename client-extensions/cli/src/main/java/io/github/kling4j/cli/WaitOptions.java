package io.github.kling4j.cli;

import io.github.kling4j.task.WaitPolicy;
import io.github.kling4j.task.WaitProgress;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long and how often to look. */
final class WaitOptions {
  /** The built-in gateway's tasks take seconds, and looking costs nobody anything. */
  private static final Duration BUILT_IN_INTERVAL = Duration.ofMillis(500);

  private static final Duration USUAL_FIRST_DELAY = Duration.ofSeconds(5);

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  private @Nullable Duration timeout;
  private @Nullable Duration pollInterval;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = {
        "When to stop waiting; 15m if not given. The task goes on.",
        "Durations: 500ms, 90s, 10m, 1h or ISO-8601 as PT1M30S."
      })
  void timeout(Duration value) {
    timeout = moreThanZero("--timeout", value);
  }

  @Option(
      names = "--poll-interval",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "Time between looks; from 5s up to 15s if not given.")
  void pollInterval(Duration value) {
    pollInterval = moreThanZero("--poll-interval", value);
  }

  /** Returns the policy for a task that was made just now. */
  WaitPolicy afterCreate(boolean builtIn, Consumer<WaitProgress> listener) {
    Duration interval = interval(builtIn);
    Duration firstDelay =
        interval == null || interval.compareTo(USUAL_FIRST_DELAY) > 0
            ? USUAL_FIRST_DELAY
            : interval;
    return policy(firstDelay, interval, listener);
  }

  /** Returns the policy for a task that may have ended long ago. */
  WaitPolicy fromNow(boolean builtIn, Consumer<WaitProgress> listener) {
    return policy(Duration.ZERO, interval(builtIn), listener);
  }

  private @Nullable Duration interval(boolean builtIn) {
    return pollInterval == null && builtIn ? BUILT_IN_INTERVAL : pollInterval;
  }

  private WaitPolicy policy(
      Duration firstDelay, @Nullable Duration interval, Consumer<WaitProgress> listener) {
    WaitPolicy.Builder policy = WaitPolicy.builder().firstDelay(firstDelay).listener(listener);
    if (interval != null) {
      policy.interval(interval, interval);
    }
    if (timeout != null) {
      policy.deadline(timeout);
    }
    return policy.build();
  }

  private Duration moreThanZero(String option, Duration value) {
    if (value.isZero() && command != null) {
      throw new ParameterException(command.commandLine(), option + " must be more than zero");
    }
    return value;
  }
}
