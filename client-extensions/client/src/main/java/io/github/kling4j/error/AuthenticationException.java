package io.github.kling4j.error;

/** Thrown when the key is missing, wrong or expired: codes 1000 to 1004, HTTP 401. */
public final class AuthenticationException extends KlingApiException {
  private static final long serialVersionUID = 1L;

  AuthenticationException(Refusal refusal, String hint) {
    super(refusal, hint);
  }
}
