package io.github.kling4j.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.benchmarks.contender.Contenders;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartOptionsTest {
  @Test
  void withoutOptionsAllContendersAreMeasured() {
    assertThat(StartOptions.parse(List.of()).contenders()).isEqualTo(Contenders.built());
  }

  @Test
  void whatAllAreComparedWithIsMeasuredUnasked() {
    StartOptions options =
        StartOptions.parse(List.of("--contenders", "client,socket", "--forks", "3"));

    assertThat(options.contenders())
        .containsExactlyInAnyOrder(Contenders.OKHTTP_MOSHI, Contenders.CLIENT, Contenders.SOCKET);
    assertThat(options.forks()).isEqualTo(3);
  }

  @Test
  void aWrongOptionIsNamed() {
    assertThatThrownBy(() -> StartOptions.parse(List.of("--fork", "3")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--fork;");
  }
}
