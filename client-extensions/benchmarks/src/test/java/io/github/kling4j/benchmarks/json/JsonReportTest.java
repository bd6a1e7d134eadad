package io.github.kling4j.benchmarks.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private final JsonFigures figures = new JsonFigures();

  @Test
  void eachContenderHasARowForEachCaseWithItsRatios() {
    add(1, 1_368, 1, 1_368);

    assertThat(JsonReport.table(figures))
        .contains("| case | µs | times by hand | bytes | times by hand |\n")
        .contains("| read an answer with one video, by hand | 2.00 | 1.00 | 1,368 | 1.00 |\n")
        .contains("| read an answer with one video, generated | 2.00 | 1.00 | 1,368 | 1.00 |\n")
        .contains("| read an answer with one video, reflected | 4.00 | 2.00 | 2,736 | 2.00 |\n")
        .contains("| write a full request, generated | 2.00 | 1.00 | 1,368 | 1.00 |\n")
        .contains("| read a list of 500 tasks, generated | 2.00 | 1.00 | 1,368 | 1.00 |\n");
  }

  @Test
  void whatIsWithinATenthIsNotNamed() {
    add(1.10, 1_000, 1, 1_104);

    assertThat(JsonReport.exceeded(figures)).isEmpty();
  }

  @Test
  void timeAndBytesBeyondATenthAreNamedForEachCase() {
    add(1.11, 1_000, 1, 1_106);

    assertThat(JsonReport.exceeded(figures))
        .containsExactly(
            "write a full request: 1.11 times the time by hand, of 1.10",
            "write a full request: 1.11 times the bytes by hand, of 1.10",
            "read an answer with one video: 1.11 times the time by hand, of 1.10",
            "read an answer with one video: 1.11 times the bytes by hand, of 1.10",
            "read a list of 500 tasks: 1.11 times the time by hand, of 1.10",
            "read a list of 500 tasks: 1.11 times the bytes by hand, of 1.10");
  }

  @Test
  void ratiosAreTakenWithinARoundAndTheMiddleOneCounts() {
    round(10, 11);
    round(20, 30);
    round(100, 100);

    assertThat(figures.micros(JsonCase.READ_LIST, JsonContender.BY_HAND)).isEqualTo(20);
    assertThat(figures.micros(JsonCase.READ_LIST, JsonContender.GENERATED)).isEqualTo(30);
    assertThat(figures.timeRatio(JsonCase.READ_LIST, JsonContender.GENERATED)).isEqualTo(1.1);
  }

  @Test
  void ofTwoRoundsTheMeanCounts() {
    round(10, 10);
    round(10, 12);

    assertThat(figures.timeRatio(JsonCase.READ_LIST, JsonContender.GENERATED)).isEqualTo(1.1);
  }

  @Test
  void optionsChangeHowLongIsMeasured() {
    assertThat(JsonOptions.parse(List.of())).isEqualTo(new JsonOptions(3, 3, 2));
    assertThat(JsonOptions.parse(List.of("--rounds", "5", "--warmup", "4", "--seconds", "6")))
        .isEqualTo(new JsonOptions(5, 4, 6));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonOptions.parse(List.of("--forks", "2")))
        .withMessageContaining("no option --forks");
  }

  private void round(double byHand, double generated) {
    figures.add(JsonCase.READ_LIST, JsonContender.BY_HAND, new JsonFigures.Sample(byHand, byHand));
    figures.add(
        JsonCase.READ_LIST, JsonContender.GENERATED, new JsonFigures.Sample(generated, generated));
  }

  private void add(double time, double bytesByHand, double timeByHand, double bytes) {
    for (JsonCase what : JsonCase.values()) {
      figures.add(what, JsonContender.BY_HAND, new JsonFigures.Sample(2 * timeByHand, bytesByHand));
      figures.add(what, JsonContender.GENERATED, new JsonFigures.Sample(2 * time, bytes));
      figures.add(what, JsonContender.REFLECTED, new JsonFigures.Sample(4 * time, 2 * bytes));
    }
  }
}
