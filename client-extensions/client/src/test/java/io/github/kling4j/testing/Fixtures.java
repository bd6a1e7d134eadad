package io.github.kling4j.testing;

import com.squareup.moshi.Moshi;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.task.WaitPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;

/** Bodies as they come over the wire, and answers made of them. */
public final class Fixtures {
  /** Looks at once, and again at once. */
  public static final WaitPolicy IMPATIENT =
      WaitPolicy.builder()
          .firstDelay(Duration.ZERO)
          .interval(Duration.ofMillis(1), Duration.ofMillis(1))
          .build();

  /** Sends again as often as is usual, without the pauses. */
  public static final RetryPolicy HASTY =
      RetryPolicy.builder()
          .backOff(Duration.ZERO, Duration.ofMillis(1))
          .deadline(Duration.ofSeconds(30))
          .build();

  private static final Moshi MOSHI = new Moshi.Builder().build();

  private Fixtures() {}

  /** Returns the text of a file beside this class. */
  public static String read(String name) {
    try (InputStream file = Fixtures.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the members of a JSON object; all numbers are doubles. */
  public static Map<?, ?> members(String json) {
    try {
      return (Map<?, ?>) Objects.requireNonNull(MOSHI.adapter(Object.class).fromJson(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a JSON object of one member, a text. */
  public static String object(String name, String text) {
    return MOSHI.adapter(Object.class).toJson(Map.of(name, text));
  }

  /** Returns an answer with a body of JSON. */
  public static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json; charset=utf-8")
        .body(body)
        .build();
  }

  /** Returns an answer with a page of HTML. */
  public static MockResponse html(int status) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "text/html")
        .body("<!DOCTYPE html><html><body>A page</body></html>")
        .build();
  }
}
