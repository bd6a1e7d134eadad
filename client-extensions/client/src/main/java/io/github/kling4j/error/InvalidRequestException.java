package io.github.kling4j.error;

/**
 * Thrown when a parameter is missing or wrong: codes 1200 and 1201, HTTP 400; and, with HTTP status
 * 0, when the request was refused before it was sent.
 */
public final class InvalidRequestException extends KlingApiException {
  private static final long serialVersionUID = 1L;

  InvalidRequestException(Refusal refusal, String hint) {
    super(refusal, hint);
  }
}
