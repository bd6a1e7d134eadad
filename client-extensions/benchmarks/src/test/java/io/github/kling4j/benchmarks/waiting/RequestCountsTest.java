package io.github.kling4j.benchmarks.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestCountsTest {
  @Test
  void whatCameBeforeIsTakenOff() {
    RequestCounts counts = new RequestCounts(25, 1_007).since(new RequestCounts(5, 7));

    assertThat(counts).isEqualTo(new RequestCounts(20, 1_000));
  }

  @Test
  void countsAreTheSameWhenAnotherProcessReadsThem() {
    RequestCounts counts = new RequestCounts(20, 1_000);

    assertThat(RequestCounts.parse(counts.toString())).isEqualTo(counts);
  }
}
