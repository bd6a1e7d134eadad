package io.github.kling4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
  @TempDir Path folder;

  @Test
  void aServerWithoutAKeyIsRefused() {
    Run run = Run.in(folder).with("KLING_BASE_URL", "https://relay.example.com").run("A beach.");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).startsWith("error: KLING_BASE_URL is set, but KLING_API_KEY is not");
  }

  @Test
  void aKeyWithoutAServerIsRefused() {
    Run run = Run.in(folder).with("KLING_API_KEY", "sk-0123456789").run("A beach.");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .startsWith("error: KLING_API_KEY is set, but KLING_BASE_URL is not")
        .contains("https://relay.example.com")
        .doesNotContain("sk-0123456789");
  }

  @Test
  void halfOfThePairOfKeysIsRefused() {
    Run run =
        Run.in(folder)
            .with("KLING_BASE_URL", "https://api-singapore.klingai.com")
            .with("KLING_ACCESS_KEY", "ak-0123456789")
            .run("A beach.");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).startsWith("error: KLING_ACCESS_KEY is set, but KLING_SECRET_KEY is not");
  }

  @ParameterizedTest
  @CsvSource({
    "relay.example.com, http",
    "http://relay.example.com, plain http",
    "https://relay.example.com/kling/v1/videos, too far",
  })
  void aMalformedServerIsRefused(String url, String said) {
    Run run = Run.in(folder).with("KLING_BASE_URL", url).with("KLING_API_KEY", "k").run("A beach.");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.errLines()).first().asString().startsWith("error: ").contains(said);
  }

  @Test
  void aMalformedKeyIsRefusedAndNotShown() {
    Run run =
        Run.in(folder)
            .with("KLING_BASE_URL", "https://relay.example.com")
            .with("KLING_API_KEY", "Bearer sk-0123456789")
            .run("A beach.");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("Bearer").doesNotContain("sk-0123456789");
  }

  @Test
  void aMalformedSecretOfCallbacksIsRefusedAndNotShown() {
    Run run =
        Run.in(folder)
            .with("KLING_BASE_URL", "https://relay.example.com")
            .with("KLING_API_KEY", "sk-test-0123456789")
            .with("KLING_CALLBACK_SECRET", "whsec_no Base64 01234567")
            .run("A beach.", "--debug");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("KLING_CALLBACK_SECRET").doesNotContain("no Base64 0123");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status 1", "wait 1", "list"})
  void theBuiltInGatewayHasNoTasksFromBefore(String command) {
    Run run = Run.in(folder).run(command.split(" "));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.errLines())
        .first()
        .asString()
        .startsWith("error: KLING_BASE_URL and KLING_API_KEY are not set");
    assertThat(run.errLines()).hasSize(2);
  }

  @Test
  void aBlankSettingIsNone() {
    Run run =
        Run.in(folder).with("KLING_BASE_URL", " ").with("KLING_API_KEY", "").run("status", "1");

    assertThat(run.err()).startsWith("error: KLING_BASE_URL and KLING_API_KEY are not set");
  }
}
