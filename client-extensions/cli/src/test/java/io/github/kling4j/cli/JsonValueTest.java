package io.github.kling4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonValueTest {
  @Test
  void jsonIsReadWithExactNumbers() {
    assertThat(JsonValue.parse("5")).isEqualTo(5L);
    assertThat(JsonValue.parse("0.10")).isEqualTo(new BigDecimal("0.10"));
    assertThat(JsonValue.parse("12345678901234567890"))
        .isEqualTo(new BigDecimal("12345678901234567890"));
    assertThat(JsonValue.parse("true")).isEqualTo(true);
    assertThat(JsonValue.parse("null")).isNull();
    assertThat(JsonValue.parse("\"5\"")).isEqualTo("5");
    assertThat(JsonValue.parse("{\"a\": [1, {\"b\": false}]}"))
        .isEqualTo(Map.of("a", List.of(1L, Map.of("b", false))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"on", "", " ", "16:9", "05", "1 2", "{\"a\": 1", "[1,]", "'5'", "NaN", "{} x"})
  void anyOtherTextStaysAsItIs(String text) {
    assertThat(JsonValue.parse(text)).isEqualTo(text);
  }
}
