package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.KlingClientBuilder;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.InvalidRequestException;
import io.github.kling4j.model.TaskStatus;
import io.github.kling4j.model.TextToVideoRequest;
import io.github.kling4j.model.Violation;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testing.Requests;
import io.github.kling4j.testkit.KlingGatewayExtension;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is checked before a create is sent, and what its answer may look like. */
class CreateTest {
  @RegisterExtension static final KlingGatewayExtension KLING = new KlingGatewayExtension();

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u3000"})
  void aBlankPromptIsNotSent(String prompt) {
    InvalidRequestException e = notSent(client(), r -> r.prompt(prompt));

    assertThat(e).hasMessageContainingAll("prompt", "blank", prompt.length() + " characters");
  }

  /** Once the contract no longer asks for one, the server decides. */
  @Test
  void aRequestWithoutAPromptIsNotSentWhileTheContractAsksForOne() {
    Violation missing = new Violation("$.prompt", "required", "prompt is missing");
    assumeTrue(Requests.read(TextToVideoRequest.class, "{}").violations().contains(missing));

    assertThat(notSent(client(), r -> r.mode("pro"))).hasMessageContaining("prompt");
  }

  @Test
  void theAsyncFormFailsItsFuture() {
    try (KlingClient kling = client().build()) {
      Throwable failure =
          kling.textToVideo().createAsync(r -> r.prompt(" ")).handle((task, e) -> e).join();

      assertThat(failure).isInstanceOf(InvalidRequestException.class);
    }
  }

