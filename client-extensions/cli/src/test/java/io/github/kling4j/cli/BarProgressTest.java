package io.github.kling4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.media.DownloadProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BarProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private BarProgress bar(int columns) {
    return new BarProgress(new PrintStream(bytes, true, UTF_8), columns, "814237883686625347");
  }

  private String shown() {
    return bytes.toString(UTF_8);
  }

  @Test
  void theBarIsWipedOffBeforeAnInterruptedThreadGoesOn() {
    BarProgress bar = bar(80);

    Thread.currentThread().interrupt();
    bar.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(shown()).contains("[").endsWith("\r" + " ".repeat(79) + "\r");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 40, 60, 80, 200})
  void theBarNeverFillsTheLine(int columns) {
    BarProgress bar = bar(columns);
    bar.close();

    for (String line : shown().split("\r", -1)) {
      assertThat(line.length()).isLessThan(Math.max(11, columns));
    }
  }

  @Test
  void aDownloadFillsTheBar() {
    BarProgress bar = bar(80);
    bar.seen(
        new DownloadProgress(
            "17", Path.of("v.mp4"), 6_000_000, OptionalLong.of(12_000_000), Duration.ZERO));
    bar.close();

    assertThat(shown())
        .contains("6.0 of 12.0 MB")
        .containsPattern("\\[={15} {15}\\]")
        .endsWith("\r" + " ".repeat(79) + "\r");
  }

  @Test
  void aDownloadOfUnknownLengthSaysWhatThereIs() {
    BarProgress bar = bar(80);
    bar.seen(
        new DownloadProgress(
            "17", Path.of("v.mp4"), 6_000_000, OptionalLong.empty(), Duration.ZERO));
    bar.close();

    assertThat(shown()).contains("6.0 MB").doesNotContain(" of ");
  }
}
