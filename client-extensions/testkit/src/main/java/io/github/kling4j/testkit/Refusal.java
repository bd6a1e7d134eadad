package io.github.kling4j.testkit;

/** Ends the handling of a request with one of the vendor's errors. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final VendorError error;
  private final String wording;

  Refusal(VendorError error) {
    this(error, error.message);
  }

  Refusal(VendorError error, String wording) {
    super(wording, null, false, false);
    this.error = error;
    this.wording = wording;
  }

  VendorError error() {
    return error;
  }

  String wording() {
    return wording;
  }
}
