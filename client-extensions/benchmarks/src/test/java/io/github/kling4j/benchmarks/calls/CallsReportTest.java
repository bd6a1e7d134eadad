package io.github.kling4j.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.benchmarks.Jdk;
import io.github.kling4j.benchmarks.contender.Contenders;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallsReportTest {
  @Test
  void eachContenderHasARowInEachTable() {
    Results results = new Results();
    for (Measure measure : Measure.values()) {
      results.add(
          Contenders.OKHTTP_BYTES,
          measure,
          new Sample(10, 1_000_000, 1_000_000, 80_000, 90_000, 200_000));
      results.add(
          Contenders.CLIENT,
          measure,
          new Sample(10, 2_000_000, 1_124_000, 100_006, 91_000, 300_400));
    }

    assertThat(report(results))
        .contains("| OkHttp, fixed bytes | 1.00 | 1.00 | 1.00 | 100 |")
        .contains(
            "| kling4j, whole client | 1.12 | 1.12 | 1.12 | 112 | 112 | 112 | 10,001 | 10,001 |"
                + " 10,001 |\n")
        .contains("| kling4j, whole client | 5,000 | 91 | 300 | 5,000 | 91 | 300 |\n");
  }

  @Test
  void theConditionsStandAboveTheTables() {
    assertThat(report(new Results()))
        .contains("JDK " + Runtime.version())
        .contains("-Xmx256m")
        .contains("medians of 14 rounds in 2 processes each");
  }

  private static String report(Results results) {
    CallsOptions options = CallsOptions.parse(List.of("--forks", "2", "--rounds", "7"));
    return new CallsReport(results, Jdk.current(), options).toString();
  }
}
