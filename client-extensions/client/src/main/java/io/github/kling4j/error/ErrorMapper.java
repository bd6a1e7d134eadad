package io.github.kling4j.error;

import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.model.TaskListAnswer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import okhttp3.Headers;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * Turns answers and failures into exceptions. It also serves a Retrofit of one's own: give it the
 * {@link Response} that was not successful, or the exception that {@code execute()} threw.
 *
 * <p>Instances are immutable and safe for use by several threads.
 */
public final class ErrorMapper {
  private static final int BODY_LIMIT = 2_000;
  private static final int MESSAGE_LIMIT = 500;

  /** So that nobody who adds it to a time, or counts its nanoseconds, meets an overflow. */
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(365);

  private final UnaryOperator<String> redact;

  /** Null for the system's, which is asked for only when there is a date. */
  private final @Nullable Clock clock;

  /**
   * Creates a mapper.
   *
   * @param redact takes keys out of a text; see {@code Credentials.redact}
   */
  public ErrorMapper(UnaryOperator<String> redact) {
    this(redact, null);
  }

  ErrorMapper(UnaryOperator<String> redact, @Nullable Clock clock) {
    this.redact = redact;
    this.clock = clock;
  }

  /**
   * Returns the exception for an answer that is a refusal, by its HTTP status or, where that is
   * successful, by the code in its body.
   *
   * @param operation what was being done
   * @param response the answer; an error body is read. A successful one is told in its own words
   *     only where {@link BoundedCalls} or an {@link AnswerLimitInterceptor} saw it, and else as
   *     the contract reads it
   * @return the exception, to be thrown
   */
  public KlingException refused(Operation operation, Response<?> response) {
    String location = response.headers().get("Location");
    if (location != null && response.code() / 100 == 3) {
      String to = clean(location.replaceAll("[?#].*", "").replaceAll("//[^/]*@", "//***@"));
      return new KlingApiException(
          new Refusal(
              operation, response.code(), null, null, "a redirect to " + to, null, null, ""),
          "Redirects of a create are not followed: set KLING_BASE_URL to the new server.");
    }
    return refused(operation, response.code(), response.headers(), body(response));
  }

  private String body(Response<?> response) {
    AnswerBeginning seen = response.raw().request().tag(AnswerBeginning.class);
    if (response.isSuccessful() && seen != null) {
      return seen.text();
    } else if (response.body() instanceof TaskAnswer answer) {
      return ModelJsonAdapterFactory.<TaskAnswer>adapter(TaskAnswer.class).toJson(answer);
    } else if (response.body() instanceof TaskListAnswer answer) {
      return ModelJsonAdapterFactory.<TaskListAnswer>adapter(TaskListAnswer.class).toJson(answer);
    }
    try (ResponseBody errorBody = response.errorBody()) {
      return errorBody == null ? "" : errorBody.string();
    } catch (IOException e) {
      // The status alone still says something.
      return "";
    }
  }

  /**
   * Returns the exception for a request that is not even sent.
   *
   * @param operation what was to be done, with the violations that speak against it
   * @param why which field is wrong, what it is, and what to do
   * @return the exception, to be thrown
   */
  public KlingException notSent(Operation operation, String why) {
    return new InvalidRequestException(
        new Refusal(operation, 0, null, null, why, null, null, ""), "");
  }

  /**
   * Returns the exception for a call that ended without an answer, or with an unreadable one.
   *
   * @param operation what was being done
   * @param failure what Retrofit threw
   * @return the exception, to be thrown
   */
  public KlingException failed(Operation operation, IOException failure) {
    if (failure instanceof UnreadableBodyException unreadable) {
      UnreadableBodyException shown = unreadable.shown(this::clean);
      return new UnreadableAnswerException(operation, String.valueOf(shown.getMessage()), shown);
    }
    return new KlingConnectionException(
        operation, shown(failure), !(failure instanceof RequestNotSentException));
  }

  /**
   * Returns a better exception for a failure that means that the server has no such operation: a
   * page of HTML on a successful status, code 1202, or HTTP 404 or 405 without a number of the
   * vendor's table. It is for operations such as the list: of a query, HTTP 404 may mean the task.
   *
   * @param operation what was being done
   * @param failure what this mapper made of the answer
   * @return an {@link UnsupportedByServerException} with that cause, or the failure itself
   */
  public static KlingException asUnsupported(Operation operation, KlingException failure) {
    boolean unsupported;
    if (failure instanceof KlingApiException refusal) {
      ErrorCode code = refusal.code();
      // A relay's word, such as invalid_request, may stand for one of them, but says less than 404.
      boolean vendorNumber =
          code != null
              && code.known() != ErrorCode.Known.UNRECOGNIZED
              && String.valueOf(code.value()).equals(refusal.codeText());
      unsupported =
          ErrorCode.METHOD_NOT_FOUND.equals(code)
              || (!vendorNumber && (refusal.httpStatus() == 404 || refusal.httpStatus() == 405));
    } else {
      unsupported = failure.getCause() instanceof UnreadableBodyException body && body.isPage();
    }
    return unsupported ? new UnsupportedByServerException(operation, failure) : failure;
  }

  private KlingException refused(
      Operation operation, int httpStatus, Headers headers, String rawBody) {
    ErrorBody body = new ErrorBody.Reader().read(redact.apply(rawBody));
    Refusal refusal =
        new Refusal(
            operation,
            httpStatus,
            body.code(),
            cleanOrNull(body.codeText()),
            PlainText.shortened(clean(body.message()), MESSAGE_LIMIT),
            cleanOrNull(body.requestId()),
            retryAfter(headers),
            PlainText.shortened(clean(rawBody), BODY_LIMIT));
    return ErrorKind.of(refusal).exception(refusal);
  }

  /** Takes keys out of a text, and the queries of addresses, which may be signatures. */
  private String clean(String text) {
    return PlainText.withoutQueries(redact.apply(text));
  }

  private @Nullable String cleanOrNull(@Nullable String text) {
    return text == null ? null : clean(text);
  }

  /**
   * Returns a text fit to be shown to anybody: without keys and the queries of addresses, which may
   * be signatures.
   *
   * @param text a text of a server
   * @return the text without secrets
   */
  public String shown(String text) {
    return clean(text);
  }

  /**
   * Returns a failure fit to be shown to anybody.
   *
   * @param failure a failure of the network, or of an answer
   * @return the failure itself, or where its texts or those of its causes hold a secret, one that
   *     says the same without it
   */
  public IOException shown(IOException failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    if (clean(trace.toString()).equals(trace.toString())) {
      return failure;
    }
    IOException shown = new IOException(clean(reason(failure)));
    shown.setStackTrace(failure.getStackTrace());
    return shown;
  }

  static String reason(IOException failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  /** Reads {@code Retry-After}: seconds, or a date (RFC 9110, section 10.2.3). */
  private @Nullable Duration retryAfter(Headers headers) {
    String text = Objects.requireNonNullElse(headers.get("Retry-After"), "").strip();
    if (text.matches("[0-9]+")) {
      BigInteger longest = BigInteger.valueOf(LONGEST_RETRY_AFTER.toSeconds());
      return Duration.ofSeconds(new BigInteger(text).min(longest).longValueExact());
    }
    Instant date = headers.getInstant("Retry-After");
    if (date == null) {
      return null;
    }
    Duration wait = Duration.between(clock == null ? Instant.now() : clock.instant(), date);
    if (wait.compareTo(LONGEST_RETRY_AFTER) > 0) {
      return LONGEST_RETRY_AFTER;
    }
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
