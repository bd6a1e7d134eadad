package io.github.kling4j.testkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends the handling of a request with an error. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final VendorError error;
  private final @Nullable RelayError relayError;
  private final String wording;
  private final boolean upstream;

  /** The gateway itself refuses, in its dialect. */
  Refusal(VendorError error) {
    this(error, error.message);
  }

  /** The gateway itself refuses, in its dialect. */
  Refusal(VendorError error, String wording) {
    this(error, null, wording, false);
  }

  /** A relay of some kind refuses, in its own words whatever the dialect. */
  Refusal(RelayError relayError, String wording) {
    this(VendorError.INVALID_PARAMETER, relayError, wording, false);
  }

  private Refusal(
      VendorError error, @Nullable RelayError relayError, String wording, boolean upstream) {
    super(wording, null, false, false);
    this.error = error;
    this.relayError = relayError;
    this.wording = wording;
    this.upstream = upstream;
  }

  /** The vendor refuses; where the gateway is a relay, its dialect tells how that is handed on. */
  static Refusal ofVendor(VendorError error, String wording) {
    return new Refusal(error, null, wording, true);
  }

  int status() {
    return relayError == null ? error.status : relayError.status;
  }

  Map<String, @Nullable Object> body(Answers answers) {
    return relayError == null
        ? answers.error(Problem.of(error, wording, upstream))
        : RelayError.wordBody(relayError.word, wording);
  }
}
