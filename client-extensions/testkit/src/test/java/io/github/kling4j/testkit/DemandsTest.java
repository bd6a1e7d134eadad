package io.github.kling4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.testkit.Client.Answer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemandsTest {
  private static Answer post(KlingGatewayBuilder settings, String members) throws IOException {
    try (KlingGateway gateway = settings.start()) {
      Answer answer = new Client(gateway).post("{\"prompt\":\"A beach.\"," + members + "}");
      assertThat(gateway.paidTasks()).hasSize(answer.status() == 200 ? 1 : 0);
      return answer;
    }
  }

  private static void assertRefused(Answer answer, int status, String code, String inMessage) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json())
        .containsOnlyKeys("code", "message", "data")
        .containsEntry("data", null);
    assertThat(answer.at("code")).isEqualTo(code);
    assertThat(answer.message()).contains(inMessage);
  }

  @ParameterizedTest
  @EnumSource
  void aDurationMayHaveToBeAText(Dialect dialect) throws IOException {
    KlingGatewayBuilder settings =
        KlingGateway.builder().dialect(dialect).requireDurationAsString();

    assertRefused(
        post(settings, "\"duration\":5"),
        500,
        "build_request_failed",
        "cannot unmarshal number into Go struct field");
    assertThat(post(settings, "\"duration\":\"5\"").status()).isEqualTo(200);
    assertThat(post(settings, "\"mode\":\"std\"").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void theModelMayBeWantedTwice(Dialect dialect) throws IOException {
    KlingGatewayBuilder settings = KlingGateway.builder().dialect(dialect).requireModel();

    assertRefused(
        post(settings, "\"model_name\":\"kling-v3\""), 400, "invalid_request", "field model ");
    assertRefused(post(settings, "\"model\":\" \""), 400, "invalid_request", "field model ");
    assertThat(post(settings, "\"model_name\":\"kling-v3\",\"model\":\"kling-v3\"").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void anExternalIdMayBeUnknown(Dialect dialect) throws IOException {
    KlingGatewayBuilder settings = KlingGateway.builder().dialect(dialect).refuseExternalTaskId();

    assertRefused(
        post(settings, "\"external_task_id\":\"order-17\""),
        400,
        "invalid_request",
        "unknown field \"external_task_id\"");
    assertThat(post(settings, "\"mode\":\"std\"").status()).isEqualTo(200);
  }

  @Test
  void demandsAddUp() throws IOException {
    KlingGatewayBuilder settings =
        KlingGateway.builder().refuseExternalTaskId().requireModel().requireDurationAsString();

    assertThat(post(settings, "\"model\":\"m\",\"duration\":5").status()).isEqualTo(500);
    assertThat(post(settings, "\"duration\":\"5\"").message()).contains("model");
    assertThat(post(settings, "\"model\":\"m\",\"external_task_id\":\"x\"").status())
        .isEqualTo(400);
    assertThat(post(settings, "\"model\":\"m\",\"duration\":\"5\"").status()).isEqualTo(200);
  }

  @Test
  void nothingIsDemandedUnlessAsked() throws IOException {
    assertThat(post(KlingGateway.builder(), "\"duration\":5,\"external_task_id\":\"x\"").status())
        .isEqualTo(200);
  }
}
