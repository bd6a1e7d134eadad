package io.github.kling4j.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.testing.Requests;
import io.github.kling4j.testkit.KlingGatewayExtension;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's table of business errors: each code is an exception of its kind. */
class VendorErrorTest {
  @RegisterExtension static final KlingGatewayExtension KLING = new KlingGatewayExtension();

  private static final Map<String, Class<? extends KlingApiException>> KINDS =
      Map.of(
          "authentication", AuthenticationException.class,
          "permission", PermissionDeniedException.class,
          "request", InvalidRequestException.class,
          "content", ContentRejectedException.class,
          "not found", NotFoundException.class,
          "rate", RateLimitedException.class,
          "quota", QuotaExhaustedException.class,
          "server", ServerException.class,
          "other", KlingApiException.class);

  private final KlingClient kling =
      KlingClient.builder()
          .gateway(Gateway.relay(KLING.gateway().url()))
          .credentials(Credentials.apiKey("sk-test"))
          .retryPolicy(RetryPolicy.never())
          .build();

  @AfterEach
  void close() {
    kling.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 401, authentication",
    "1001, 401, authentication",
    "1002, 401, authentication",
    "1003, 401, authentication",
    "1004, 401, authentication",
    "1100, 429, quota",
    "1101, 429, quota",
    "1102, 429, quota",
    "1103, 403, permission",
    "1200, 400, request",
    "1201, 400, request",
    "1202, 404, not found",
    "1203, 404, not found",
    "1300, 400, content",
    "1301, 400, content",
    "1302, 429, rate",
    "1303, 429, rate",
    "1304, 429, permission",
    "1999, 400, request",
  })
  void aRefusedCreateIsOfTheKindOfItsCode(int code, int status, String kind) {
    // With HTTP 200 a code of no table proves nothing, neither that a task was made nor that not.
    String success = code == 1999 ? " http 499" : " http 200";
    for (String http : new String[] {"", success, " http 418"}) {
      KlingApiException e =
          catchThrowableOfType(
              KlingApiException.class,
              () -> create("A beach. [[code " + code + http + "]]", "order-17"));

      boolean usual = http.isEmpty();
      if (usual || code != 1999) {
        assertThat(e).isExactlyInstanceOf(KINDS.get(kind));
      }
      assertThat(e.httpStatus()).isEqualTo(usual ? status : Integer.parseInt(http.substring(6)));
      assertThat(e.codeText()).isEqualTo(Integer.toString(code));
      assertThat(e.code().value()).isEqualTo(code);
      assertThat(e.serverMessage()).isNotBlank();
      assertThat(e.requestId()).isNotBlank();
      assertThat(e.externalTaskId()).isEqualTo("order-17");
      assertThat(e.taskId()).isNull();
      assertThat(e.getMessage())
          .contains("create", Integer.toString(code), e.serverMessage(), e.requestId());
    }
    assertThat(KLING.gateway().createRequests()).hasSize(3);
    assertThat(KLING.gateway().queryRequests()).isEmpty();
    assertThat(KLING.gateway().paidTasks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 401, authentication",
    "1001, 401, authentication",
    "1002, 401, authentication",
    "1003, 401, authentication",
    "1004, 401, authentication",
    "1100, 429, quota",
    "1101, 429, quota",
    "1102, 429, quota",
    "1103, 403, permission",
    "1200, 400, request",
    "1201, 400, not found",
    "1202, 404, not found",
    "1203, 404, not found",
    "1300, 400, content",
    "1301, 400, content",
    "1302, 429, rate",
    "1303, 429, rate",
    "1304, 429, permission",
    "5000, 500, server",
    "5001, 503, server",
    "5002, 504, server",
    "1999, 400, request",
  })
  void aRefusedQueryIsOfTheKindOfItsCode(int code, int status, String kind) {
    VideoTask task = create("A beach. [[query code " + code + "]]", "order-17");

    KlingApiException e = catchThrowableOfType(KlingApiException.class, task::refresh);

    assertThat(e).isExactlyInstanceOf(KINDS.get(kind));
    assertThat(e.httpStatus()).isEqualTo(status);
    assertThat(e.codeText()).isEqualTo(Integer.toString(code));
    assertThat(e.taskId()).isEqualTo(task.id());
    assertThat(e.externalTaskId()).isEqualTo("order-17");
    assertThat(e.getMessage()).contains("query", task.id(), Integer.toString(code));
  }

  @ParameterizedTest
  @ValueSource(ints = {5000, 5001, 5002})
  void aCreateThatMetAServerErrorMayHaveMadeATask(int code) {
    UncertainCreateException e =
        catchThrowableOfType(
            UncertainCreateException.class,
            () -> create("A beach. [[code " + code + "]]", "order-17"));

    assertThat(e.getCause())
        .isInstanceOfSatisfying(
            ServerException.class, cause -> assertThat(cause.codeText()).isEqualTo("" + code));
    assertThat(e.externalTaskId()).isEqualTo("order-17");
    assertThat(KLING.gateway().createRequests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, request",
    "401, authentication",
    "402, quota",
    "403, permission",
    "404, not found",
    "405, not found",
    "408, server",
    "409, other",
    "410, not found",
    "413, request",
    "415, request",
    "422, request",
    "429, rate",
    "451, other",
    "500, server",
    "502, server",
    "503, server",
    "504, server",
    "520, server",
    "599, server",
  })
  void withoutABodyTheStatusDecides(int status, String kind) {
    VideoTask task = create("A beach. [[query http " + status + " empty]]", "order-17");

    KlingApiException e = catchThrowableOfType(KlingApiException.class, task::refresh);

    assertThat(e).isExactlyInstanceOf(KINDS.get(kind));
    assertThat(e.httpStatus()).isEqualTo(status);
    assertThat(e.code()).isNull();
    assertThat(e.codeText()).isNull();
    assertThat(e.serverMessage()).isEmpty();
    assertThat(e.requestId()).isNull();
    assertThat(e.retryAfter()).isNull();
    assertThat(e.body()).isEmpty();
    assertThat(e.getMessage()).contains(Integer.toString(status), task.id());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void aRedirectOfACreateIsNotFollowed(int status) {
    KlingApiException e =
        catchThrowableOfType(
            KlingApiException.class, () -> create("A beach. [[http " + status + "]]", "order-17"));

    assertThat(e.httpStatus()).isEqualTo(status);
    assertThat(e.externalTaskId()).isEqualTo("order-17");
    assertThat(e).hasMessageContainingAll("/kling/v1/videos/text2video", "KLING_BASE_URL");
    assertThat(KLING.gateway().requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, KLING_API_KEY",
    "1001, KLING_API_KEY",
    "1002, KLING_API_KEY",
    "1003, clock",
    "1004, clock",
    "1100, support",
    "1101, owes",
    "1102, Top up",
    "1103, models",
    "1200, parameter",
    "1201, parameter",
    "1202, operation",
    "1203, retired",
    "1203, model name",
    "1300, Change the prompt",
    "1301, Change the prompt",
    "1302, again",
    "1303, in flight",
    "1304, allow-list",
  })
  void theMessageSaysWhatToDo(int code, String hint) {
    KlingApiException e =
        catchThrowableOfType(
            KlingApiException.class, () -> create("A beach. [[code " + code + "]]", "order-17"));

    assertThat(e.getMessage()).contains(hint);
  }

  @Test
  void theSameExceptionsComeOutOfAFuture() {
    Throwable failure =
        kling
            .textToVideo()
            .createAsync(r -> r.prompt("A beach. [[code 1102]]"))
            .handle((task, e) -> e)
            .join();

    assertThat(failure).isExactlyInstanceOf(QuotaExhaustedException.class);
  }

  @Test
  void anUnknownTaskIsNotFound() {
    NotFoundException e =
        catchThrowableOfType(NotFoundException.class, () -> kling.textToVideo().get("nope"));

    assertThat(e.httpStatus()).isEqualTo(400);
    assertThat(e.taskId()).isEqualTo("nope");
    assertThat(e.serverMessage()).contains("Task not found");
  }

  @Test
  void aRefusalTellsWhichLimitsTheRequestBreaks() {
    KlingApiException e =
        catchThrowableOfType(
            KlingApiException.class,
            () ->
                kling
                    .textToVideo()
                    .create(
                        r ->
                            r.prompt("A beach. [[code 1201]]")
                                .mode("no such mode")
                                .aspectRatio("no such ratio")));

    assertThat(e.violations()).extracting("path").contains("$.mode", "$.aspect_ratio");
    assertThat(e.getMessage()).contains("mode is no such mode", "aspect_ratio is no such ratio");
  }

  @Test
  void aRefusalOfARequestWithinAllLimitsTellsOfNone() {
    KlingApiException e =
        catchThrowableOfType(
            KlingApiException.class,
            () ->
                kling
                    .textToVideo()
                    .create(
                        Requests.withinLimits().toBuilder()
                            .prompt("A beach. [[code 1201]]")
                            .build()));

    assertThat(e.violations()).isEmpty();
    assertThat(e.getMessage()).doesNotContain("limits");
  }

  private VideoTask create(String prompt, String externalTaskId) {
    return kling.textToVideo().create(r -> r.prompt(prompt).externalTaskId(externalTaskId));
  }
}
