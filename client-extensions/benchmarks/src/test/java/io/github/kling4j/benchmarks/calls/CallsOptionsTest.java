package io.github.kling4j.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.benchmarks.contender.Contenders;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallsOptionsTest {
  @Test
  void withoutOptionsAllContendersAreMeasured() {
    assertThat(CallsOptions.parse(List.of()).contenders()).containsExactly(Contenders.values());
  }

  @Test
  void eachOptionReplacesItsValueAndBareOkHttpIsAlwaysThere() {
    CallsOptions options =
        CallsOptions.parse(
            List.of("--contenders", "client,feign", "--forks", "7", "--rounds", "9"));

    assertThat(options.contenders())
        .containsExactly(Contenders.OKHTTP_BYTES, Contenders.FEIGN, Contenders.CLIENT);
    assertThat(options.forks()).isEqualTo(7);
    assertThat(options.rounds()).isEqualTo(9);
  }

  @Test
  void aWrongOptionIsNamed() {
    assertThatThrownBy(() -> CallsOptions.parse(List.of("--contenders", "curl")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("curl");
    assertThatThrownBy(() -> CallsOptions.parse(List.of("--fork", "3")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--fork;");
    assertThatThrownBy(() -> CallsOptions.parse(List.of("--rounds", "0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--rounds");
  }
}
