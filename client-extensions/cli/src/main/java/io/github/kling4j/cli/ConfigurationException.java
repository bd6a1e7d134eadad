package io.github.kling4j.cli;

/** Thrown when a setting is missing or wrong; nothing was sent. */
final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String hint;

  ConfigurationException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  ConfigurationException(RuntimeException cause, String hint) {
    super(cause.getMessage(), cause);
    this.hint = hint;
  }

  String hint() {
    return hint;
  }
}
