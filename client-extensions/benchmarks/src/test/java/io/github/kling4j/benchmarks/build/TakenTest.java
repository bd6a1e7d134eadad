package io.github.kling4j.benchmarks.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.benchmarks.Jdk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakenTest {
  @Test
  void theLastLineTellsTheClockAndBothKindsOfCpu() {
    assertThat(Taken.parse(List.of("a warning", "12.345 30.250 1.500")))
        .isEqualTo(new Taken(12.345, 31.75));
  }

  @Test
  void whatIsNoTimeIsRefused() {
    assertThatThrownBy(() -> Taken.parse(List.of("BUILD SUCCESS")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BUILD SUCCESS");
  }

  @Test
  void aMedianIsTheMiddleOrBetweenTheTwoInTheMiddle() {
    List<Taken> three = List.of(new Taken(9, 1), new Taken(1, 1), new Taken(2, 1));

    assertThat(BuildBenchmark.median(three, Taken::wall)).isEqualTo("2.0");
    assertThat(BuildBenchmark.median(three.subList(0, 2), Taken::wall)).isEqualTo("5.0");
  }

  @Test
  void aCommandRunsInItsFolderWithTheJdkAndIsTimed(@TempDir Path folder) throws Exception {
    Taken taken = TimedCommand.run(folder, Jdk.current(), "bash -c 'echo \"$JAVA_HOME\" > home'");

    assertThat(folder.resolve("home")).hasContent(Jdk.current().home() + "\n");
    assertThat(taken.wall()).isGreaterThanOrEqualTo(0);
    assertThat(folder).isDirectoryContaining("glob:**/home");
  }

  @Test
  void aCommandThatFailsIsShownWithWhatItSaid(@TempDir Path folder) {
    assertThatThrownBy(
            () -> TimedCommand.run(folder, Jdk.current(), "bash -c 'echo no such goal; exit 3'"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no such goal");
  }

  @Test
  void optionsAreRead() {
    assertThat(BuildOptions.parse(List.of())).isEqualTo(new BuildOptions(3, false));
    assertThat(BuildOptions.parse(List.of("--whole", "--rounds", "5")))
        .isEqualTo(new BuildOptions(5, true));
    assertThatThrownBy(() -> BuildOptions.parse(List.of("--all")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--all");
  }
}
