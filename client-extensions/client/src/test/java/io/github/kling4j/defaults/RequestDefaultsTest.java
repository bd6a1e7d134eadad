package io.github.kling4j.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.KlingClientBuilder;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.model.GenerationMode;
import io.github.kling4j.model.TextToVideoRequest;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testing.Requests;
import io.github.kling4j.testkit.KlingGatewayExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestDefaultsTest {
  @RegisterExtension static final KlingGatewayExtension KLING = new KlingGatewayExtension();

  @Test
  void withoutAWordOfTheCallerTheModelAndTheDurationAreSent() {
    create(client(), TextToVideoRequest.builder());

    assertThat(sent())
        .containsEntry("model_name", "kling-v2-5-turbo")
        .containsEntry("duration", Requests.seconds(5))
        .containsOnlyKeys("model_name", "prompt", "duration", "external_task_id");
  }

  @Test
  void theClientsDefaultsGoBeforeTheBuiltInOnes() {
    KlingClientBuilder builder =
        client().defaults(d -> d.modelName("kling-v3").mode("pro").negativePrompt("blur"));

    create(builder, TextToVideoRequest.builder());

    assertThat(sent())
        .containsEntry("model_name", "kling-v3")
        .containsEntry("mode", "pro")
        .containsEntry("negative_prompt", "blur")
        .containsEntry("duration", Requests.seconds(5));
  }

  @Test
  void defaultsSetTwiceAddUpAndTheLaterOnesWin() {
    KlingClientBuilder builder =
        client().defaults(d -> d.mode("pro").duration(10)).defaults(d -> d.mode("std"));

    create(builder, TextToVideoRequest.builder());

    assertThat(sent()).containsEntry("mode", "std").containsEntry("duration", Requests.seconds(10));
  }

  @Test
  void aCallGoesBeforeAllDefaults() {
    KlingClientBuilder builder = client().defaults(d -> d.modelName("kling-v3").mode("pro"));

    create(builder, TextToVideoRequest.builder().modelName("kling-v2-6").mode("4k").duration(10));

    assertThat(sent())
        .containsEntry("model_name", "kling-v2-6")
        .containsEntry("mode", "4k")
        .containsEntry("duration", Requests.seconds(10));
  }

  @Test
  void whatOneCallSetsDoesNotReachTheNext() {
    try (KlingClient kling = client().build()) {
      kling.textToVideo().create(r -> r.prompt("One.").mode("pro"));
      kling.textToVideo().create(r -> r.prompt("Two."));
    }

    assertThat(sent()).doesNotContainKey("mode").containsEntry("prompt", "Two.");
  }

  @Test
  void aParameterThatTheContractDoesNotKnowIsSentAsItIs() {
    KlingClientBuilder builder = client().defaults(d -> d.additionalProperty("seed", 7));

    create(
        builder,
        TextToVideoRequest.builder()
            .additionalProperty("sound_effect", "rain")
            .additionalProperty("layers", List.of(Map.of("depth", 1L))));

    assertThat(sent())
        .containsEntry("sound_effect", "rain")
        .containsEntry("layers", List.of(Map.of("depth", 1L)))
        .containsEntry("seed", 7L);
  }

  @Test
  void aKnownParameterSentInAnotherShapeReplacesItsDefault() {
    create(
        client(),
        TextToVideoRequest.builder()
            .additionalProperty("duration", "15")
            .additionalProperty("external_task_id", "order-18"));

    assertThat(KLING.gateway().createRequests().get(0).body())
        .containsOnlyOnce("duration")
        .containsOnlyOnce("external_task_id");
    assertThat(sent())
        .containsEntry("duration", "15")
        .containsEntry("external_task_id", "order-18");
  }

  @Test
  void theCallersExternalIdIsKept() {
    try (KlingClient kling = client().build()) {
      VideoTask task =
          kling.textToVideo().create(r -> r.prompt("A beach.").externalTaskId("order-17"));

      assertThat(task.externalTaskId()).isEqualTo("order-17");
      assertThat(sent()).containsEntry("external_task_id", "order-17");
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void underABlankExternalIdNoTaskIsFoundSoARandomOneIsSent(String blank) {
    create(client(), TextToVideoRequest.builder().additionalProperty("external_task_id", blank));

    assertThat(sent().get("external_task_id")).asString().startsWith("kling4j-");
  }

  @Test
  void anExternalIdInTheDefaultsIsKeptToo() {
    create(client().defaults(d -> d.externalTaskId("nightly")), TextToVideoRequest.builder());

    assertThat(sent()).containsEntry("external_task_id", "nightly");
  }

  @Test
  void aFinishedRequestGetsTheDefaultsToo() {
    TextToVideoRequest request =
        TextToVideoRequest.builder().modelName("kling-v3").prompt("A beach.").build();
    try (KlingClient kling = client().defaults(d -> d.mode(GenerationMode.PRO)).build()) {
      kling.textToVideo().create(request);
    }

    assertThat(sent())
        .containsEntry("model_name", "kling-v3")
        .containsEntry("mode", "pro")
        .containsEntry("duration", Requests.seconds(5))
        .containsKey("external_task_id");
    assertThat(request.externalTaskId()).isNull();
  }

  @Test
  void theAsyncFormsSendTheSame() {
    TextToVideoRequest request =
        TextToVideoRequest.builder()
            .modelName("kling-v3")
            .prompt("A beach.")
            .externalTaskId("one")
            .build();
    try (KlingClient kling = client().defaults(d -> d.mode("pro")).build()) {
      kling.textToVideo().createAsync(request).join();
      Map<String, Object> ofObject = sent();
      kling
          .textToVideo()
          .createAsync(r -> r.modelName("kling-v3").prompt("A beach.").externalTaskId("two"))
          .join();

      assertThat(ofObject)
          .containsEntry("external_task_id", "one")
          .containsEntry("mode", "pro")
          .containsEntry("duration", Requests.seconds(5));
      assertThat(sent()).containsEntry("external_task_id", "two").hasSameSizeAs(ofObject);
    }
  }

  private static KlingClientBuilder client() {
    return KlingClient.builder()
        .gateway(Gateway.relay(KLING.gateway().url()))
        .credentials(Credentials.apiKey("sk-test"))
        .retryPolicy(Fixtures.HASTY);
  }

  private static void create(KlingClientBuilder builder, TextToVideoRequest.Builder request) {
    try (KlingClient kling = builder.build()) {
      kling.textToVideo().create(r -> r.prompt("A beach.").withFallback(request));
    }
  }

  private static Map<String, Object> sent() {
    return KLING.gateway().lastCreateBody();
  }
}
