package io.github.kling4j.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTest {
  @Test
  void timeOnProcessorIsTheFirstFigureOfSchedstat() {
    assertThat(Usage.onCpu("182087539 303913610 416\n")).isEqualTo(182_087_539);
  }

  @Test
  void peakIsTheHighWaterMarkAndNotWhatIsThereNow() {
    List<String> status =
        List.of("Name:\tjava", "VmPeak:\t 9000 kB", "VmHWM:\t   80204 kB", "VmRSS:\t   70000 kB");

    assertThat(Usage.peak(status)).isEqualTo(80_204);
  }

  @Test
  void aSystemThatTellsNoPeakGivesNone() {
    assertThat(Usage.peak(List.of("Name:\tjava"))).isZero();
  }

  @Test
  void ofThisProcessSomethingIsSeen() {
    assertThat(Usage.of(ProcessHandle.current().pid()).cpuNanos()).isPositive();
  }

  @Test
  void onlyLinesOfLoadedClassesAreCounted() {
    List<String> log =
        List.of(
            "[0.010s][info][class,load] java.lang.Object source: shared objects file",
            "[0.011s][info][class,load] opened: /usr/lib/modules",
            "[0.400s][info][class,load] okhttp3.Call source: file:/lib/okhttp-jvm-5.5.1.jar");

    assertThat(ColdStart.count(log)).isEqualTo(2);
  }
}
