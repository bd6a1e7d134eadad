package io.github.kling4j.benchmarks.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingBenchmarkTest {
  @Test
  void theFiguresOfAnotherProcessCome() {
    WaitingOptions options = new WaitingOptions(List.of(), Duration.ofMillis(50), 2, false);

    Figures figures = WaitingBenchmark.measure(3, false, options);

    assertThat(figures.waits()).isEqualTo(3);
    assertThat(figures.list()).isFalse();
    assertThat(figures.round().singles()).isPositive();
    assertThat(figures.ourThreads()).isPositive();
  }

  @Test
  void nothingIsMeasuredWhenAnOptionIsWrong() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());

    assertThatThrownBy(() -> WaitingBenchmark.run(List.of("--fast"), nowhere, nowhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--fast");
  }
}
