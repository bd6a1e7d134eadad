package io.github.kling4j.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.Violation;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testing.ManualClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Response;

/** What the mapper does for a Retrofit of one's own, and what needs a clock. */
class ErrorMapperTest {
  private static final Operation QUERY = Operation.of("query", "17");
  private static final Operation LIST = Operation.of("list of tasks", null);

  private final ErrorMapper errors =
      new ErrorMapper(
          text -> text.replace("hunter2", "***"),
          new ManualClock(Instant.parse("2026-11-22T10:00:00Z")));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; PT0S",
        "7; PT7S",
        "007; PT7S",
        "' 120 '; PT2M",
        "31535999; PT8759H59M59S",
        "31536001; PT8760H",
        "9223372036854775807; PT8760H",
        "99999999999999999999; PT8760H",
        "-5; ",
        "+5; ",
        "1.5; ",
        "1e3; ",
        "soon; ",
        "7 seconds; ",
        "''; ",
        "Sun, 22 Nov 2026 10:01:30 GMT; PT1M30S",
        "Sunday, 22-Nov-26 10:01:30 GMT; PT1M30S",
        "Sun Nov 22 10:01:30 2026; PT1M30S",
        "Sun, 22 Nov 2026 09:59:00 GMT; PT0S",
        "Fri, 31 Dec 9999 23:59:59 GMT; PT8760H",
        "2026-11-22T10:01:30Z; ",
      })
  void retryAfterIsSecondsOrADate(String header, @Nullable Duration expected) {
    KlingApiException e = refused(429, header, "");

    assertThat(e).isInstanceOf(RateLimitedException.class);
    assertThat(e.retryAfter()).isEqualTo(expected);
  }

  @Test
  void aLongBodyIsShortenedToTwoThousandCharacters() {
    KlingApiException e = refused(500, null, "x".repeat(5_000));

    assertThat(e.body()).hasSize(2_001).endsWith("…");
    assertThat(refused(500, null, "x".repeat(2_000)).body()).hasSize(2_000);
  }

  @Test
  void aKeyIsTakenOutBeforeABodyIsShortened() {
    KlingApiException e = refused(500, null, "x".repeat(1_996) + "hunter2" + "y".repeat(100));

    assertThat(e.body()).doesNotContain("hun").contains("***");
  }

  @Test
  void aKeyThatJsonWritesOtherwiseIsTakenOutOfWhatIsRead() {
    KlingApiException e = refused(401, null, "{\"message\":\"no \\u0068unter2\"}");

    assertThat(e.serverMessage()).isEqualTo("no ***");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          see https://cdn.example.com/v.mp4?sign=s3cret&x=1 for it      | see https://cdn.example.com/v.mp4?… for it
          http://cdn.example.com?sign=s3cret                            | http://cdn.example.com?…
          (https://cdn.example.com/v.mp4#s3cret)                        | (https://cdn.example.com/v.mp4?…
          https://me:s3cret@cdn.example.com/v.mp4                       | https://***@cdn.example.com/v.mp4
          https://a.example/1?s3cret and https://b.example/2?k=s3cret   | https://a.example/1?… and https://b.example/2?…
          https://cdn.example.com/v.mp4 is not there. Why?              | https://cdn.example.com/v.mp4 is not there. Why?
          看 https://cdn.example.com/v.mp4?sign=s3cret，请                | 看 https://cdn.example.com/v.mp4?…，请
          """)
  void theQueryOfAnAddressIsTakenOut(String message, String shown) {
    KlingApiException e = refused(400, null, Fixtures.object("message", message));

    assertThat(e.serverMessage()).isEqualTo(shown);
    assertThat(e.getMessage() + e.body()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"url\":\"https:\\/\\/cdn.example.com\\/v.mp4?sign=s3cret\",\"message\":\"told\"}",
        "{\"url\":\"https://cdn.example.com/?a=1\\u0026sign=s3cret\",\"message\":\"told\"}",
        "{\"message\":\"{\\\"url\\\":\\\"https://x.example/?a=s3cret\\\",\\\"msg\\\":\\\"told\\\"}\"}",
        "{\"code\":\"https://x.example/?a=s3cret\",\"message\":\"told\"}",
        "{\"request_id\":\"https://x.example/?a=s3cret\",\"message\":\"told\"}",
        "{\"code\":\"hunter2\",\"message\":\"told\"}",
        "{\"request_id\":\"hunter2\",\"message\":\"told\"}",
        "<html><title>told</title><a href='https://x.example/?a=s3cret'></html>",
      })
  void noSecretIsLeftInABody(String body) {
    KlingApiException e = refused(400, null, body);

    assertThat(e.serverMessage()).isEqualTo("told");
    assertThat(e.getMessage() + e.body() + e.codeText() + e.requestId())
        .doesNotContain("s3cret", "hunter2");
  }

  @Test
  void afterAnAddressInNestedJsonTheRestIsKept() {
    String body = "{\"message\":\"{\\\"url\\\":\\\"https://x.example/?a\\\",\\\"b\\\":1}\"}";

    assertThat(refused(400, null, body).body())
        .isEqualTo("{\"message\":\"{\\\"url\\\":\\\"https://x.example/?…\\\",\\\"b\\\":1}\"}");
  }

  @Test
  void aRedirectTellsNeitherQueryNorPassword() {
    okhttp3.Response raw =
        raw(307).header("Location", "https://me:s3cret@relay.example.com/x?sign=s3cret").build();

    KlingException e = errors.refused(QUERY, Response.error(ResponseBody.create("", null), raw));

    assertThat(e)
        .hasMessageContaining("https://***@relay.example.com/x.")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void aFailureOfTheNetworkShowsNoSecretNotEvenInItsCauses() {
    IOException cause =
        new IOException(
            "hunter2 at https://relay.example.com/?sign=s3cret",
            new IllegalStateException("hunter2"));
    cause.addSuppressed(new IOException("hunter2 again"));

    KlingException e = errors.failed(QUERY, new RequestNotSentException(cause));

    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString())
        .contains("*** at https://relay.example.com/?…")
        .doesNotContain("hunter2", "s3cret");
    assertThat(((KlingConnectionException) e).requestMayHaveArrived()).isFalse();
  }

  @Test
  void anUnreadableAnswerShowsNoPartOfAKey() {
    String quoted = "x".repeat(298) + "hunter2" + "y".repeat(400);

    KlingException e = errors.failed(QUERY, new UnreadableBodyException(quoted));

    assertThat(e.getMessage() + e.getCause()).contains("xx**…").doesNotContain("hun", "yy");
  }

  @Test
  void aReasonOfAFailedTaskShowsNoQuery() {
    Task task = Task.builder().taskId("17").build();

    TaskFailedException e =
        new TaskFailedException(task, "17", null, "see https://x.example/?sign=s3cret");

    assertThat(e.getMessage() + e.reason()).contains("https://x.example/?…").doesNotContain("s3");
  }

  @Test
  void aRefusalKeepsItsDetailsWhenItIsSerialized() throws Exception {
    Violation violation = new Violation("$.prompt", "maxLength", "prompt is too long");
    Operation create = new Operation("create", null, "order-17", List.of(violation));
    String body = "{\"code\":1303,\"message\":\"full\",\"request_id\":\"r-4\"}";
    okhttp3.Response raw = raw(429).header("Retry-After", "7").build();
    KlingException e = errors.refused(create, Response.error(ResponseBody.create(body, null), raw));

    KlingApiException copy = (KlingApiException) copy(e);

    assertThat(copy).isExactlyInstanceOf(RateLimitedException.class).hasMessage(e.getMessage());
    assertThat(copy.httpStatus()).isEqualTo(429);
    assertThat(copy.code()).isEqualTo(ErrorCode.TOO_MANY_TASKS);
    assertThat(copy.codeText()).isEqualTo("1303");
    assertThat(copy.serverMessage()).isEqualTo("full");
    assertThat(copy.requestId()).isEqualTo("r-4");
    assertThat(copy.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(copy.body()).isEqualTo(body);
    assertThat(copy.externalTaskId()).isEqualTo("order-17");
    assertThat(copy.violations()).containsExactly(violation);
  }

  @Test
  void aRefusalThatSaysNothingCanBeSerializedToo() throws Exception {
    KlingApiException copy = (KlingApiException) copy(refused(500, null, ""));

    assertThat(copy.code()).isNull();
    assertThat(copy.codeText()).isNull();
    assertThat(copy.requestId()).isNull();
    assertThat(copy.retryAfter()).isNull();
    assertThat(copy.violations()).isEmpty();
    assertThat(copy.taskId()).isEqualTo("17");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 |                                        | true
          405 |                                        | true
          404 | <html><title>Not Found</title></html>  | true
          404 | {"message":"Invalid URL (GET /kling)"} | true
          404 | {"code":404,"message":"no route"}      | true
          404 | {"code":"not_found","message":"no"}    | true
          404 | {"code":"invalid_request"}             | true
          405 | {"error":{"code":"invalid_request"}}   | true
          400 | {"code":"invalid_request"}             | false
          404 | {"code":1202,"message":"no method"}    | true
          400 | {"code":1202,"message":"no method"}    | true
          404 | {"code":1203,"message":"no resource"}  | false
          404 | {"code":1102,"message":"pay"}          | false
          405 | {"code":5000,"message":"down"}         | false
          400 |                                        | false
          401 |                                        | false
          403 | <html></html>                          | false
          410 |                                        | false
          429 |                                        | false
          500 | <html></html>                          | false
          501 |                                        | false
          """)
  void anOperationThatTheServerLacksIsToldFromARefusal(
      int status, @Nullable String body, boolean unsupported) {
    KlingException e = refused(status, null, body == null ? "" : body);

    KlingException better = ErrorMapper.asUnsupported(LIST, e);

    if (unsupported) {
      assertThat(better)
          .isInstanceOfSatisfying(
              UnsupportedByServerException.class,
              u -> assertThat(u.operation()).isEqualTo("list of tasks"))
          .hasCause(e)
          .hasMessageContainingAll("list of tasks", "not supported", "HTTP " + status);
    } else {
      assertThat(better).isSameAs(e);
    }
  }

  @Test
  void aPageInsteadOfAListMeansThatThereIsNone() {
    KlingException page = errors.failed(LIST, UnreadableBodyException.page("<html>"));
    KlingException secret = errors.failed(LIST, UnreadableBodyException.page("<html>hunter2"));
    KlingException broken = errors.failed(LIST, new UnreadableBodyException("an empty body"));
    KlingException none = errors.failed(LIST, new IOException("reset"));

    assertThat(ErrorMapper.asUnsupported(LIST, page))
        .isInstanceOf(UnsupportedByServerException.class)
        .hasMessageContainingAll("list of tasks", "<html>");
    assertThat(ErrorMapper.asUnsupported(LIST, secret))
        .isInstanceOf(UnsupportedByServerException.class);
    assertThat(ErrorMapper.asUnsupported(LIST, broken)).isSameAs(broken);
    assertThat(ErrorMapper.asUnsupported(LIST, none)).isSameAs(none);
  }

  @ParameterizedTest
  @ValueSource(strings = {"connection reset", ""})
  void aFailureOfTheNetworkKeepsItsCause(String message) {
    IOException cause = new IOException(message.isEmpty() ? null : message);

    KlingException e = errors.failed(QUERY, cause);

    assertThat(e)
        .isInstanceOfSatisfying(
            KlingConnectionException.class, c -> assertThat(c.requestMayHaveArrived()).isTrue())
        .hasCause(cause)
        .hasMessageContainingAll("17", message.isEmpty() ? "IOException" : message);
    assertThat(e.taskId()).isEqualTo("17");
  }

  @Test
  void aRequestThatWasNotSentCannotHaveArrived() {
    KlingException e =
        errors.failed(QUERY, new RequestNotSentException(new IOException("no route")));

    assertThat(e)
        .isInstanceOfSatisfying(
            KlingConnectionException.class, c -> assertThat(c.requestMayHaveArrived()).isFalse())
        .hasMessageContainingAll("no route", "not sent");
  }

  @Test
  void anUnreadableAnswerShowsNoKeyNotEvenInItsCause() {
    KlingException e =
        errors.failed(QUERY, new UnreadableBodyException("a page: hunter2", new IOException()));

    assertThat(e).isInstanceOf(UnreadableAnswerException.class).hasMessageContaining("***");
    assertThat(e.getMessage() + e.getCause()).doesNotContain("hunter2");
  }

  @Test
  void whatWasNotSentHasNoStatus() {
    KlingException e = errors.notSent(QUERY, "prompt is blank");

    assertThat(e)
        .isInstanceOfSatisfying(
            InvalidRequestException.class, r -> assertThat(r.httpStatus()).isZero())
        .hasMessageContainingAll("not sent", "prompt is blank");
  }

  private KlingApiException refused(int status, @Nullable String retryAfter, String body) {
    okhttp3.Response.Builder raw = raw(status);
    if (retryAfter != null) {
      raw.header("Retry-After", retryAfter);
    }
    return (KlingApiException)
        errors.refused(QUERY, Response.error(ResponseBody.create(body, null), raw.build()));
  }

  private static okhttp3.Response.Builder raw(int status) {
    return new okhttp3.Response.Builder()
        .request(new Request.Builder().url("https://relay.example.com/").build())
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("");
  }

  private static Object copy(Object original) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(original);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
