package io.github.kling4j.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A source of time that can be put forward. */
final class GatewayTime implements InstantSource {
  private final InstantSource source;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  GatewayTime(InstantSource source) {
    this.source = source;
  }

  @Override
  public Instant instant() {
    return source.instant().plus(ahead.get());
  }

  void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("time goes forward only, not by " + step);
    }
    ahead.accumulateAndGet(step, Duration::plus);
  }
}
