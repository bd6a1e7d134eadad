package io.github.kling4j.error;

/** Thrown when the key is right but may not do this: codes 1103 and 1304, HTTP 403. */
public final class PermissionDeniedException extends KlingApiException {
  private static final long serialVersionUID = 1L;

  PermissionDeniedException(Refusal refusal, String hint) {
    super(refusal, hint);
  }
}
