package io.github.kling4j.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.testing.Fixtures;
import java.io.IOException;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors as relays word them. */
class RelayErrorTest {
  private final MockWebServer server = new MockWebServer();
  private KlingClient kling;

  @BeforeEach
  void start() throws IOException {
    server.start();
    kling =
        KlingClient.builder()
            .gateway(Gateway.relay("http://127.0.0.1:" + server.getPort()))
            .credentials(Credentials.apiKey("sk-hunter2"))
            .build();
  }

  @AfterEach
  void close() {
    kling.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "error-400-1201-unknown-task.json, 400, NotFoundException, 1201, Task not found, r-6",
    "error-400-html-in-message.json, 400, InvalidRequestException, fail_to_fetch_task, 400 Bad,",
    "error-401-nested-error.json, 401, AuthenticationException, , invalid token,",
    "error-429-1102.json, 429, QuotaExhaustedException, 1102, balance, r-5",
    "error-429-1303.json, 429, RateLimitedException, 1303, parallel task, r-4",
    "error-429-code-400.json, 429, QuotaExhaustedException, 400, balance not enough,",
  })
  void aSampleIsOfItsKindAndKeepsItsText(
      String file, int status, String kind, String code, String message, String requestId) {
    KlingApiException e = refusedQuery(Fixtures.json(status, Fixtures.read(file)));

    assertThat(e.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(e.httpStatus()).isEqualTo(status);
    assertThat(e.codeText()).isIn(code, code == null ? "" : code);
    assertThat(e.serverMessage()).contains(message);
    assertThat(e.requestId()).isEqualTo(requestId);
    assertThat(e.body()).isEqualTo(Fixtures.read(file));
    assertThat(e.getMessage()).contains(message, "HTTP " + status, "task 17");
  }

  static Stream<Arguments> wordings() {
    return Stream.of(
        wording(
            403,
            "{\"code\":\"insufficient_user_quota\",\"message\":\"no\",\"data\":null}",
            QuotaExhaustedException.class),
        wording(
            401,
            "{\"error\":{\"message\":\"no\",\"code\":\"insufficient_user_quota\"}}",
            QuotaExhaustedException.class),
        wording(
            429,
            "{\"error\":{\"message\":\"token quota is not enough\",\"type\":\"x\",\"code\":null}}",
            QuotaExhaustedException.class),
        wording(
            403,
            "{\"error\":{\"message\":\"用户额度不足\",\"code\":\"\"}}",
            QuotaExhaustedException.class),
        wording(402, "{\"message\":\"pay\"}", QuotaExhaustedException.class),
        wording(402, "", QuotaExhaustedException.class),
        wording(
            503,
            "{\"error\":{\"message\":\"no channel\",\"code\":\"model_not_found\"}}",
            NotFoundException.class),
        wording(
            400,
            "{\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null}",
            NotFoundException.class),
        wording(
            500,
            "{\"code\":\"invalid_request\",\"message\":\"prompt\",\"data\":null}",
            InvalidRequestException.class),
        wording(
            500,
            "{\"code\":\"build_request_failed\",\"message\":\"duration\",\"data\":null}",
            InvalidRequestException.class),
        wording(429, "", RateLimitedException.class),
        wording(429, "slow down", RateLimitedException.class),
        wording(429, "{\"code\":\"1303\",\"message\":\"full\"}", RateLimitedException.class),
        wording(400, "{\"code\":1303,\"message\":\"full\"}", RateLimitedException.class),
        wording(502, "<html>Bad gateway</html>", ServerException.class),
        wording(500, "{\"code\":1301,\"message\":\"risk\"}", ContentRejectedException.class),
        wording(403, "{\"error\":\"forbidden\"}", PermissionDeniedException.class),
        wording(418, "{\"code\":9999,\"message\":\"tea\"}", KlingApiException.class),
        wording(400, "[]", InvalidRequestException.class),
        wording(400, "null", InvalidRequestException.class),
        wording(400, "{\"code\":{},\"message\":[1],\"error\":7}", InvalidRequestException.class),
        wording(200, "{\"code\":1102,\"message\":\"no\"}", QuotaExhaustedException.class),
        wording(200, "{\"code\":1302,\"message\":\"no\",\"data\":{}}", RateLimitedException.class),
        wording(
            200,
            "{\"code\":\"task_not_exist\",\"message\":\"no\",\"data\":null}",
            NotFoundException.class),
        wording(200, "{\"error\":{\"message\":\"no\",\"code\":\"x\"}}", KlingApiException.class),
        wording(200, "{\"code\":5000,\"message\":\"no\"}", ServerException.class));
  }

  @ParameterizedTest
  @MethodSource("wordings")
  void anErrorIsOfTheKindThatItsWordsSay(
      int status, String body, Class<? extends KlingApiException> kind) {
    KlingApiException e = refusedQuery(Fixtures.json(status, body));

    assertThat(e).isExactlyInstanceOf(kind);
    assertThat(e.httpStatus()).isEqualTo(status);
    assertThat(e.taskId()).isEqualTo("17");
  }

  @Test
  void aRefusedListIsOfItsKindToo() {
    server.enqueue(Fixtures.json(429, Fixtures.read("error-429-1102.json")));
    server.enqueue(Fixtures.json(200, Fixtures.read("error-429-1102.json")));

    for (int status : new int[] {429, 200}) {
      QuotaExhaustedException e =
          catchThrowableOfType(
              QuotaExhaustedException.class, () -> kling.textToVideo().list().toList());

      assertThat(e.httpStatus()).isEqualTo(status);
      assertThat(e.getMessage()).contains("list", "1102");
    }
  }

  @Test
  void aPageInsteadOfJsonIsQuotedByItsBeginning() {
    KlingApiException e =
        refusedQuery(Fixtures.html(502).newBuilder().body("<html>" + "x".repeat(9_000)).build());

    assertThat(e).isInstanceOf(ServerException.class);
    assertThat(e.body()).startsWith("<html>").hasSizeLessThan(2_100);
    assertThat(e.getMessage()).contains("502", "<html>").hasSizeLessThan(1_000);
  }

  @Test
  void aRefusalThatBreaksOffIsNoClearAnswer() {
    server.enqueue(
        Fixtures.json(403, "{\"code\":1103,\"message\":\"" + "x".repeat(9_000) + "\"}")
            .newBuilder()
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    KlingConnectionException e =
        catchThrowableOfType(KlingConnectionException.class, () -> kling.textToVideo().get("17"));

    assertThat(e.requestMayHaveArrived()).isTrue();
  }

  @Test
  void aKeyThatAnErrorQuotesIsTakenOut() {
    KlingApiException e =
        refusedQuery(Fixtures.json(401, "{\"code\":1002,\"message\":\"sk-hunter2 is wrong\"}"));

    assertThat(e.serverMessage()).isEqualTo("*** is wrong");
    assertThat(e.body()).contains("***").doesNotContain("hunter2");
    assertThat(e.getMessage()).doesNotContain("hunter2");
  }

  @Test
  void aKeyThatARedirectQuotesIsTakenOut() {
    server.enqueue(
        new MockResponse.Builder()
            .code(307)
            .setHeader("Location", "https://example.com/sk-hunter2?key=sk-hunter2")
            .build());

    KlingApiException e =
        catchThrowableOfType(
            KlingApiException.class, () -> kling.textToVideo().create(r -> r.prompt("A beach.")));

    assertThat(e.getMessage()).contains("https://example.com/").doesNotContain("hunter2");
  }

  private KlingApiException refusedQuery(MockResponse answer) {
    server.enqueue(answer);
    return catchThrowableOfType(KlingApiException.class, () -> kling.textToVideo().get("17"));
  }

  private static Arguments wording(
      int status, String body, Class<? extends KlingApiException> kind) {
    return Arguments.of(status, body, kind);
  }
}
