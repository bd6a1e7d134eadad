package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.KlingClientBuilder;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.KlingApiException;
import io.github.kling4j.error.KlingConnectionException;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.NotFoundException;
import io.github.kling4j.error.RateLimitedException;
import io.github.kling4j.error.ServerException;
import io.github.kling4j.error.UncertainCreateException;
import io.github.kling4j.error.UnreadableAnswerException;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testkit.KlingGatewayExtension;
import io.github.kling4j.testkit.ReceivedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money: one create is one POST, and a task whose answer was lost is found again. */
class LostAnswerTest {
  @RegisterExtension static final KlingGatewayExtension KLING = new KlingGatewayExtension();

  static List<Arguments> paid() {
    return inBothForms(
        "drop after read",
        "cut",
        "html paid",
        "http 200 empty paid",
        "http 204 paid",
        "http 500 paid",
        "http 502 html paid",
        "http 503 retry-after 0 paid",
        "http 504 empty paid",
        "code 5002 paid",
        "code 5000 http 200 paid",
        "http 408 empty paid",
        "hang");
  }

  @ParameterizedTest
  @MethodSource("paid")
  void aTaskWhoseAnswerWasLostIsFoundByItsExternalId(String directive, boolean async) {
    Duration patience = Duration.ofSeconds(directive.equals("hang") ? 1 : 30);
    try (KlingClient kling = client().readTimeout(patience).build()) {
      VideoTask task = create(kling, "A beach. [[" + directive + "]]", async);

      assertThat(KLING.gateway().createRequests()).hasSize(1);
      assertThat(KLING.gateway().paidTasks()).containsExactly(task.id());
      assertThat(task.externalTaskId()).isEqualTo("order-17");
      assertThat(KLING.gateway().queryRequests())
          .extracting(ReceivedRequest::path)
          .containsExactly("/kling/v1/videos/text2video/order-17");
    }
  }

  static List<Arguments> unpaid() {
    return inBothForms(
        "drop before read",
        "html",
        "http 200 empty",
        "http 500",
        "http 502 html",
        "http 503",
        "http 503 retry-after 0",
        "http 504 empty",
        "http 408 empty",
        "http 303",
        "code 1999 http 200",
        "http 408 empty retry-after 0");
  }

  @ParameterizedTest
  @MethodSource("unpaid")
  void aTaskThatIsCertainlyNotThereIsMade(String directive, boolean async) {
    try (KlingClient kling = client().build()) {
      VideoTask task = create(kling, "A beach. [[" + directive + " once]]", async);

      assertThat(KLING.gateway().paidTasks()).containsExactly(task.id());
      assertThat(KLING.gateway().requests())
          .extracting(ReceivedRequest::method)
          .containsExactly("POST", "GET", "GET", "POST");
      assertThat(KLING.gateway().createRequests())
          .allMatch(post -> post.body().contains("\"external_task_id\":\"order-17\""));
    }
  }

  @ParameterizedTest
  @MethodSource("unpaid")
  void aCreateThatMayNotBeSentAgainIsUncertain(String directive, boolean async) {
    try (KlingClient kling = client().retryPolicy(RetryPolicy.never()).build()) {
      UncertainCreateException e =
          catchThrowableOfType(
              UncertainCreateException.class,
              () -> create(kling, "A beach. [[" + directive + "]]", async));

      assertThat(KLING.gateway().createRequests()).hasSize(1);
      assertThat(KLING.gateway().queryRequests()).hasSize(1);
      assertThat(e.externalTaskId()).isEqualTo("order-17");
      assertThat(e.taskId()).isNull();
      assertThat(e.getCause())
          .isInstanceOf(KlingException.class)
          .isInstanceOfAny(
              KlingConnectionException.class,
              ServerException.class,
              UnreadableAnswerException.class,
              KlingApiException.class);
      assertThat(e.getSuppressed())
          .singleElement()
          .isInstanceOfSatisfying(
              KlingApiException.class,
              search -> assertThat(search.serverMessage()).contains("not found"));
      assertThat(e).hasMessageContainingAll("order-17", e.getCause().getMessage());
    }
  }

