package io.github.kling4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.kling4j.testkit.KlingGateway;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
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

    assertThat(body.get("duration")).isEqualTo(5L);
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
