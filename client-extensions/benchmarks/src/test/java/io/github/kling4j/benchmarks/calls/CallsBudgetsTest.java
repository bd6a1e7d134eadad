package io.github.kling4j.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.benchmarks.contender.Contenders;
import org.junit.jupiter.api.Test;

class CallsBudgetsTest {
  private final Results results = new Results();

  @Test
  void whatIsWithinAllBudgetsIsNotNamed() {
    add(Contenders.OKHTTP_BYTES, 1_000, 9_000, 1_000, 9_000);
    add(Contenders.NATIVE, 1_151, 40_000, 1_151, 40_000);
    add(Contenders.CLIENT, 1_150, 12_288, 1_150, 12_288);

    assertThat(CallsBudgets.exceeded(results)).isEmpty();
  }

  @Test
  void processorTimeAndBytesOfCreateAndGetHaveBudgets() {
    add(Contenders.OKHTTP_BYTES, 1_000, 9_000, 2_000, 9_000);
    add(Contenders.CLIENT, 1_160, 12_289, 2_500, 20_000);

    assertThat(CallsBudgets.exceeded(results))
        .containsExactly(
            "CPU of a create: 1.16 times that of bare OkHttp, of 1.15",
            "bytes of a create: 12,289, of 12,288",
            "CPU of a get: 1.25 times that of bare OkHttp, of 1.15",
            "bytes of a get: 20,000, of 12,288");
  }

  @Test
  void everyPeerMustTakeMore() {
    add(Contenders.OKHTTP_BYTES, 1_000, 9_000, 1_000, 9_000);
    add(Contenders.OKHTTP_MOSHI, 1_000, 9_000, 1_000, 9_000);
    add(Contenders.FEIGN, 1_100, 40_000, 1_090, 40_000);
    add(Contenders.CLIENT, 1_100, 9_000, 1_080, 9_000);

    assertThat(CallsBudgets.exceeded(results))
        .containsExactly(
            "CPU of a create: 1.10 times that of bare OkHttp, and stock feign takes 1.10");
  }

  @Test
  void withoutTheClientThereIsNothingToCheck() {
    add(Contenders.OKHTTP_BYTES, 1_000, 9_000, 1_000, 9_000);

    assertThat(CallsBudgets.exceeded(results)).isEmpty();
  }

  private void add(
      Contenders contender, long createNanos, long createBytes, long getNanos, long getBytes) {
    results.add(contender, Measure.CREATE, sample(createNanos, createBytes));
    results.add(contender, Measure.GET, sample(getNanos, getBytes));
  }

  private static Sample sample(long cpuNanos, long bytes) {
    return new Sample(10, 1, 10 * cpuNanos, 10 * bytes, 1, 1);
  }
}
