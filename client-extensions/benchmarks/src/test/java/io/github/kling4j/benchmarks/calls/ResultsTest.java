package io.github.kling4j.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.benchmarks.contender.Contenders;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private final Results results = new Results();

  @Test
  void aRatioIsTakenRoundByRoundAndThenTheMedian() {
    // The machine is ten times as slow in the second round, and OkHttp has bad luck in the third.
    add(Contenders.OKHTTP_BYTES, 100, 1_000, 400);
    add(Contenders.CLIENT, 120, 1_300, 130);

    assertThat(results.ratio(Contenders.CLIENT, Measure.GET, Sample::cpuPerCall)).isEqualTo(1.2);
    assertThat(results.median(Contenders.CLIENT, Measure.GET, Sample::cpuPerCall)).isEqualTo(130);
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetween() {
    add(Contenders.CLIENT, 120, 140, 100, 500);

    assertThat(results.median(Contenders.CLIENT, Measure.GET, Sample::cpuPerCall)).isEqualTo(130);
  }

  @Test
  void whatWasNotMeasuredIsNamed() {
    assertThatThrownBy(() -> results.median(Contenders.FEIGN, Measure.GET, Sample::cpuPerCall))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("feign")
        .hasMessageContaining("GET");
  }

  private void add(Contenders contender, long... nanos) {
    for (long each : nanos) {
      results.add(contender, Measure.GET, new Sample(1, 1, each, 1, 1, 1));
    }
  }
}
