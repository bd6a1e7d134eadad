package io.github.kling4j.benchmarks.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.benchmarks.Jdk;
import io.github.kling4j.benchmarks.waiting.Figures.HeapUse;
import io.github.kling4j.benchmarks.waiting.Figures.Round;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WaitingReportTest {
  private static final Map<String, Integer> THREADS =
      new TreeMap<>(Map.of("kling4j-timer", 1, "OkHttp TaskRunner", 2));

  @Test
  void eachCaseHasARowInEachTable() {
    Figures figures =
        new Figures(
            10_000,
            true,
            new Round(4, 4_650, 20, 0.25, 130.04, 120),
            new HeapUse(7_000_000, 9_000_000, 3_000_000, 250_999),
            3,
            THREADS);

    assertThat(report(figures))
        .contains("| 10,000, list | 20.0 | 0.3 | 4.7 | 130.0 | 120.0 |\n")
        .contains("| 10,000, list | 3 | 1 | 2 OkHttp TaskRunner, 1 kling4j-timer |\n")
        .contains("| 10,000, list | 9,000 | 700 | 900 | 300 | 600 | 250 |\n");
  }

  @Test
  void theHeapOfFewWaitsIsNotDividedByThem() {
    Figures figures =
        new Figures(
            10,
            false,
            new Round(4, 5_000, 0, 10, 30, 20),
            new HeapUse(60_000, 80_000, 3_000, 50_000),
            3,
            THREADS);

    assertThat(report(figures)).contains("| 10, no list | 80 |  |  |  |  | 50 |\n");
  }

  @Test
  void theConditionsStandAboveTheTables() {
    assertThat(report()).contains("`-Xmx512m`").contains("every 5 s.");
  }

  private static String report(Figures... figures) {
    return new WaitingReport(
            List.of(figures), Duration.ofSeconds(5), Jdk.current(), List.of("-Xmx512m"))
        .toString();
  }
}
