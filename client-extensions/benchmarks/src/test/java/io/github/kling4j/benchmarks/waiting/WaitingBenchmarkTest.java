package io.github.kling4j.benchmarks.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.benchmarks.Jdk;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingBenchmarkTest {
  @Test
  void theFiguresOfAnotherProcessCome() {
    WaitingOptions options = new WaitingOptions(List.of(), Duration.ofMillis(50), 2);

    Figures figures = WaitingBenchmark.measure(3, false, options, Jdk.current());

    assertThat(figures.waits()).isEqualTo(3);
    assertThat(figures.list()).isFalse();
    assertThat(figures.round().singles()).isPositive();
    assertThat(figures.ourThreads()).isPositive();
  }

  @Test
  void nothingIsMeasuredWhenAnOptionIsWrong() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());

    assertThatThrownBy(
            () -> new WaitingBenchmark().run(List.of("--fast"), Jdk.current(), nowhere, nowhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--fast");
  }
}
