package io.github.kling4j.testkit;

import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused.
 *
 * @param status the HTTP status
 * @param code the vendor's code
 * @param error the row of the vendor's table; null when it has none for this code
 * @param message what is told
 * @param upstream whether the vendor behind a relay has refused, rather than the relay
 */
record Problem(
    int status, int code, @Nullable VendorError error, String message, boolean upstream) {

  static Problem of(VendorError error, String message, boolean upstream) {
    return new Problem(error.status, error.code, error, message, upstream);
  }

  static Problem ofCode(int status, int code) {
    VendorError error = VendorError.ofCode(code);
    String message = error == null ? "Error " + code : error.message;
    return new Problem(status, code, error, message, true);
  }

  /** Tells whether the relay itself does not accept the key. */
  boolean isOfKey() {
    return !upstream && code >= 1000 && code <= 1004;
  }

  /** Returns a relay's word for it. */
  String word() {
    return RelayError.of(error).word;
  }
}
