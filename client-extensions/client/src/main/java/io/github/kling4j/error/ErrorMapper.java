package io.github.kling4j.error;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import io.github.kling4j.model.ErrorAnswer;
import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.model.ErrorDetail;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.model.TaskListAnswer;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;
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

  private final JsonAdapter<ErrorAnswer> answers;
  private final JsonAdapter<TaskAnswer> taskAnswers;
  private final JsonAdapter<TaskListAnswer> listAnswers;
  private final UnaryOperator<String> redact;
  private final Clock clock;

  /**
   * Creates a mapper.
   *
   * @param moshi a Moshi with the generated adapters
   * @param redact takes keys out of a text; see {@code Credentials.redact}
   */
  public ErrorMapper(Moshi moshi, UnaryOperator<String> redact) {
    this(moshi, redact, Clock.systemUTC());
  }

  ErrorMapper(Moshi moshi, UnaryOperator<String> redact, Clock clock) {
    this.answers = moshi.adapter(ErrorAnswer.class);
    this.taskAnswers = moshi.adapter(TaskAnswer.class);
    this.listAnswers = moshi.adapter(TaskListAnswer.class);
    this.redact = redact;
    this.clock = clock;
  }

  /**
   * Returns the exception for an answer whose HTTP status says that it is a refusal.
   *
   * @param operation what was being done
   * @param response the answer; its error body is read
   * @return the exception, to be thrown
   */
  public KlingException refused(Operation operation, Response<?> response) {
    String location = response.headers().get("Location");
    if (location != null && response.code() < 400) {
      String to = redact.apply(location.replaceAll("\\?.*", ""));
      return new KlingApiException(
          new Refusal(
              operation, response.code(), null, null, "a redirect to " + to, null, null, ""),
          "Redirects of a create are not followed: set KLING_BASE_URL to the new server.");
    }
    String body = "";
    try (ResponseBody errorBody = response.errorBody()) {
      body = errorBody == null ? "" : errorBody.string();
    } catch (IOException e) {
      // The status alone still says something.
    }
    return refused(operation, response.code(), response.headers().get("Retry-After"), body);
  }

  /**
   * Returns the exception for an answer that is successful as HTTP and a refusal by its code.
   *
   * @param operation what was being done
   * @param httpStatus the HTTP status
   * @param answer the answer as it was read
   * @return the exception, to be thrown
   */
  public KlingException refused(Operation operation, int httpStatus, TaskAnswer answer) {
    return refused(operation, httpStatus, null, taskAnswers.toJson(answer));
  }

  /**
   * Returns the exception for a list that is successful as HTTP and a refusal by its code.
   *
   * @param operation what was being done
   * @param httpStatus the HTTP status
   * @param answer the answer as it was read
   * @return the exception, to be thrown
   */
  public KlingException refused(Operation operation, int httpStatus, TaskListAnswer answer) {
    return refused(operation, httpStatus, null, listAnswers.toJson(answer));
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
    if (failure instanceof UnreadableBodyException) {
      String what = String.valueOf(failure.getMessage());
      String clean = redact.apply(what);
      return new UnreadableAnswerException(
          operation, clean, clean.equals(what) ? failure : new UnreadableBodyException(clean));
    }
    return new KlingConnectionException(
        operation, failure, !(failure instanceof RequestNotSentException));
  }

  private KlingException refused(
      Operation operation, int httpStatus, @Nullable String retryAfter, String rawBody) {
    String body = redact.apply(rawBody);
    ErrorAnswer answer = parse(body);
    ErrorDetail detail = answer.error();
    ErrorCode code = answer.code();
    Object word = answer.additionalProperties().get("code");
    if (code == null && word == null && detail != null) {
      word = detail.code();
    }
    String message = first(answer.message(), detail == null ? null : detail.message());
    if (message.isEmpty() && answer.equals(ErrorAnswer.builder().build())) {
      message = shorten(body, 200);
    }
    String codeText = code != null ? code.toString() : word == null ? null : word.toString();
    Refusal refusal =
        new Refusal(
            operation,
            httpStatus,
            code,
            codeText,
            message,
            answer.requestId(),
            retryAfter(retryAfter),
            shorten(body, BODY_LIMIT));
    return ErrorKind.of(refusal).exception(refusal);
  }

  private ErrorAnswer parse(String body) {
    try {
      ErrorAnswer answer = answers.fromJson(body);
      return answer == null ? ErrorAnswer.builder().build() : answer;
    } catch (IOException | JsonDataException e) {
      return ErrorAnswer.builder().build();
    }
  }

  private static String first(@Nullable String one, @Nullable String other) {
    if (one != null && !one.isBlank()) {
      return one.strip();
    }
    return other == null ? "" : other.strip();
  }

  static String reason(IOException failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  private static String shorten(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit) + "…";
  }

  /** Reads {@code Retry-After}: seconds, or a date (RFC 9110, section 10.2.3). */
  private @Nullable Duration retryAfter(@Nullable String header) {
    if (header == null) {
      return null;
    }
    try {
      return Duration.ofSeconds(Math.max(0, Long.parseLong(header.strip())));
    } catch (NumberFormatException e) {
      try {
        ZonedDateTime date =
            ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
        Duration left = Duration.between(clock.instant(), date.toInstant());
        return left.isNegative() ? Duration.ZERO : left;
      } catch (DateTimeException notADate) {
        return null;
      }
    }
  }
}
