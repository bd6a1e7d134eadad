package io.github.kling4j.benchmarks.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.benchmarks.waiting.Figures.HeapUse;
import io.github.kling4j.benchmarks.waiting.Figures.Round;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitingBudgetsTest {
  private static final long KB = 1024;

  @Test
  void whatMeetsEachBudgetIsNotNamed() {
    assertThat(exceeded(figures(10_000, true, 20, 4, KB))).isEmpty();
    assertThat(exceeded(figures(10_000, false, 10_000, 4, KB))).isEmpty();
  }

  @Test
  void aFifthThreadOfOursIsTooMuchForAnyNumberOfWaits() {
    assertThat(exceeded(figures(1, false, 1, 5, 0)))
        .containsExactly("1 waits without list: 5 threads of the client, of 4");
  }

  @Test
  void threadsOfOkHttpAreReportedAndNotBudgeted() {
    Figures figures = figures(1, false, 1, 4, 0);

    assertThat(figures.allThreads()).isEqualTo(6);
    assertThat(figures.ourThreads()).isEqualTo(4);
    assertThat(exceeded(figures)).isEmpty();
  }

  @Test
  void aRequestMoreThanThereArePagesIsTooMuchWhereThereIsAList() {
    assertThat(exceeded(figures(10_000, true, 21, 4, KB)))
        .containsExactly("10,000 waits with the list: 21 requests a round, of 20");
  }

  @Test
  void aByteMoreThanAKilobyteBesideTheTaskIsTooMuchForAWait() {
    assertThat(exceeded(figures(10_000, false, 10_000, 4, KB + 1)))
        .containsExactly("10,000 waits without list: 1,025 bytes a wait, of 1,024");
  }

  @Test
  void heapAndRequestsOfFewWaitsAreOnlyReported() {
    assertThat(exceeded(figures(10, true, 10, 4, 100 * KB))).isEmpty();
  }

  @Test
  void figuresAreTheSameWhenAnotherProcessReadsThem() {
    Figures figures = figures(501, true, 2.25, 3, 700);

    assertThat(Figures.parse(figures.line())).isEqualTo(figures);
  }

  private static List<String> exceeded(Figures figures) {
    return WaitingBudgets.exceeded(List.of(figures));
  }

  private static Figures figures(
      int waits, boolean list, double requests, int ours, long bytesBesideTask) {
    long ownData = 300L * waits;
    long inRound = ownData + bytesBesideTask * waits;
    return new Figures(
        waits,
        list,
        new Round(3.0, 5000.5, list ? requests : 0, list ? 0 : requests, 12.5, 10.25),
        new HeapUse(ownData + 1, inRound, ownData, 4096),
        ours + 2,
        Map.of("kling4j-http", ours - 1, "kling4j-timer", 1, "OkHttp TaskRunner", 2));
  }
}
