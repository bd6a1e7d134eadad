package io.github.kling4j.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.benchmarks.Jdk;
import io.github.kling4j.benchmarks.contender.Contenders;
import io.github.kling4j.benchmarks.contender.FixedServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdStartTest {
  @Test
  void eachStartIsMeasuredAndTheWholeClientLoadsMoreThanASocket(@TempDir Path folder) {
    try (FixedServer server = new FixedServer()) {
      List<ColdStart> contenders =
          List.of(
              new ColdStart(Contenders.SOCKET, Jdk.current(), server.url()),
              new ColdStart(Contenders.CLIENT, Jdk.current(), server.url()));

      Starts starts = StartBenchmark.measure(contenders, 1, folder);

      assertThat(starts.contenders()).containsExactly(Contenders.SOCKET, Contenders.CLIENT);
      assertThat(starts.median(Contenders.SOCKET, Start::cpuMillis)).isPositive();
      assertThat(starts.median(Contenders.CLIENT, Start::wallMillis)).isPositive();
      assertThat(starts.classes(Contenders.SOCKET)).isPositive();
      assertThat(starts.classes(Contenders.CLIENT))
          .isGreaterThan(starts.classes(Contenders.SOCKET) + 1_000);
    }
  }
}
