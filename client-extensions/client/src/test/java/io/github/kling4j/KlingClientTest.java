package io.github.kling4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.KlingConnectionException;
import io.github.kling4j.error.WaitInterruptedException;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.task.WaitPolicy;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testkit.KlingGateway;
import io.github.kling4j.testkit.KlingGatewayExtension;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class KlingClientTest {
  @RegisterExtension static final KlingGatewayExtension KLING = new KlingGatewayExtension();

  private final KlingGateway gateway = KLING.gateway();

  @Test
  void theEnvironmentNamesTheServerAndTheKey() {
    try (KlingClient kling =
        fromEnvironment(Map.of("KLING_BASE_URL", gateway.url(), "KLING_API_KEY", " sk-env\n"))) {
      kling.textToVideo().create(r -> r.prompt("A beach."));
    }

    assertThat(gateway.createRequests().get(0).header("Authorization")).isEqualTo("Bearer sk-env");
    assertThat(gateway.createRequests().get(0).path()).startsWith("/kling/");
  }

  @Test
  void theEnvironmentMayHoldAPairOfKeys() {
    try (KlingClient kling =
        fromEnvironment(
            Map.of(
                "KLING_BASE_URL",
                gateway.url(),
                "KLING_ACCESS_KEY",
                "access",
                "KLING_SECRET_KEY",
                "secret"))) {
      kling.textToVideo().create(r -> r.prompt("A beach."));
    }

    assertThat(gateway.createRequests().get(0).header("Authorization"))
        .startsWith("Bearer eyJ")
        .matches("Bearer [^.]+\\.[^.]+\\.[^.]+");
  }

  @Test
  void anApiKeyGoesBeforeAPairOfKeys() {
    try (KlingClient kling =
        fromEnvironment(
            Map.of(
                "KLING_BASE_URL",
                gateway.url(),
                "KLING_API_KEY",
                "sk-env",
                "KLING_ACCESS_KEY",
                "access",
                "KLING_SECRET_KEY",
                "secret"))) {
      kling.textToVideo().create(r -> r.prompt("A beach."));
    }

    assertThat(gateway.createRequests().get(0).header("Authorization")).isEqualTo("Bearer sk-env");
  }

  @ParameterizedTest
  @CsvSource({
    "https://api-singapore.klingai.com, /v1/videos/text2video",
    "https://API.klingai.com/, /v1/videos/text2video",
    "https://klingai.com.example.com, /kling/v1/videos/text2video",
    "https://notklingai.com, /kling/v1/videos/text2video",
  })
  void theVendorIsRecognisedByItsHost(String url, String path) {
    Gateway known = Gateway.of(url);
    HttpUrl contracts = known.url().resolve("kling/v1/videos/text2video");

    assertThat(known.adapt(new Request.Builder().url(contracts).build()).url().encodedPath())
        .isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "; sk-env; KLING_BASE_URL; gateway(",
        "' '; sk-env; KLING_BASE_URL; gateway(",
        "https://relay.example.com; ; KLING_API_KEY; credentials(",
        "https://relay.example.com; ' '; KLING_API_KEY; credentials(",
      })
  void whatIsMissingIsNamedAsVariableAndAsBuilderMethod(
      String url, String key, String variable, String method) {
    Map<String, String> environment = new HashMap<>();
    environment.put("KLING_BASE_URL", url);
    environment.put("KLING_API_KEY", key);

    assertThatIllegalStateException()
        .isThrownBy(() -> fromEnvironment(environment))
        .withMessageContainingAll(variable, method);
  }

  @ParameterizedTest
  @CsvSource({
    "KLING_ACCESS_KEY, KLING_SECRET_KEY",
    "KLING_SECRET_KEY, KLING_ACCESS_KEY",
  })
  void halfAPairOfKeysNamesTheOtherHalf(String there, String missing) {
    for (Map<String, String> environment :
        List.of(Map.of(there, "key"), Map.of(there, "key", missing, " "))) {
      assertThatThrownBy(
              () -> KlingClient.builder().gateway(relay()).environment(environment).build())
          .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class)
          .hasMessageContaining(missing);
    }
  }

  @Test
  void aMalformedSettingOfTheEnvironmentIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fromEnvironment(Map.of("KLING_BASE_URL", "relay.example.com")))
        .withMessageContaining("KLING_BASE_URL");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fromEnvironment(Map.of("KLING_API_KEY", "two words")));
  }

  @Test
  void fromEnvReadsTheProcesssOwnEnvironment() {
    // Neither variable is set where tests run; a developer's own may be.
    if (System.getenv("KLING_BASE_URL") == null) {
      assertThatIllegalStateException()
          .isThrownBy(KlingClient::fromEnv)
          .withMessageContaining("KLING_BASE_URL");
    }
  }

  @Test
  void aClientNamesItself() {
    try (KlingClient kling = client().build()) {
      kling.textToVideo().create(r -> r.prompt("A beach."));
    }
    try (KlingClient kling = client().userAgent("studio/7").build()) {
      kling.textToVideo().create(r -> r.prompt("A beach."));
    }

    assertThat(gateway.createRequests())
        .extracting(request -> request.header("User-Agent"))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("kling4j/"),
            second -> assertThat(second).isEqualTo("studio/7"));
  }

  @Test
  void theCallersHttpClientIsUsedAndNotClosed() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  seen.add(chain.request().method());
                  return chain.proceed(chain.request());
                })
            .build();

    KlingClient kling = client().httpClient(http).build();
    kling.textToVideo().create(r -> r.prompt("A beach.")).refreshAsync().join();
    kling.close();

    assertThat(seen).containsExactly("POST", "GET");
    assertThat(http.dispatcher().executorService().isShutdown()).isFalse();
    assertThat(http.connectionPool().connectionCount()).isEqualTo(1);
    http.newCall(new Request.Builder().url(gateway.url()).build()).execute().close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  @Test
  void aSilentServerIsGivenUpAfterTheReadTimeOut() {
    String id = silentTask();
    try (KlingClient kling = client().readTimeout(Duration.ofMillis(50)).build()) {
      KlingConnectionException e =
          catchThrowableOfType(KlingConnectionException.class, () -> kling.textToVideo().get(id));

      assertThat(e.requestMayHaveArrived()).isTrue();
      assertThat(e.taskId()).isEqualTo(id);
    }
  }

  @Test
  void aLongCallIsGivenUpAfterTheCallTimeOut() {
    String id = silentTask();
    try (KlingClient kling = client().callTimeout(Duration.ofMillis(50)).build()) {
      assertThatThrownBy(() -> kling.textToVideo().get(id))
          .isInstanceOf(KlingConnectionException.class)
          .hasMessageContaining("timeout");
    }
  }

  @Test
  void closingTwiceDoesNothing() {
    KlingClient kling = client().build();
    kling.close();

    assertThatCode(kling::close).doesNotThrowAnyException();
  }

  @Test
  void whatHangsOnAFutureMayStandStill() {
    try (KlingClient kling = client().build()) {
      // More than the HTTP client serves one host with at once.
      List<CompletableFuture<VideoTask>> waits =
          Stream.generate(
                  () -> kling.textToVideo().createAsync(r -> r.prompt("A beach. [[slow 100ms]]")))
              .limit(20)
              .map(create -> create.thenApply(task -> task.await(Fixtures.IMPATIENT)))
              .toList();

      assertThat(waits).allMatch(wait -> wait.join().succeeded());
    }
  }

  @Test
  void whatHangsOnFuturesBeginsNoThreadForEach() {
    KlingClient kling = client().build();
    VideoTask task = kling.textToVideo().create(r -> r.prompt("A beach. [[slow 1h]]"));
    List<CompletableFuture<String>> threads =
        Stream.generate(() -> task.completion().handle((v, e) -> Thread.currentThread().getName()))
            .limit(200)
            .toList();

    kling.close();

    assertThat(threads).allMatch(thread -> thread.join().contains("commonPool-worker"));
  }

  @Test
  void closingLeavesNoThreadBehind() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    KlingClient kling = client().build();
    VideoTask task = kling.textToVideo().create(r -> r.prompt("A beach. [[slow 1h]]"));
    CountDownLatch seen = new CountDownLatch(30);
    WaitPolicy policy =
        Fixtures.IMPATIENT.toBuilder().listener(progress -> seen.countDown()).build();
    List<CompletableFuture<VideoTask>> waits =
        Stream.generate(() -> task.completion(policy)).limit(10).toList();
    seen.await();
    List<Thread> ours =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread) && thread.getName().startsWith("kling4j-"))
            .filter(thread -> !thread.getName().contains("testkit"))
            .toList();

    kling.close();

    assertThat(ours).hasSizeGreaterThanOrEqualTo(2);
    for (Thread thread : ours) {
      thread.join(10_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
    assertThat(waits)
        .allSatisfy(wait -> assertThatThrownBy(wait::join).hasMessageContaining("closed"));
  }

  @Test
  void aWaitEndsWhenTheClientIsClosed() {
    KlingClient kling = client().build();
    VideoTask task = kling.textToVideo().create(r -> r.prompt("A beach. [[slow 1h]]"));
    CompletableFuture<VideoTask> wait = task.completion();

    kling.close();

    assertThatThrownBy(wait::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(WaitInterruptedException.class)
        .hasMessageContainingAll(task.id(), "closed");
    assertThatThrownBy(task::await).isInstanceOf(WaitInterruptedException.class);
  }

  @Test
  void aClosedClientCreatesNothing() {
    KlingClient kling = client().build();
    kling.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> kling.textToVideo().create(r -> r.prompt("A beach.")))
        .withMessageContaining("closed");
    assertThatThrownBy(kling.textToVideo().createAsync(r -> r.prompt("A beach."))::join)
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(gateway.requests()).isEmpty();
  }

  /**
   * Creates a task that the server never answers for; with no time-out that a slow machine meets.
   */
  private String silentTask() {
    try (KlingClient kling = client().build()) {
      return kling.textToVideo().create(r -> r.prompt("A beach. [[query hang]]")).id();
    }
  }

  private Gateway relay() {
    return Gateway.relay(gateway.url());
  }

  private KlingClientBuilder client() {
    return KlingClient.builder()
        .gateway(relay())
        .credentials(Credentials.apiKey("sk-test"))
        .retryPolicy(Fixtures.HASTY);
  }

  private static KlingClient fromEnvironment(Map<String, String> environment) {
    return KlingClient.builder().environment(environment).build();
  }
}
