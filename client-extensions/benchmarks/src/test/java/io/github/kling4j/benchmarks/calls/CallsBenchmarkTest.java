package io.github.kling4j.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.benchmarks.ChildJvm;
import io.github.kling4j.benchmarks.Jdk;
import io.github.kling4j.benchmarks.contender.Contenders;
import io.github.kling4j.benchmarks.contender.FixedServer;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallsBenchmarkTest {
  private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());

  @Test
  void theFiguresOfAnotherProcessCome() {
    try (ChildJvm server = new ChildJvm(Jdk.current(), FixedServer.class, List.of());
        ChildJvm process =
            new ChildJvm(
                Jdk.current(),
                Contenders.SOCKET.classPath(),
                ContenderProcess.class,
                List.of(),
                Contenders.SOCKET.type().getName(),
                server.read())) {
      process.write(List.of("CREATE 1 3", "LIST 2 4", "GET 0 5"));

      assertThat(Sample.parse(process.read()).calls()).isEqualTo(3);
      assertThat(Sample.parse(process.read()).calls()).isEqualTo(4);
      assertThat(Sample.parse(process.read()).calls()).isEqualTo(5);
    }
  }

  @Test
  void whatAContenderWeighsIsCounted() {
    try (FixedServer server = new FixedServer()) {
      Weight weight = WeightBenchmark.weigh(Contenders.OKHTTP_BYTES, Jdk.current(), server.url());

      assertThat(weight.jars()).isEqualTo(4);
      assertThat(weight.bytes()).isGreaterThan(2_000_000);
      assertThat(weight.generated()).isZero();
      assertThat(weight.classes()).isBetween(1_000L, 5_000L);
      assertThat(Contenders.FEIGN.generatedBytes()).isGreaterThan(10_000);
    }
  }

  @Test
  void nothingIsMeasuredWhenAnOptionIsWrong() {
    assertThatThrownBy(
            () -> new CallsBenchmark().run(List.of("--fast"), Jdk.current(), nowhere, nowhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--fast");
    assertThatThrownBy(
            () -> new WeightBenchmark().run(List.of("--light"), Jdk.current(), nowhere, nowhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--light");
  }
}
