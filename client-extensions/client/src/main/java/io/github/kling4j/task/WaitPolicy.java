package io.github.kling4j.task;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a task is waited for: the first look after 5 seconds, then looks 5 to 15 seconds apart, until
 * 15 minutes have passed. Each interval is 1.5 times the one before, and shortened by up to a fifth
 * at random, so that many clients spread. Where many wait they share looks, so that some come
 * earlier than that by up to half an interval. Immutable.
 */
public final class WaitPolicy {
  private static final WaitPolicy DEFAULT = builder().build();

  final Duration firstDelay;
  final Duration minInterval;
  final Duration maxInterval;
  final double growth;
  final double jitter;
  final Duration deadline;
  final int looksAtOnce;
  final @Nullable Consumer<WaitProgress> listener;

  private WaitPolicy(Builder builder) {
    this.firstDelay = builder.firstDelay;
    this.minInterval = builder.minInterval;
    this.maxInterval = builder.maxInterval;
    this.growth = builder.growth;
    this.jitter = builder.jitter;
    this.deadline = builder.deadline;
    this.looksAtOnce = builder.looksAtOnce;
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
    Builder builder =
        new Builder()
            .firstDelay(firstDelay)
            .interval(minInterval, maxInterval)
            .growth(growth)
            .jitter(jitter)
            .deadline(deadline)
            .looksAtOnce(looksAtOnce);
    builder.listener = listener;
    return builder;
  }

  /** Builds policies. */
  public static final class Builder {
    private Duration firstDelay = Duration.ofSeconds(5);
    private Duration minInterval = Duration.ofSeconds(5);
    private Duration maxInterval = Duration.ofSeconds(15);
    private double growth = 1.5;
    private double jitter = 0.2;
    private Duration deadline = Duration.ofMinutes(15);
    private int looksAtOnce = 3;
    private @Nullable Consumer<WaitProgress> listener;

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
     * Sets how many times as long each interval is as the one before; 1.5 by default.
     *
     * @param growth 1 or more; 1 keeps the first interval
     * @return this builder
     * @throws IllegalArgumentException when it is less, or not finite
     */
    public Builder growth(double growth) {
      if (!(growth >= 1 && growth < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("growth is " + growth + "; 1 or more is needed");
      }
      this.growth = growth;
      return this;
    }

    /**
     * Sets by which share an interval may be shortened at random; 0.2 by default.
     *
     * @param jitter 0, for exact intervals, to 1
     * @return this builder
     * @throws IllegalArgumentException when it is not so
     */
    public Builder jitter(double jitter) {
      if (!(jitter >= 0 && jitter <= 1)) {
        throw new IllegalArgumentException("jitter is " + jitter + "; 0 to 1 is needed");
      }
      this.jitter = jitter;
      return this;
    }

    /**
     * Sets how many tasks are asked for at once where each has to be asked for alone; 3 by default.
     * The rest take turns: where 10,000 wait at a server without a list that answers within 100 ms,
     * all have had theirs after 6 minutes, and with 30 at once after half a minute. Each takes a
     * thread while it is under way. This counts in the policy of the client, not in that of a call.
     *
     * @param looksAtOnce 1 or more
     * @return this builder
     * @throws IllegalArgumentException when it is less
     */
    public Builder looksAtOnce(int looksAtOnce) {
      if (looksAtOnce < 1) {
        throw new IllegalArgumentException(
            "looksAtOnce is " + looksAtOnce + "; 1 or more is needed");
      }
      this.looksAtOnce = looksAtOnce;
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
