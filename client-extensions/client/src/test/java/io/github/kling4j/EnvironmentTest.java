package io.github.kling4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.error.CallbackRefusedException;
import io.github.kling4j.testing.Requests;
import io.github.kling4j.testkit.KlingGateway;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
  @ParameterizedTest
  @CsvSource({"' whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n', 401", "' ', 200", ", 200"})
  void theSecretOfCallbacksStandsInTheEnvironment(@Nullable String secret, int status) {
    Map<String, String> settings = new HashMap<>();
    settings.put("KLING_BASE_URL", "http://127.0.0.1:1");
    settings.put("KLING_API_KEY", "sk-test");
    if (secret != null) {
      settings.put("KLING_CALLBACK_SECRET", secret);
    }
    try (KlingClient kling = KlingClient.builder().environment(settings).build()) {
      byte[] body = "{\"task_id\":\"17\"}".getBytes(UTF_8);
      CallbackRefusedException refused =
          catchThrowableOfType(
              CallbackRefusedException.class,
              () -> assertThat(kling.callbacks().deliver(name -> null, body)).isFalse());

      assertThat(refused == null ? 200 : refused.httpStatus()).isEqualTo(status);
    }
  }

  @Test
  void aMalformedSecretOfCallbacksIsRefusedAndNotQuoted() {
    Map<String, String> settings = Map.of("KLING_CALLBACK_SECRET", "MfKQ9r8GKYqr TwjUPD8I");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> KlingClient.builder().environment(settings))
        .withMessageContainingAll("KLING_CALLBACK_SECRET", "of 21 characters")
        .withMessageNotContaining("MfKQ");
  }

  @Test
  void theNeedsOfARelayStandInTheEnvironment() {
    Map<?, ?> body = sent("duration-as-string, no-external-task-id");

    assertThat(body.get("duration")).isEqualTo("5");
    assertThat(body.containsKey("external_task_id")).isFalse();
    assertThat(body.containsKey("model")).isFalse();
    assertThat(body.containsKey("aspect_ratio")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ","})
  void aBlankListOfNeedsIsNone(String needs) {
    Map<?, ?> body = sent(needs);

    assertThat(body.get("duration")).isEqualTo(Requests.seconds(5));
    assertThat(body.containsKey("external_task_id")).isTrue();
  }

  @Test
  void anUnknownNeedOfTheEnvironmentIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sent("duration"))
        .withMessageContainingAll("KLING_RELAY_NEEDS", "\"duration\"", "duration-as-string");
  }

  @Test
  void needsWithoutTheirServerAreRefused() {
    Map<String, String> environment = Map.of("KLING_RELAY_NEEDS", "duplicate-model");

    assertThatIllegalStateException()
        .isThrownBy(() -> KlingClient.builder().environment(environment))
        .withMessageContainingAll("KLING_RELAY_NEEDS", "KLING_BASE_URL", "Gateway");
  }

  private static Map<?, ?> sent(String needs) {
    try (KlingGateway gateway = KlingGateway.start();
        KlingClient kling =
            KlingClient.builder()
                .environment(
                    Map.of(
                        "KLING_BASE_URL",
                        gateway.url(),
                        "KLING_API_KEY",
                        "sk-test",
                        "KLING_RELAY_NEEDS",
                        needs))
                .build()) {
      kling.textToVideo().create(r -> r.prompt("A beach."));
      return gateway.lastCreateBody();
    }
  }
}
