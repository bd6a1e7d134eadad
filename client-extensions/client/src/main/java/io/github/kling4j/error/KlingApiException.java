package io.github.kling4j.error;

import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.model.Violation;
import java.time.Duration;
import java.util.List;
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

  /** Everything that is known of the refusal. */
  private final transient Refusal refusal;

  KlingApiException(Refusal refusal, String hint) {
    super(
        refusal.describe(hint),
        null,
        refusal.operation().taskId(),
        refusal.operation().externalTaskId());
    this.refusal = refusal;
  }

  /**
   * Returns the HTTP status.
   *
   * @return the status, or 0 where the request was refused on this side and never sent
   */
  public int httpStatus() {
    return refusal.httpStatus();
  }

  /**
   * Returns the business code.
   *
   * @return the code, or null where the server sent none or a word
   */
  public @Nullable ErrorCode code() {
    return refusal.code();
  }

  /**
   * Returns the business code as the server wrote it: digits, or at relays a word.
   *
   * @return the text, or null where the server sent none
   */
  public @Nullable String codeText() {
    return refusal.codeText();
  }

  /**
   * Returns what the server said, in its words.
   *
   * @return the message, empty where there was none
   */
  public String serverMessage() {
    return refusal.serverMessage();
  }

  /**
   * Returns the id that the server gave the request, for its support.
   *
   * @return the id, or null where the server sent none
   */
  public @Nullable String requestId() {
    return refusal.requestId();
  }

  /**
   * Returns how long the server wants to be left alone, from {@code Retry-After}.
   *
   * @return the time from the answer on, or null where the server sent none
   */
  public @Nullable Duration retryAfter() {
    return refusal.retryAfter();
  }

  /**
   * Returns the beginning of the answer's body, with keys removed.
   *
   * @return at most 2,000 characters
   */
  public String body() {
    return refusal.body();
  }

  /**
   * Returns the limits of the contract that the request breaks. The server decides; these are hints
   * at what it may have meant.
   *
   * @return the breaches, empty where there are none
   */
  public List<Violation> violations() {
    return refusal.operation().violations();
  }
}
