package io.github.kling4j.error;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Marks an answer that arrived and is not what the contract says, such as an HTML page. */
public final class UnreadableBodyException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 300;

  /** Whether HTML or XML came instead of JSON. */
  private final boolean page;

  /**
   * Creates the mark.
   *
   * @param message what came instead of JSON, with its beginning
   * @param cause what the parser said, or null
   */
  public UnreadableBodyException(String message, Throwable cause) {
    this(message, cause, false);
  }

  /**
   * Creates the mark.
   *
   * @param message what came instead of JSON, with its beginning
   */
  public UnreadableBodyException(String message) {
    this(message, null, false);
  }

  private UnreadableBodyException(String message, @Nullable Throwable cause, boolean page) {
    super(message, cause);
    this.page = page;
  }

  static UnreadableBodyException page(String beginning) {
    return new UnreadableBodyException("a page of HTML or XML: " + beginning, null, true);
  }

  boolean isPage() {
    return page;
  }

  /** The same with a text that is fit to be shown; a cause, whose text is in it, stays if it is. */
  UnreadableBodyException shown(UnaryOperator<String> clean) {
    String message = String.valueOf(getMessage());
    String shown = PlainText.shortened(clean.apply(message), SHOWN);
    return shown.equals(message) ? this : new UnreadableBodyException(shown, null, page);
  }
}
