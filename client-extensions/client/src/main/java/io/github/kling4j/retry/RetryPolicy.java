package io.github.kling4j.retry;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * When a call that failed is made again: up to 3 more times, within 2 minutes, after pauses of 0.5,
 * 1, 2, … and at most 8 seconds, each shortened by up to a half at random. A {@code Retry-After} of
 * the server is obeyed where it ends before the deadline; otherwise the failure is told at once.
 *
 * <p>Queries, lists and downloads are made again after failures that may pass: those that are
 * {@linkplain io.github.kling4j.error.KlingException#isTransient() transient}. A create is made
 * again only when it is certain that the server made no task: the request was not sent, the server
 * refused it with code 1302 or 1303 (or a relay's words for one), or it says twice, with a pause
 * between, and with the vendor's code 1201, that it has no task of that {@code external_task_id}.
 *
 * <p>A wait looks again by itself, as its {@code WaitPolicy} says, and this policy is not asked.
 *
 * <p>All calls of a client share a budget, so that a dying server is not hammered: each repetition
 * takes one from it, and each success gives a tenth back. Where it is empty, failures are told at
 * once. Repetitions after a rate limit take nothing from it.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class RetryPolicy {
  private static final RetryPolicy DEFAULTS = builder().build();

  final int maxAttempts;
  final Duration minDelay;
  final Duration maxDelay;
  final Duration deadline;
  final int budget;
  final @Nullable Consumer<Attempt> listener;

  private RetryPolicy(Builder builder) {
    this.maxAttempts = builder.maxAttempts;
    this.minDelay = builder.minDelay;
    this.maxDelay = builder.maxDelay;
    this.deadline = builder.deadline;
    this.budget = builder.budget;
    this.listener = builder.listener;
  }

  /**
   * Returns the policy described above.
   *
   * @return the default policy
   */
  public static RetryPolicy defaults() {
    return DEFAULTS;
  }

  /**
   * Returns a policy by which nothing is done again. After an uncertain create the task is looked
   * for all the same, once.
   *
   * @return the policy
   */
  public static RetryPolicy never() {
    return builder().maxAttempts(1).build();
  }

  /**
   * Returns a builder with the defaults.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds policies. */
  public static final class Builder {
    private int maxAttempts = 4;
    private Duration minDelay = Duration.ofMillis(500);
    private Duration maxDelay = Duration.ofSeconds(8);
    private Duration deadline = Duration.ofMinutes(2);
    private int budget = 20;
    private @Nullable Consumer<Attempt> listener;

    private Builder() {}

    /**
     * Sets how often something is tried at most, the first time included; 4 by default.
     *
     * @param maxAttempts from 1 to 100
     * @return this builder
     * @throws IllegalArgumentException when it is not so
     */
    public Builder maxAttempts(int maxAttempts) {
      if (maxAttempts < 1 || maxAttempts > 100) {
        throw new IllegalArgumentException(
            "maxAttempts is " + maxAttempts + "; from 1 to 100 is needed");
      }
      this.maxAttempts = maxAttempts;
      return this;
    }

    /**
     * Sets the pauses; from 0.5 up to 8 seconds by default. Each is twice as long as the one
     * before, and shortened by up to a half at random.
     *
     * @param min the first pause, zero or more
     * @param max the longest, at least {@code min}
     * @return this builder
     * @throws IllegalArgumentException when they are not so
     */
    public Builder backOff(Duration min, Duration max) {
      if (min.isNegative() || max.compareTo(min) < 0) {
        throw new IllegalArgumentException(
            "backOff is "
                + min
                + " to "
                + max
                + "; zero or more, and not less at the end, is needed");
      }
      this.minDelay = min;
      this.maxDelay = max;
      return this;
    }

    /**
     * Sets when nothing is begun again any more; 2 minutes by default. A pause that would end later
     * is not begun.
     *
     * @param deadline counted from the beginning of the first attempt, zero or more
     * @return this builder
     * @throws IllegalArgumentException when it is negative
     */
    public Builder deadline(Duration deadline) {
      if (deadline.isNegative()) {
        throw new IllegalArgumentException("deadline is " + deadline + "; zero or more is needed");
      }
      this.deadline = deadline;
      return this;
    }

    /**
     * Sets how many repetitions all calls of the client have together while nothing succeeds; 20 by
     * default.
     *
     * @param budget zero or more
     * @return this builder
     * @throws IllegalArgumentException when it is negative
     */
    public Builder budget(int budget) {
      if (budget < 0) {
        throw new IllegalArgumentException("budget is " + budget + "; zero or more is needed");
      }
      this.budget = budget;
      return this;
    }

    /**
     * Sets who is told of each attempt that has ended, the first included. It is called on the
     * thread of the attempt and should be quick; what it throws is ignored.
     *
     * @param listener takes the attempt
     * @return this builder
     */
    public Builder listener(Consumer<Attempt> listener) {
      this.listener = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /**
     * Builds the policy.
     *
     * @return an immutable policy
     */
    public RetryPolicy build() {
      return new RetryPolicy(this);
    }
  }
}
