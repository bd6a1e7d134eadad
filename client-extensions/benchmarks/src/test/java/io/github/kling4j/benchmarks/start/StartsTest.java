package io.github.kling4j.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.benchmarks.Jdk;
import io.github.kling4j.benchmarks.contender.Contenders;
import org.junit.jupiter.api.Test;

class StartsTest {
  private static final String JDK_17 = "JDK 17.0.15+6 (Debian)";
  private static final String JDK_25 = "JDK 25.0.1+8-LTS (Eclipse Adoptium)";

  @Test
  void aRatioIsOfStartsThatRanOneAfterTheOther() {
    Starts starts = new Starts();
    // The machine became slow when only ours of the first fork was still to come.
    add(starts, 500, 1000);
    add(starts, 900, 990);
    add(starts, 1000, 1100);

    assertThat(starts.cpuRatio(Contenders.CLIENT)).isEqualTo(1.1);
    assertThat(starts.median(Contenders.CLIENT, Start::cpuMillis)).isEqualTo(1000);
  }

  @Test
  void whatMeetsEachBudgetIsNotNamed() {
    assertThat(StartBudgets.exceeded(starts(1_000, 1_100, 2_150), JDK_17)).isEmpty();
  }

  @Test
  void moreThanATenthAboveOkHttpIsTooMuchCpu() {
    assertThat(StartBudgets.exceeded(starts(1_000, 1_110, 2_150), JDK_25))
        .containsExactly(
            "CPU of a start on "
                + JDK_25
                + ": 1.11 times that of OkHttp with JSON by hand, of 1.10");
  }

  @Test
  void aClassMoreIsTooMuchOnJdk17Only() {
    assertThat(StartBudgets.exceeded(starts(1_000, 1_000, 2_151), JDK_17))
        .containsExactly("classes of a start on " + JDK_17 + ": 2,151, of 2,150");
    assertThat(StartBudgets.exceeded(starts(1_000, 1_000, 2_151), JDK_25)).isEmpty();
  }

  @Test
  void othersHaveNoBudget() {
    Starts starts = new Starts();
    starts.add(Contenders.OKHTTP_MOSHI, start(500));
    starts.add(Contenders.FEIGN, start(5_000));

    assertThat(StartBudgets.exceeded(starts, JDK_17)).isEmpty();
  }

  @Test
  void theReportHasARowForEachContenderWithAnArchiveAndWithout() {
    StartReport report =
        new StartReport(starts(500, 550, 2_140), starts(250, 300, 2_139), Jdk.current(), 1);

    assertThat(report.toString())
        .contains("medians of 1 process each")
        .contains("| OkHttp, JSON by hand | 1.00 | 500 | 700 | 80 | 0 |")
        .contains("| kling4j, whole client | 1.10 | 550 | 700 | 80 | 2,140 |")
        .contains("| kling4j, whole client | 1.20 | 300 | 700 | 80 | 2,139 |");
  }

  private static Starts starts(int base, int ours, int classes) {
    Starts starts = new Starts();
    add(starts, base, ours);
    starts.loads(Contenders.CLIENT, classes);
    return starts;
  }

  private static void add(Starts starts, int base, int ours) {
    starts.add(Contenders.OKHTTP_MOSHI, start(base));
    starts.add(Contenders.CLIENT, start(ours));
  }

  private static Start start(int cpuMillis) {
    return new Start(700_000_000L, new Usage(cpuMillis * 1_000_000L, 80 * 1024));
  }
}
