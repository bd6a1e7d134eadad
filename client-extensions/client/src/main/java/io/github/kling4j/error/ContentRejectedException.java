package io.github.kling4j.error;

/** Thrown when the prompt was refused for its content: codes 1300 and 1301. */
public final class ContentRejectedException extends KlingApiException {
  private static final long serialVersionUID = 1L;

  ContentRejectedException(Refusal refusal, String hint) {
    super(refusal, hint);
  }
}
