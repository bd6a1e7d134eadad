package io.github.kling4j.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.error.AuthenticationException;
import io.github.kling4j.error.KlingConnectionException;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testing.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthInterceptorTest {
  private static final String CREATED = Fixtures.read("create-answer.json");

  private final MockWebServer server = new MockWebServer();
  private final MockWebServer elsewhere = new MockWebServer();
  private final ManualClock clock = new ManualClock(Instant.ofEpochSecond(1_762_157_958L));
  private final Credentials pair = new AccessKey("access", "secret", clock);

  @BeforeEach
  void start() throws IOException {
    server.start();
    elsewhere.start();
  }

  @AfterEach
  void close() {
    server.close();
    elsewhere.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1003, 1004})
  void aCreateIsSentOnceMoreWithANewTokenWhenItsTokenIsOutOfTime(int code) throws Exception {
    server.setDispatcher(new Refusing(refusal(code), 1));

    String id = create(pair);

    assertThat(id).isEqualTo("814237883686625347");
    assertThat(server.getRequestCount()).isEqualTo(2);
    RecordedRequest first = server.takeRequest();
    RecordedRequest second = server.takeRequest();
    assertThat(second.getMethod()).isEqualTo("POST");
    assertThat(second.getTarget()).isEqualTo(first.getTarget());
    assertThat(second.getBody()).isEqualTo(first.getBody());
    assertThat(second.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(second.getHeaders().values("Authorization"))
        .hasSize(1)
        .doesNotContain(first.getHeaders().get("Authorization"));
  }

  @Test
  void aTokenThatIsRefusedAgainIsNotRenewedAgain() {
    server.setDispatcher(new Refusing(refusal(1004), Integer.MAX_VALUE));

    AuthenticationException e =
        catchThrowableOfType(AuthenticationException.class, () -> create(pair));

    assertThat(e.codeText()).isEqualTo("1004");
    assertThat(e.serverMessage()).isEqualTo("refused");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":1000,\"message\":\"refused\"}",
        "{\"code\":1001,\"message\":\"refused\"}",
        "{\"code\":1002,\"message\":\"refused\"}",
        "{\"message\":\"refused\"}",
        "{\"message\":\"refused\",\"code\":\"1003 times\"}",
        "refused",
        "<html>refused</html>",
      })
  void anyOtherRefusalOfATokenIsFinal(String body) {
    server.setDispatcher(new Refusing(Fixtures.json(401, body), Integer.MAX_VALUE));

    AuthenticationException e =
        catchThrowableOfType(AuthenticationException.class, () -> create(pair));

    assertThat(e.serverMessage()).contains("refused");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void anEmptyRefusalIsFinalToo() {
    server.setDispatcher(new Refusing(Fixtures.json(401, ""), Integer.MAX_VALUE));

    assertThat(catchThrowableOfType(AuthenticationException.class, () -> create(pair)).httpStatus())
        .isEqualTo(401);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aFixedKeyCannotBeRenewed() {
    server.setDispatcher(new Refusing(refusal(1004), Integer.MAX_VALUE));

    assertThat(
            catchThrowableOfType(
                AuthenticationException.class, () -> create(Credentials.apiKey("sk-fixed"))))
        .isNotNull();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aSupplierIsAskedForTheKeyOfEachRequest() {
    AtomicInteger asked = new AtomicInteger();
    Refusing dispatcher = new Refusing(refusal(1004), 0);
    server.setDispatcher(dispatcher);
    try (KlingClient kling = client(Credentials.apiKey(() -> "sk-" + asked.incrementAndGet()))) {
      kling.textToVideo().create(r -> r.prompt("A beach."));
      kling.textToVideo().get("1");
      kling.textToVideo().getAsync("1").join();
    }

    assertThat(dispatcher.tokens).containsExactly("Bearer sk-1", "Bearer sk-2", "Bearer sk-3");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSupplierThatFailsSendsNothing(boolean async) {
    IllegalStateException failure = new IllegalStateException("the vault is sealed");
    Supplier<String> vault =
        () -> {
          throw failure;
        };

    KlingConnectionException e = notSent(Credentials.apiKey(vault), async);

    assertThat(e).hasMessageContaining("the vault is sealed").hasRootCause(failure);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSupplierOfAMalformedKeySendsNothing(boolean async) {
    KlingConnectionException e = notSent(Credentials.apiKey(() -> "sk-hunter2\n"), async);

    assertThat(e).hasMessageContaining("11 characters");
    assertThat(e.getMessage()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource({
    "https://relay.example.com/kling/v1, true",
    "https://relay.example.com:443/other, true",
    "http://relay.example.com/kling/v1, false",
    "https://relay.example.com:8443/kling/v1, false",
    "https://example.com/kling/v1, false",
    "https://cdn.relay.example.com/kling/v1, false",
    "https://relay.example.com.evil.example/kling/v1, false",
  })
  void theKeyGoesToTheServerItIsMeantForAndToNoOther(String url, boolean isMeant)
      throws IOException {
    AuthInterceptor interceptor =
        new AuthInterceptor(
            Credentials.apiKey("sk-test"), HttpUrl.get("https://relay.example.com/"));

    assertThat(authorization(interceptor, url)).isEqualTo(isMeant ? "Bearer sk-test" : null);
  }

  @Test
  void aRedirectToAnotherServerGoesWithoutTheKey() throws Exception {
    server.enqueue(redirect(elsewhere.url("/moved").toString()));
    elsewhere.enqueue(Fixtures.json(200, CREATED));
    try (KlingClient kling = client(Credentials.apiKey("sk-test"))) {
      kling.textToVideo().get("1");
    }

    assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer sk-test");
    RecordedRequest moved = elsewhere.takeRequest();
    assertThat(moved.getTarget()).isEqualTo("/moved");
    assertThat(moved.getHeaders().get("Authorization")).isNull();
  }

  @Test
  void aRedirectOnTheSameServerKeepsTheKey() throws Exception {
    server.enqueue(redirect("/moved"));
    server.enqueue(Fixtures.json(200, CREATED));
    try (KlingClient kling = client(Credentials.apiKey("sk-test"))) {
      kling.textToVideo().get("1");
    }

    server.takeRequest();
    RecordedRequest moved = server.takeRequest();
    assertThat(moved.getTarget()).isEqualTo("/moved");
    assertThat(moved.getHeaders().get("Authorization")).isEqualTo("Bearer sk-test");
  }

  private KlingConnectionException notSent(Credentials credentials, boolean async) {
    try (KlingClient kling = client(credentials)) {
      KlingConnectionException e =
          catchThrowableOfType(
              KlingConnectionException.class,
              () -> {
                if (async) {
                  throw kling
                      .textToVideo()
                      .createAsync(r -> r.prompt("A beach."))
                      .handle((task, failure) -> failure)
                      .join();
                }
                kling.textToVideo().create(r -> r.prompt("A beach."));
              });
      assertThat(e.requestMayHaveArrived()).isFalse();
      assertThat(server.getRequestCount()).isZero();
      return e;
    }
  }

  private String create(Credentials credentials) {
    try (KlingClient kling = client(credentials)) {
      return kling.textToVideo().create(r -> r.prompt("A beach.")).id();
    }
  }

  private KlingClient client(Credentials credentials) {
    return KlingClient.builder()
        .gateway(Gateway.relay("http://127.0.0.1:" + server.getPort()))
        .credentials(credentials)
        .retryPolicy(RetryPolicy.never())
        .build();
  }

  private static @Nullable String authorization(AuthInterceptor interceptor, String url)
      throws IOException {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(interceptor)
            .addInterceptor(
                chain ->
                    new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(200)
                        .message("OK")
                        .body(ResponseBody.create("", null))
                        .build())
            .build();
    try (Response response = http.newCall(new Request.Builder().url(url).build()).execute()) {
      return response.request().header("Authorization");
    }
  }

  private static MockResponse refusal(int code) {
    return Fixtures.json(401, "{\"code\":" + code + ",\"message\":\"refused\"}");
  }

  private static MockResponse redirect(String location) {
    return new MockResponse.Builder().code(302).setHeader("Location", location).build();
  }

  /** Refuses the first requests, while time goes on. */
  private final class Refusing extends Dispatcher {
    final List<String> tokens = new CopyOnWriteArrayList<>();
    private final MockResponse refusal;
    private final int times;

    Refusing(MockResponse refusal, int times) {
      this.refusal = refusal;
      this.times = times;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      tokens.add(request.getHeaders().get("Authorization"));
      clock.advance(Duration.ofSeconds(1));
      return tokens.size() <= times ? refusal : Fixtures.json(200, CREATED);
    }
  }
}
