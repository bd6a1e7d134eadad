package io.github.kling4j.error;

import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.model.Violation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the server answered a request with a refusal. The kinds of refusal are its
 * subclasses; an instance of this class itself is a refusal of no known kind.
 *
 * <p>Codes and their meaning: the vendor's table of business errors, which the contract repeats as
 * {@link ErrorCode}.
 */
public class KlingApiException extends KlingException {
  private static final long serialVersionUID = 1L;

  /** The HTTP status, 0 where nothing was sent. */
  private final int httpStatus;

  /** The value of the business code. */
  private final @Nullable Integer code;

  /** The code in the words of the server. */
  private final @Nullable String codeText;

  /** What the server said. */
  private final String serverMessage;

  /** The id that the server gave the request. */
  private final @Nullable String requestId;

  /** How long the server wants to be left alone. */
  private final @Nullable Duration retryAfter;

  /** The beginning of the body. */
  private final String body;

  /** Path, rule and message of each; the generated record cannot be serialized. */
  private final String[][] violations;

  KlingApiException(Refusal refusal, String hint) {
    super(
        refusal.describe(hint),
        null,
        refusal.operation().taskId(),
        refusal.operation().externalTaskId());
    this.httpStatus = refusal.httpStatus();
    this.code = refusal.code() == null ? null : refusal.code().value();
    this.codeText = refusal.codeText();
    this.serverMessage = refusal.serverMessage();
    this.requestId = refusal.requestId();
    this.retryAfter = refusal.retryAfter();
    this.body = refusal.body();
    this.violations =
        refusal.operation().violations().stream()
            .map(v -> new String[] {v.path(), v.rule(), v.message()})
            .toArray(String[][]::new);
  }

  /**
   * Returns the HTTP status.
   *
   * @return the status, or 0 where the request was refused on this side and never sent
   */
  public int httpStatus() {
    return httpStatus;
  }

  /**
   * Returns the business code. Where a relay quotes the upstream's answer in its message, it is the
   * outermost code that the vendor's table has.
   *
   * @return the code, or null where there is none, or a word that the contract does not know
   */
  public @Nullable ErrorCode code() {
    return code == null ? null : ErrorCode.of(code);
  }

  /**
   * Returns the code that the server itself gave, as it wrote it: digits, or at relays a word. What
   * it quotes of the upstream's answer is not here, but in {@link #code()}.
   *
   * @return the text, or null where the server sent none
   */
  public @Nullable String codeText() {
    return codeText;
  }

  /**
   * Returns what the server said, in its words: where it is JSON or HTML, the text within. At most
   * 500 characters on one line.
   *
   * @return the message, empty where there was none
   */
  public String serverMessage() {
    return serverMessage;
  }

  /**
   * Returns the id that the server gave the request, for its support.
   *
   * @return the id, or null where the server sent none
   */
  public @Nullable String requestId() {
    return requestId;
  }

  /**
   * Returns how long the server wants to be left alone, from {@code Retry-After}.
   *
   * @return the time from the answer on, at most 365 days; null where the server sent none
   */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /**
   * Returns the beginning of the answer's body, without keys and the queries of addresses.
   *
   * @return at most 2,000 characters
   */
  public String body() {
    return body;
  }

  /**
   * Returns the limits of the contract that the request breaks. The server decides; these are hints
   * at what it may have meant.
   *
   * @return the breaches, empty where there are none
   */
  public List<Violation> violations() {
    return Stream.of(violations).map(v -> new Violation(v[0], v[1], v[2])).toList();
  }
}
