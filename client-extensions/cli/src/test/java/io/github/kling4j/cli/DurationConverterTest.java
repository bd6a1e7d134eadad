package io.github.kling4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class DurationConverterTest {
  private final DurationConverter converter = new DurationConverter();

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "90s, PT1M30S",
    "10m, PT10M",
    "1h, PT1H",
    "2H, PT2H",
    "PT1M30S, PT1M30S",
    "pt0.5s, PT0.5S",
    "P1D, PT24H",
    "0s, PT0S",
    "8760h, PT8760H",
  })
  void shortFormsAndIsoAreRead(String text, Duration duration) {
    assertThat(converter.convert(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "5x", "s", "1.5s", "-5s", "5 s", "10m30s", "PT", "P1Y", "１０s"})
  void anythingElseIsRefusedWithTheFormsThatAreRead(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage(
            "'" + text + "' is not a duration, as 500ms, 90s, 10m, 1h or ISO-8601's PT1M30S");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-5S", "8761h", "999999999999h", "PT9999999999999H"})
  void whatNoWaitCanTakeIsRefused(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'" + text + "' is not between 0 and a year");
  }
}
