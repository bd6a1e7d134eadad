package io.github.kling4j.benchmarks.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingOptionsTest {
  @Test
  void withoutOptionsAllCasesAreMeasured() {
    WaitingOptions options = WaitingOptions.parse(List.of());

    assertThat(options.waits()).containsExactly(1, 10, 500, 501, 10_000);
  }

  @Test
  void eachOptionReplacesItsValue() {
    assertThat(WaitingOptions.parse(List.of("--waits", "2,30", "--interval", "7", "--rounds", "9")))
        .isEqualTo(new WaitingOptions(List.of(2, 30), Duration.ofSeconds(7), 9));
  }

  @Test
  void aWrongOptionIsNamed() {
    assertThatThrownBy(() -> WaitingOptions.parse(List.of("--wait", "3")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--wait;");
    assertThatThrownBy(() -> WaitingOptions.parse(List.of("--waits", "3,many")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--waits")
        .hasMessageContaining("many");
    assertThatThrownBy(() -> WaitingOptions.parse(List.of("--interval", "0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--interval");
    assertThatThrownBy(() -> WaitingOptions.parse(List.of("--rounds")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--rounds needs a value");
  }
}
