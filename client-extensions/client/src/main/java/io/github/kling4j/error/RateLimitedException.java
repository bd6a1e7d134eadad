package io.github.kling4j.error;

import io.github.kling4j.model.ErrorCode;

/**
 * Thrown when there were too many requests or too many tasks in flight: codes 1302 and 1303, HTTP
 * 429. It may pass.
 */
public final class RateLimitedException extends KlingApiException {
  private static final long serialVersionUID = 1L;

  RateLimitedException(Refusal refusal, String hint) {
    super(refusal, hint);
  }

  @Override
  public boolean isTransient() {
    return true;
  }

  /**
   * Tells whether the server said so in a code or in words, and not by its HTTP status alone. Then
   * it is certain that a create made no task, and the client may have sent it again before it gave
   * up; otherwise a create is not sent again.
   *
   * @return true for code 1302 or 1303, or a relay's words for one
   */
  public boolean isExplicit() {
    return ErrorCode.RATE_LIMITED.equals(code())
        || ErrorCode.TOO_MANY_TASKS.equals(code())
        || RelayWords.kind(serverMessage()) == ErrorKind.RATE_LIMITED;
  }
}
