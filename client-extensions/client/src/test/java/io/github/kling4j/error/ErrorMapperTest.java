package io.github.kling4j.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import io.github.kling4j.testing.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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

  private final ErrorMapper errors =
      new ErrorMapper(
          new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build(),
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
    okhttp3.Response.Builder raw =
        new okhttp3.Response.Builder()
            .request(new Request.Builder().url("https://relay.example.com/").build())
            .protocol(Protocol.HTTP_1_1)
            .code(status)
            .message("");
    if (retryAfter != null) {
      raw.header("Retry-After", retryAfter);
    }
    return (KlingApiException)
        errors.refused(QUERY, Response.error(ResponseBody.create(body, null), raw.build()));
  }
}
