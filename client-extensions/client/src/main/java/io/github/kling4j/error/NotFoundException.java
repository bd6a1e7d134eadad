package io.github.kling4j.error;

/**
 * Thrown when there is no such task, model or operation: codes 1201 on a query, 1202 and 1203, HTTP
 * 404.
 */
public final class NotFoundException extends KlingApiException {
  private static final long serialVersionUID = 1L;

  NotFoundException(Refusal refusal, String hint) {
    super(refusal, hint);
  }
}
