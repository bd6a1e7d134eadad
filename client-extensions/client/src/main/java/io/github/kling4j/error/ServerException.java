package io.github.kling4j.error;

/** Thrown when the server failed: codes 5000 to 5002, HTTP 5xx. */
public final class ServerException extends KlingApiException {
  private static final long serialVersionUID = 1L;

  ServerException(Refusal refusal, String hint) {
    super(refusal, hint);
  }

  @Override
  public boolean isTransient() {
    return true;
  }
}