  static List<Arguments> refused() {
    return inBothForms(
        "code 1100",
        "code 1101",
        "code 1102",
        "code 1301",
        "code 1304",
        "http 401",
        "http 403",
        "http 404",
        "http 408",
        "http 302",
        "http 429 empty",
        "http 429 html",
        "code 1102 retry-after 0");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aRefusalIsCertainAndNothingIsSentAfterIt(String directive, boolean async) {
    try (KlingClient kling = client().build()) {
      KlingApiException e =
          catchThrowableOfType(
              KlingApiException.class,
              () -> create(kling, "A beach. [[" + directive + "]]", async));

      assertThat(e.externalTaskId()).isEqualTo("order-17");
      assertThat(KLING.gateway().requests()).hasSize(1);
      assertThat(KLING.gateway().paidTasks()).isEmpty();
    }
  }

  static List<Arguments> limited() {
    return inBothForms("code 1302", "code 1303", "http 429 retry-after 0", "code 1303 http 200");
  }

  @ParameterizedTest
  @MethodSource("limited")
  void aRateLimitIsNoTaskSoTheCreateIsSentAgain(String directive, boolean async) {
    try (KlingClient kling = client().build()) {
      VideoTask task = create(kling, "A beach. [[" + directive + " twice]]", async);

      assertThat(KLING.gateway().paidTasks()).containsExactly(task.id());
      assertThat(KLING.gateway().requests())
          .extracting(ReceivedRequest::method)
          .containsExactly("POST", "POST", "POST");
    }
  }

  @ParameterizedTest
  @MethodSource("limited")
  void aRateLimitThatDoesNotPassIsTold(String directive, boolean async) {
    try (KlingClient kling = client().build()) {
      RateLimitedException e =
          catchThrowableOfType(
              RateLimitedException.class,
              () -> create(kling, "A beach. [[" + directive + "]]", async));

      assertThat(e.externalTaskId()).isEqualTo("order-17");
      assertThat(KLING.gateway().requests())
          .extracting(ReceivedRequest::method)
          .containsExactly("POST", "POST", "POST", "POST");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDuplicateIdMeansThatTheFirstOneArrived(boolean async) {
    try (KlingClient kling = client().build()) {
      VideoTask first = create(kling, "A beach.", async);
      VideoTask second = create(kling, "A beach.", async);

      assertThat(second.id()).isEqualTo(first.id());
      assertThat(KLING.gateway().paidTasks()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDuplicateThatIsNotFoundIsToldAndNotPostedAgain(boolean async) throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(
          Fixtures.json(400, "{\"code\":1201,\"message\":\"external_task_id already exists\"}"));
      server.enqueue(Fixtures.json(400, "{\"code\":1201,\"message\":\"Task not found\"}"));
      server.enqueue(Fixtures.json(200, Fixtures.read("create-answer.json")));
      server.start();

      try (KlingClient kling = client(server).build()) {
        KlingApiException e =
            catchThrowableOfType(KlingApiException.class, () -> create(kling, "A beach.", async));

        assertThat(e).hasMessageContaining("already exists");
        assertThat(e.externalTaskId()).isEqualTo("order-17");
      }
      assertThat(methods(server)).containsExactly("POST", "GET");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTaskIsRecoveredByItsExternalIdAlone(boolean async) throws Exception {
    try (KlingClient one = client().build();
        KlingClient other = client().build()) {
      VideoTask task = create(one, "A beach.", async);

      VideoTask found =
          async
              ? other.textToVideo().recoverAsync(" order-17 ").get(10, TimeUnit.SECONDS)
              : other.textToVideo().recover(" order-17 ");

      assertThat(found.id()).isEqualTo(task.id());
      assertThat(found.externalTaskId()).isEqualTo("order-17");
      assertThat(found.status()).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasNeverMadeIsNotFound(boolean async) {
    try (KlingClient kling = client().build()) {
      Throwable e =
          catchThrowable(
              () ->
                  Calls.result(
                      async
                          ? kling.textToVideo().recoverAsync("order-17")
                          : CompletableFuture.completedFuture(
                              kling.textToVideo().recover("order-17"))));

      assertThat(e)
          .isInstanceOfSatisfying(
              NotFoundException.class,
              notFound -> assertThat(notFound.externalTaskId()).isEqualTo("order-17"));
    }
  }

  static List<Arguments> unproven() {
    return List.of(
        Arguments.of(400, "{\"code\":\"task_not_exist\",\"message\":\"task_not_exist\"}"),
        Arguments.of(404, "{\"error\":{\"message\":\"no such route\",\"code\":null}}"),
        Arguments.of(404, ""),
        Arguments.of(403, "{\"error\":{\"message\":\"no right\",\"code\":\"\"}}"),
        Arguments.of(200, "<html></html>"));
  }

  @ParameterizedTest
  @MethodSource("unproven")
  void aRelaysOwnWordsDoNotProveThatThereIsNoTask(int status, String body) throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              return request.getMethod().equals("POST")
                  ? Fixtures.html(502)
                  : Fixtures.json(status, body);
            }
          });
      server.start();

      try (KlingClient kling = client(server).build()) {
        UncertainCreateException e =
            catchThrowableOfType(
                UncertainCreateException.class, () -> create(kling, "A beach.", false));

        assertThat(e.externalTaskId()).isEqualTo("order-17");
        assertThat(methods(server)).containsOnlyOnce("POST");
        Throwable unclear = catchThrowable(() -> kling.textToVideo().recover("order-17"));
        assertThat(unclear)
            .isInstanceOf(KlingException.class)
            .isNotInstanceOf(NotFoundException.class);
      }
    }
  }

  @Test
  void aBlankIdCannotBeRecovered() {
    try (KlingClient kling = client().build()) {
      assertThatThrownBy(() -> kling.textToVideo().recover(" "))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("blank");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPooledConnectionThatTheServerClosesCarriesNoSecondPost(boolean async) throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(Fixtures.json(200, Fixtures.read("query-answer-succeed.json")));
      server.enqueue(
          new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
      server.enqueue(Fixtures.json(200, Fixtures.read("query-answer-succeed.json")));
      server.start();

      try (KlingClient kling = client(server).build()) {
        kling.textToVideo().get("1");
        VideoTask task = create(kling, "A beach.", async);

        assertThat(task.id()).isEqualTo("814237883686625347");
      }
      assertThat(methods(server)).containsExactly("GET", "POST", "GET");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatSpoilsTheSearchIsToldToo(boolean async) throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      MockResponse drop =
          new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              return drop;
            }
          });
      server.start();

      try (KlingClient kling = client(server).build()) {
        UncertainCreateException e =
            catchThrowableOfType(
                UncertainCreateException.class, () -> create(kling, "A beach.", async));

        assertThat(e).hasCauseInstanceOf(KlingConnectionException.class);
        assertThat(e.getSuppressed()).singleElement().isInstanceOf(KlingConnectionException.class);
        assertThat(e.externalTaskId()).isEqualTo("order-17");
      }
      assertThat(methods(server)).startsWith("POST", "GET").containsOnlyOnce("POST");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anExternalIdThatNoPathCanHoldIsNotLost(boolean async) {
    try (KlingClient kling = client().build()) {
      Throwable e =
          catchThrowable(() -> create(kling, "A beach. [[drop after read]]", "..", async));

      assertThat(e)
          .isInstanceOfSatisfying(
              UncertainCreateException.class,
              uncertain -> assertThat(uncertain.externalTaskId()).isEqualTo(".."));
      assertThat(KLING.gateway().createRequests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"order 17/ä?#%", "订单-17", "a+b&c=d"})
  void anExternalIdIsFoundWhateverItsCharacters(String externalTaskId) {
    try (KlingClient kling = client().build()) {
      VideoTask task = create(kling, "A beach. [[drop after read]]", externalTaskId, false);

      assertThat(KLING.gateway().paidTasks()).containsExactly(task.id());
    }
  }

  @Test
  void withoutAnIdOfTheCallersTheRandomOneFindsTheTask() {
    try (KlingClient kling = client().build()) {
      VideoTask task = kling.textToVideo().create(r -> r.prompt("A beach. [[drop after read]]"));

      assertThat(KLING.gateway().paidTasks()).containsExactly(task.id());
      assertThat(KLING.gateway().lastCreateBody())
          .containsEntry("external_task_id", task.externalTaskId());
    }
  }

  @Test
  void aTaskThatWasFoundAgainIsWaitedForLikeAnyOther() {
    try (KlingClient kling = client().waitPolicy(Fixtures.IMPATIENT).build()) {
      VideoTask task = create(kling, "A beach. [[drop after read]] [[slow 1h]]", false);
      KLING.gateway().advance(Duration.ofHours(1));

      assertThat(task.await().video().url()).isNotBlank();
    }
  }

  @Test
  void cancellingACreateCancelsItsCall() throws Exception {
    CountDownLatch idle = new CountDownLatch(1);
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(
          new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
      server.start();
      OkHttpClient http = new OkHttpClient();
      http.dispatcher().setIdleCallback(idle::countDown);

      try (KlingClient kling = client(server).httpClient(http).build()) {
        CompletableFuture<VideoTask> create =
            kling.textToVideo().createAsync(r -> r.prompt("A beach."));
        assertThat(server.takeRequest().getMethod()).isEqualTo("POST");

        create.cancel(true);

        assertThat(idle.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.getRequestCount()).isEqualTo(1);
      } finally {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
      }
    }
  }

  private static VideoTask create(KlingClient kling, String prompt, boolean async) {
    return create(kling, prompt, "order-17", async);
  }

  private static VideoTask create(
      KlingClient kling, String prompt, String externalTaskId, boolean async) {
    if (!async) {
      return kling.textToVideo().create(r -> r.prompt(prompt).externalTaskId(externalTaskId));
    }
    try {
      return kling
          .textToVideo()
          .createAsync(r -> r.prompt(prompt).externalTaskId(externalTaskId))
          .join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }

  private static List<String> methods(MockWebServer server) throws InterruptedException {
    List<String> methods = new ArrayList<>();
    for (int i = server.getRequestCount(); i > 0; i--) {
      methods.add(server.takeRequest().getMethod());
    }
    return methods;
  }

  private static List<Arguments> inBothForms(String... directives) {
    List<Arguments> arguments = new ArrayList<>();
    for (String directive : directives) {
      arguments.add(Arguments.of(directive, false));
      arguments.add(Arguments.of(directive, true));
    }
    return arguments;
  }

  private static KlingClientBuilder client() {
    return client(KLING.gateway().url());
  }

  private static KlingClientBuilder client(MockWebServer server) {
    return client("http://127.0.0.1:" + server.getPort());
  }

  private static KlingClientBuilder client(String url) {
    return KlingClient.builder()
        .gateway(Gateway.relay(url))
        .credentials(Credentials.apiKey("sk-test"))
        .retryPolicy(Fixtures.HASTY);
  }
}
