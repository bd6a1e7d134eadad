package io.github.kling4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.InvalidRequestException;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.UncertainCreateException;
import io.github.kling4j.retry.Attempts;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testkit.Dialect;
import io.github.kling4j.testkit.KlingGateway;
import io.github.kling4j.testkit.KlingGatewayBuilder;
import io.github.kling4j.testkit.ReceivedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Relays that take a request only if it is said otherwise: their symptoms, and what helps. */
class RelayNeedsTest {
  private static final String ALL =
      "duration-as-string,duplicate-model,explicit-aspect-ratio,no-external-task-id";

  @TempDir Path folder;

  /** What a relay demands, and the setting that meets it. */
  @SuppressWarnings("ImmutableEnumChecker") // These functions hold no state.
  enum Demand {
    DURATION_AS_STRING(
        KlingGatewayBuilder::requireDurationAsString,
        Gateway::durationAsString,
        "durationAsString()",
        "duration-as-string",
        "cannot unmarshal number"),
    MODEL(
        KlingGatewayBuilder::requireModel,
        Gateway::duplicateModel,
        "duplicateModel()",
        "duplicate-model",
        "model is required"),
    NO_EXTERNAL_TASK_ID(
        KlingGatewayBuilder::refuseExternalTaskId,
        Gateway::withoutExternalTaskId,
        "withoutExternalTaskId()",
        "no-external-task-id",
        "unknown field \"external_task_id\"");

    final UnaryOperator<KlingGatewayBuilder> demand;
    final UnaryOperator<Gateway> setting;
    final String method;
    final String word;
    final String symptom;

    Demand(
        UnaryOperator<KlingGatewayBuilder> demand,
        UnaryOperator<Gateway> setting,
        String method,
        String word,
        String symptom) {
      this.demand = demand;
      this.setting = setting;
      this.method = method;
      this.word = word;
      this.symptom = symptom;
    }
  }

  static Stream<Arguments> inEveryDialect() {
    return Stream.of(Dialect.values())
        .flatMap(dialect -> Stream.of(Demand.values()).map(each -> Arguments.of(dialect, each)));
  }

  @ParameterizedTest
  @MethodSource("inEveryDialect")
  void aRefusalNamesTheSettingThatHelps(Dialect dialect, Demand demand) {
    try (KlingGateway gateway = start(dialect, demand.demand);
        KlingClient kling = client(Gateway.relay(gateway.url()))) {
      InvalidRequestException e =
          catchThrowableOfType(
              InvalidRequestException.class,
              // A number, whatever the contract makes of a duration.
              () ->
                  kling
                      .textToVideo()
                      .create(r -> r.prompt("A beach.").additionalProperty("duration", 5)));

      assertThat(e)
          .hasMessageContainingAll(
              demand.symptom, "Gateway." + demand.method, "KLING_RELAY_NEEDS=" + demand.word + ".");
      assertThat(Stream.of(Demand.values()).filter(each -> e.getMessage().contains(each.word)))
          .containsExactly(demand);
      assertThat(gateway.paidTasks()).isEmpty();
      assertThat(gateway.requests()).extracting(ReceivedRequest::method).containsExactly("POST");
    }
  }

