package io.github.kling4j.task;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How a task is waited for: the first look after 5 seconds, then looks 5 to 15 seconds apart, until
 * 15 minutes have passed. Each interval is 1.5 times the one before, and shortened by up to a fifth
 * at random, so that many waits spread. Immutable.
 */
public final class WaitPolicy {
  private static final WaitPolicy DEFAULT = builder().build();

  final Duration firstDelay;
  final Duration minInterval;
  final Duration maxInterval;
  final Duration deadline;
  final Consumer<WaitProgress> listener;

  private WaitPolicy(Builder builder) {
    this.firstDelay = builder.firstDelay;
    this.minInterval = builder.minInterval;
    this.maxInterval = builder.maxInterval;
    this.deadline = builder.deadline;
    this.listener = builder.listener;
  }

  /**
   * Returns the policy described above.
   *
   * @return the default policy
   */
  public static WaitPolicy defaults() {
    return DEFAULT;
  }

  /**
   * Returns a builder with the defaults.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a builder with the values of this policy.
   *
   * @return a new builder
   */
  public Builder toBuilder() {
    return new Builder()
        .firstDelay(firstDelay)
        .interval(minInterval, maxInterval)
        .deadline(deadline)
        .listener(listener);
  }

  /** Builds policies. */
  public static final class Builder {
    private Duration firstDelay = Duration.ofSeconds(5);
    private Duration minInterval = Duration.ofSeconds(5);
    private Duration maxInterval = Duration.ofSeconds(15);
    private Duration deadline = Duration.ofMinutes(15);
    private Consumer<WaitProgress> listener = progress -> {};

    private Builder() {}

    /**
     * Sets the time before the first look; 5 seconds by default.
     *
     * @param firstDelay zero or more
     * @return this builder
     * @throws IllegalArgumentException when it is negative
     */
    public Builder firstDelay(Duration firstDelay) {
      if (firstDelay.isNegative()) {
        throw new IllegalArgumentException(
            "firstDelay is " + firstDelay + "; zero or more is needed");
      }
      this.firstDelay = firstDelay;
      return this;
    }

    /**
     * Sets the time between looks; from 5 up to 15 seconds by default. Relays refresh what they
     * answer about every 15 seconds, so shorter is rarely sooner.
     *
     * @param min the first interval, more than zero
     * @param max the longest interval, at least {@code min}
     * @return this builder
     * @throws IllegalArgumentException when they are not so
     */
    public Builder interval(Duration min, Duration max) {
      if (min.isNegative() || min.isZero() || max.compareTo(min) < 0) {
        throw new IllegalArgumentException(
            "interval is "
                + min
                + " to "
                + max
                + "; more than zero, and not less at the end, is needed");
      }
      this.minInterval = min;
      this.maxInterval = max;
      return this;
    }

    /**
     * Sets when a wait gives up; 15 minutes by default.
     *
     * @param deadline counted from the beginning of the wait, more than zero
     * @return this builder
     * @throws IllegalArgumentException when it is not so
     */
    public Builder deadline(Duration deadline) {
      if (deadline.isNegative() || deadline.isZero()) {
        throw new IllegalArgumentException(
            "deadline is " + deadline + "; more than zero is needed");
      }
      this.deadline = deadline;
      return this;
    }

    /**
     * Sets who is told of each look. It is called on a thread of the client and should be quick; an
     * exception from it ends the wait.
     *
     * @param listener takes the progress
     * @return this builder
     */
    public Builder listener(Consumer<WaitProgress> listener) {
      this.listener = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /**
     * Builds the policy.
     *
     * @return an immutable policy
     */
    public WaitPolicy build() {
      return new WaitPolicy(this);
    }
  }
}
