package io.github.kling4j.error;

/**
 * Thrown when what was posted to a {@code callback_url} is not to be believed, or is no callback at
 * all. The message is for the receiver's log; the sender is told {@link #httpStatus()} and {@link
 * #answer()} only, which do not help a forger.
 */
public final class CallbackRefusedException extends KlingException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  private final Reason reason;

  /** What is wrong with a callback. */
  public enum Reason {
    /**
     * One of the headers {@code webhook-id}, {@code -timestamp} and {@code -signature} is missing.
     */
    MISSING_HEADER,
    /** The header {@code webhook-timestamp} is no number of seconds. */
    BAD_TIMESTAMP,
    /** It was signed more than five minutes ago. */
    TOO_OLD,
    /** It was signed more than five minutes from now. */
    TOO_NEW,
    /** None of its signatures is one of this body with this secret. */
    NO_SIGNATURE_FITS,
    /** Its body is longer than any callback. */
    BODY_TOO_LARGE,
    /** Its body is no task in JSON. */
    NOT_A_CALLBACK
  }

  /**
   * Creates an exception.
   *
   * @param reason what is wrong
   * @param message the same in words, for the receiver
   */
  public CallbackRefusedException(Reason reason, String message) {
    super(message, null, null, null);
    this.reason = reason;
  }

  /**
   * Returns what is wrong.
   *
   * @return the reason, for the receiver
   */
  public Reason reason() {
    return reason;
  }

  /**
   * Returns the HTTP status to answer with.
   *
   * @return 400 where the body is wrong, 401 where the signature or its time is
   */
  public int httpStatus() {
    return switch (reason) {
      case BODY_TOO_LARGE, NOT_A_CALLBACK -> 400;
      case MISSING_HEADER, BAD_TIMESTAMP, TOO_OLD, TOO_NEW, NO_SIGNATURE_FITS -> 401;
    };
  }

  /**
   * Returns a text that a sender may see.
   *
   * @return the name of the HTTP status, and nothing of the reason
   */
  public String answer() {
    return httpStatus() == 400 ? "Bad Request" : "Unauthorized";
  }
}
