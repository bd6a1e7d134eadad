package io.github.kling4j.testkit;

import io.github.kling4j.testkit.Effect.RetryAfter;
import io.github.kling4j.testkit.Effect.WrongAnswer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** HTTP answers, whatever the dialect of their bodies. */
final class HttpAnswers {
  /** As HTTP wants it; the JDK's own format has days of one digit. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private HttpAnswers() {}

  static MockResponse json(int status, Map<String, @Nullable Object> body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json; charset=utf-8")
        .body(Json.write(body))
        .build();
  }

  static MockResponse html() {
    return new MockResponse.Builder()
        .body(page("Gateway"))
        .setHeader("Content-Type", "text/html; charset=utf-8")
        .build();
  }

  /** Returns an HTML page with one heading. */
  static String page(String heading) {
    return "<!DOCTYPE html>\n<html><head><title>"
        + heading
        + "</title></head><body><h1>"
        + heading
        + "</h1></body></html>\n";
  }

  static MockResponse wrong(WrongAnswer wrong, Answers answers, HttpUrl asked, Instant now) {
    int status = wrong.status();
    boolean bodiless = status == 204 || status == 304;
    MockResponse truth =
        switch (bodiless ? Effect.Body.EMPTY : wrong.body()) {
          case JSON -> json(status, answers.error(Problem.ofCode(status, wrong.code())));
          case WORD -> json(status, RelayError.wordBody(wrong.orNoWord(), wrong.message()));
          case ERROR_OBJECT -> json(status, RelayError.objectBody(wrong.word(), wrong.message()));
          case HTML -> html();
          case EMPTY -> new MockResponse.Builder().build();
        };
    MockResponse.Builder answer = truth.newBuilder().code(status);
    RetryAfter wait = wrong.retryAfter();
    if (wait != null) {
      String seconds = Integer.toString(wait.seconds());
      String date = DATE.format(now.plusSeconds(wait.seconds()));
      answer.setHeader("Retry-After", wait.asDate() ? date : seconds);
    }
    if (status / 100 == 3) {
      answer.setHeader("Location", asked.encodedPath());
    }
    return answer.build();
  }
}