  @Test
  void inAVideoOfSeveralShotsThePromptMayBeEmpty() {
    try (KlingClient kling = client().build()) {
      kling
          .textToVideo()
          .create(
              r ->
                  r.prompt("")
                      .withFallback(
                          Requests.read(
                              TextToVideoRequest.class,
                              "{\"multi_shot\":true,\"shot_type\":\"customize\","
                                  + "\"multi_prompt\":[{\"prompt\":\"A harbour.\"}]}")
                              .toBuilder()));
    }

    assertThat(KLING.gateway().lastCreateBody())
        .containsEntry("multi_shot", true)
        .containsEntry("prompt", "");
    assertThat(KLING.gateway().paidTasks()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withoutStrictTheServerDecides(boolean objectForm) {
    String prompt = "x".repeat(Requests.longestPrompt() + 1);
    try (KlingClient kling = client().build()) {
      if (objectForm) {
        kling
            .textToVideo()
            .create(
                TextToVideoRequest.builder()
                    .modelName("kling-v9")
                    .prompt(prompt)
                    .duration(15)
                    .build());
      } else {
        kling.textToVideo().create(r -> r.modelName("kling-v9").prompt(prompt).duration(15));
      }
    }

    assertThat(KLING.gateway().lastCreateBody())
        .containsEntry("prompt", prompt)
        .containsEntry("model_name", "kling-v9")
        .containsEntry("duration", Requests.seconds(15));
  }

  @Test
  void strictSendsNothingThatBreaksALimit() {
    InvalidRequestException e =
        notSent(
            client().strict(),
            r -> r.prompt("A beach.").mode("no such mode").aspectRatio("no such ratio"));

    assertThat(e.violations()).extracting("path").contains("$.mode", "$.aspect_ratio");
    assertThat(e)
        .hasMessageContainingAll("mode is no such mode", "aspect_ratio is no such ratio", "strict");
  }

  @Test
  void strictCountsCharactersAsPeopleDo() {
    try (KlingClient kling = client().strict().build()) {
      kling
          .textToVideo()
          .create(
              Requests.withinLimits().toBuilder()
                  .prompt("\uD83C\uDFD6".repeat(Requests.longestPrompt()))
                  .build());
    }

    assertThat(KLING.gateway().paidTasks()).hasSize(1);
  }

  @Test
  void strictFailsTheFutureOfTheAsyncForm() {
    try (KlingClient kling = client().strict().build()) {
      Throwable failure =
          kling
              .textToVideo()
              .createAsync(r -> r.prompt("A beach.").mode("no such mode"))
              .handle((task, e) -> e)
              .join();

      assertThat(failure)
          .isInstanceOfSatisfying(
              InvalidRequestException.class,
              e -> {
                assertThat(e.httpStatus()).isZero();
                assertThat(e.violations()).extracting("path").contains("$.mode");
              });
    }
    assertThat(KLING.gateway().requests()).isEmpty();
  }

  @Test
  void aFaultOfTheCallersOwnCodeComesOutAsItIs() {
    IllegalCallerException own = new IllegalCallerException("mine");
    try (KlingClient kling = client().build()) {
      assertThat(
              catchThrowableOfType(
                  IllegalCallerException.class,
                  () ->
                      kling
                          .textToVideo()
                          .create(
                              r -> {
                                throw own;
                              })))
          .isSameAs(own);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"task_id\":\"9f\"}; not looked at yet; ",
        "{\"id\":\"9f\"}; not looked at yet; ",
        "{\"code\":0,\"data\":{\"id\":\"9f\",\"status\":\"queued\"}}; submitted; ",
        "{\"code\":\"success\",\"data\":{\"task_id\":\"9f\",\"status\":\"IN_PROGRESS\"}};"
            + " processing;",
        "{\"code\":0,\"data\":{\"task_id\":\"9f\",\"task_status\":\"warming up\"}}; warming up; ",
        "{\"data\":{\"task_id\":\"9f\",\"updated_at\":1783059791}}; ; 2026-07-03T06:23:11Z",
        "{\"data\":{\"task_id\":\"9f\",\"updated_at\":1783059791123}}; ; 2026-07-03T06:23:11.123Z",
      })
  void theTaskIsFoundInAnAnswerOfAnyShape(String body, String status, Instant updated)
      throws IOException {
    VideoTask task = created(body);

    assertThat(task.id()).isEqualTo("9f");
    if (status != null) {
      assertThat(task.status().value()).isEqualTo(status);
    }
    assertThat(task.isTerminal()).isFalse();
    assertThat(task.updatedAt()).isEqualTo(updated);
  }

  @Test
  void anAnswerWithoutAnEnvelopeIsATask() throws IOException {
    VideoTask task = created(Fixtures.read("create-answer-no-envelope.json"));

    assertThat(task.id()).isEqualTo("task_9f");
    assertThat(task.status()).isEqualTo(TaskStatus.SUBMITTED);
    assertThat(task.externalTaskId()).isEqualTo("order-17");
  }

  private static InvalidRequestException notSent(
      KlingClientBuilder builder, Consumer<TextToVideoRequest.Builder> request) {
    try (KlingClient kling = builder.build()) {
      InvalidRequestException e =
          catchThrowableOfType(
              InvalidRequestException.class, () -> kling.textToVideo().create(request));
      assertThat(e.httpStatus()).isZero();
      assertThat(e).hasMessageContaining("not sent");
      assertThat(KLING.gateway().requests()).isEmpty();
      return e;
    }
  }

  private static VideoTask created(String answer) throws IOException {
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(Fixtures.json(200, answer));
      server.start();
      try (KlingClient kling =
          KlingClient.builder()
              .gateway(Gateway.relay("http://127.0.0.1:" + server.getPort()))
              .credentials(Credentials.apiKey("sk-test"))
              .retryPolicy(Fixtures.HASTY)
              .build()) {
        VideoTask task =
            kling.textToVideo().create(r -> r.prompt("A beach.").externalTaskId("order-17"));
        assertThat(server.getRequestCount()).isEqualTo(1);
        return task;
      }
    }
  }

  private static KlingClientBuilder client() {
    return KlingClient.builder()
        .gateway(Gateway.relay(KLING.gateway().url()))
        .credentials(Credentials.apiKey("sk-test"))
        .retryPolicy(Fixtures.HASTY);
  }
}
