package io.github.kling4j.error;

/**
 * Thrown when the account has nothing left to pay with, or is suspended: codes 1100 to 1102.
 * Waiting does not help.
 */
public final class QuotaExhaustedException extends KlingApiException {
  private static final long serialVersionUID = 1L;

  QuotaExhaustedException(Refusal refusal, String hint) {
    super(refusal, hint);
  }
}