  @ParameterizedTest
  @MethodSource("inEveryDialect")
  void withTheSettingThereIsAVideo(Dialect dialect, Demand demand) {
    try (KlingGateway gateway = start(dialect, demand.demand);
        KlingClient inCode = client(demand.setting.apply(Gateway.relay(gateway.url())));
        KlingClient inEnvironment = client(environment(gateway, demand.word))) {
      assertMainJob(gateway, inCode, "code.mp4");
      assertMainJob(gateway, inEnvironment, "environment.mp4");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NEW_API", "NEW_API_OLD", "NO_ENVELOPE"})
  void aSquareVideoIsMadeUnlessTheAspectRatioIsSaid(Dialect dialect) {
    try (KlingGateway gateway = start(dialect, settings -> settings);
        KlingClient plain = client(Gateway.relay(gateway.url()));
        KlingClient inCode = client(Gateway.relay(gateway.url()).explicitAspectRatio());
        KlingClient inEnvironment = client(environment(gateway, "explicit-aspect-ratio"))) {
      assertThat(gateway.aspectRatio(assertMainJob(gateway, plain, "1.mp4"))).isEqualTo("1:1");
      assertThat(gateway.aspectRatio(assertMainJob(gateway, inCode, "2.mp4"))).isEqualTo("16:9");
      assertThat(gateway.aspectRatio(assertMainJob(gateway, inEnvironment, "3.mp4")))
          .isEqualTo("16:9");
      VideoTask upright =
          inCode.textToVideo().create(r -> r.prompt("A tower.").aspectRatio("9:16"));
      assertThat(gateway.aspectRatio(upright.id())).isEqualTo("9:16");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void allSettingsTogetherMeetAllDemands(Dialect dialect) {
    UnaryOperator<KlingGatewayBuilder> demands =
        settings -> settings.requireDurationAsString().requireModel().refuseExternalTaskId();
    try (KlingGateway gateway = start(dialect, demands);
        KlingClient inCode =
            client(
                Gateway.relay(gateway.url())
                    .durationAsString()
                    .duplicateModel()
                    .explicitAspectRatio()
                    .withoutExternalTaskId());
        KlingClient inEnvironment = client(environment(gateway, ALL))) {
      String one = assertMainJob(gateway, inCode, "code.mp4");
      String other = assertMainJob(gateway, inEnvironment, "environment.mp4");

      assertThat(Stream.of(one, other).map(gateway::aspectRatio)).containsOnly("16:9");
      assertThat(gateway.createRequests())
          .extracting(ReceivedRequest::json)
          .allSatisfy(
              body ->
                  assertThat(body)
                      .containsEntry("duration", "5")
                      .containsEntry("model", "kling-v2-5-turbo")
                      .containsEntry("model_name", "kling-v2-5-turbo")
                      .doesNotContainKey("external_task_id"));
    }
  }

  static Stream<Arguments> lost() {
    return Stream.of("drop after read", "cut", "html paid", "http 500 paid", "http 408 empty paid")
        .flatMap(fault -> Stream.of(Arguments.of(fault, 1, false), Arguments.of(fault, 1, true)));
  }

  static Stream<Arguments> neverArrived() {
    return Stream.of("drop before read", "html", "http 503 retry-after 0", "code 5001 http 200")
        .flatMap(fault -> Stream.of(Arguments.of(fault, 0, false), Arguments.of(fault, 0, true)));
  }

  @ParameterizedTest
  @MethodSource({"lost", "neverArrived"})
  void withoutAnIdALostAnswerStaysUncertainAndNothingIsAsked(
      String fault, int paid, boolean async) {
    try (KlingGateway gateway = start(Dialect.VENDOR, KlingGatewayBuilder::refuseExternalTaskId);
        KlingClient kling = client(Gateway.relay(gateway.url()).withoutExternalTaskId())) {
      UncertainCreateException e =
          catchThrowableOfType(
              UncertainCreateException.class,
              () -> create(kling, "A beach. [[" + fault + "]]", async));

      assertThat(e.externalTaskId()).isNull();
      assertThat(e.taskId()).isNull();
      assertThat(e)
          .hasMessageContainingAll(
              "no external_task_id was sent", "list", e.getCause().getMessage())
          .hasMessageNotContainingAny("recover", "null", "order-17");
      assertThat(e.getCause())
          .isInstanceOfSatisfying(
              KlingException.class, cause -> assertThat(cause.externalTaskId()).isNull());
      assertThat(gateway.requests()).extracting(ReceivedRequest::method).containsExactly("POST");
      assertThat(gateway.paidTasks()).hasSize(paid);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withoutAnIdARateLimitIsSentAgainAllTheSame(boolean async) {
    try (KlingGateway gateway = start(Dialect.VENDOR, KlingGatewayBuilder::refuseExternalTaskId);
        KlingClient kling = client(Gateway.relay(gateway.url()).withoutExternalTaskId())) {
      VideoTask task = create(kling, "A beach. [[code 1303 twice]]", async);

      assertThat(task.externalTaskId()).isNull();
      assertThat(gateway.paidTasks()).containsExactly(task.id());
      assertThat(gateway.requests())
          .extracting(ReceivedRequest::method)
          .containsExactly("POST", "POST", "POST");
    }
  }

  private static VideoTask create(KlingClient kling, String prompt, boolean async) {
    if (!async) {
      return kling.textToVideo().create(r -> r.prompt(prompt).externalTaskId("order-17"));
    }
    try {
      return kling
          .textToVideo()
          .createAsync(r -> r.prompt(prompt).externalTaskId("order-17"))
          .join();
    } catch (CompletionException e) {
      throw Attempts.cause(e) instanceof RuntimeException failure ? failure : e;
    }
  }

  /** From a prompt to a file, with one POST; returns the id of the task. */
  private String assertMainJob(KlingGateway gateway, KlingClient kling, String file) {
    List<String> before = gateway.paidTasks();
    int posts = gateway.createRequests().size();

    VideoTask task = kling.textToVideo().create(r -> r.prompt("A beach."));
    Path video = task.await().video().downloadTo(folder.resolve(file));

    assertThat(video).isNotEmptyFile();
    assertThat(gateway.createRequests()).hasSize(posts + 1);
    assertThat(gateway.paidTasks()).hasSize(before.size() + 1).endsWith(task.id());
    return task.id();
  }

  private static KlingGateway start(Dialect dialect, UnaryOperator<KlingGatewayBuilder> demands) {
    return demands
        .apply(KlingGateway.builder().dialect(dialect).taskDuration(Duration.ZERO))
        .start();
  }

  private static KlingClient client(Gateway gateway) {
    return client(builder -> builder.gateway(gateway).credentials(Credentials.apiKey("sk-test")));
  }

  private static Consumer<KlingClientBuilder> environment(KlingGateway gateway, String needs) {
    return builder ->
        builder.environment(
            Map.of(
                "KLING_BASE_URL",
                gateway.url(),
                "KLING_API_KEY",
                "sk-test",
                "KLING_RELAY_NEEDS",
                needs));
  }

  private static KlingClient client(Consumer<KlingClientBuilder> settings) {
    KlingClientBuilder builder =
        KlingClient.builder().retryPolicy(Fixtures.HASTY).waitPolicy(Fixtures.IMPATIENT);
    settings.accept(builder);
    return builder.build();
  }
}
