package io.github.kling4j.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.benchmarks.contender.Contender;
import io.github.kling4j.benchmarks.contender.Wire;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static final int WASTE = 100_000;

  private final Wasteful contender = new Wasteful();
  private final Calls calls = new Calls(contender);

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void callsOfOneThreadAreMadeByTheCaller() throws Exception {
    Sample sample = calls.measure(Operation.CREATE, 1, 5);

    assertThat(contender.creates).hasValue(5);
    assertThat(contender.threads).containsExactly(Thread.currentThread());
    assertThat(sample.calls()).isEqualTo(5);
    assertThat(sample.wallNanos()).isPositive();
    assertThat(sample.p99Nanos()).isGreaterThanOrEqualTo(sample.p50Nanos());
  }

  @Test
  void callsAreSpreadOverThreads() throws Exception {
    Sample sample = calls.measure(Operation.CREATE, 4, 40);

    assertThat(contender.creates).hasValue(40);
    assertThat(contender.threads).hasSizeBetween(1, 4).doesNotContain(Thread.currentThread());
    assertThat(sample.calls()).isEqualTo(40);
  }

  @Test
  void bytesOfOtherThreadsCountAlsoOfThoseThatComeMeanwhile() throws Exception {
    assertThat(calls.measure(Operation.CREATE, 1, 20).bytesPerCall())
        .isBetween((double) WASTE, 2.0 * WASTE);
    assertThat(calls.measure(Operation.CREATE, 4, 40).bytesPerCall())
        .isBetween((double) WASTE, 2.0 * WASTE);
  }

  @Test
  void processorTimeIsCounted() throws Exception {
    assertThat(calls.measure(Operation.CREATE, 1, 2_000).cpuNanos()).isPositive();
  }

  @Test
  void aWarmUpMakesAllCallsOfABatch() throws Exception {
    calls.warmUp(Operation.CREATE, 30);

    assertThat(contender.creates.get()).isBetween(30, 90);
    assertThat(contender.creates.get() % 30).isZero();
  }

  @Test
  void aCallThatFailsIsMadeOnceMore() throws Exception {
    contender.failures.set(1);

    assertThat(calls.measure(Operation.CREATE, 1, 5).calls()).isEqualTo(5);

    assertThat(contender.creates).hasValue(6);
    contender.failures.set(2);
    assertThatThrownBy(() -> calls.measure(Operation.CREATE, 1, 5)).hasMessage("failed");
  }

  @Test
  void aWrongAnswerIsNoFigure() {
    assertThatThrownBy(() -> calls.measure(Operation.GET, 1, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("GET");
    assertThatThrownBy(() -> calls.measure(Operation.LIST, 1, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("LIST");
  }

  private static final class Wasteful implements Contender {
    private final AtomicInteger creates = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile byte[] waste = {};

    @Override
    public String create() {
      creates.incrementAndGet();
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new IllegalStateException("failed");
      }
      threads.add(Thread.currentThread());
      waste = new byte[WASTE];
      return Wire.TASK_ID;
    }

    @Override
    public String get(String id) {
      return "https://elsewhere.example.com/" + waste.length;
    }

    @Override
    public int list() {
      return Wire.PAGE - 1;
    }

    @Override
    public void close() {}
  }
}
