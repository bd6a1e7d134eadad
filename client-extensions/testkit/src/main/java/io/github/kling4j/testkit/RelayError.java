package io.github.kling4j.testkit;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Errors that relays name by a word, with the HTTP status that mostly goes with it. */
enum RelayError {
  INVALID_REQUEST(400, "the request is not valid"),
  TASK_NOT_EXIST(400, "there is no such task"),
  INSUFFICIENT_USER_QUOTA(403, "the user's quota is used up"),
  FAIL_TO_FETCH_TASK(500, "the upstream did not give a task"),
  BUILD_REQUEST_FAILED(500, "the request to the upstream could not be built"),
  MODEL_NOT_FOUND(503, "no channel offers this model");

  private static final int USUAL_STATUS = 400;

  final int status;
  final String message;
  final String word;

  RelayError(int status, String message) {
    this.status = status;
    this.message = message;
    this.word = name().toLowerCase(Locale.ROOT);
  }

  /** Returns what a relay calls one of the vendor's errors. */
  static RelayError of(@Nullable VendorError error) {
    if (error == null) {
      return FAIL_TO_FETCH_TASK;
    }
    return switch (error) {
      case TASK_NOT_FOUND -> TASK_NOT_EXIST;
      case INVALID_PARAMETERS, INVALID_PARAMETER, NO_SUCH_METHOD -> INVALID_REQUEST;
      case ACCOUNT_IN_ARREARS, BALANCE_NOT_ENOUGH -> INSUFFICIENT_USER_QUOTA;
      case NO_SUCH_RESOURCE -> MODEL_NOT_FOUND;
      default -> FAIL_TO_FETCH_TASK;
    };
  }

  static int statusOf(@Nullable String word) {
    RelayError known = ofWord(word);
    return known == null ? USUAL_STATUS : known.status;
  }

  static String messageOf(@Nullable String word) {
    RelayError known = ofWord(word);
    if (known != null) {
      return known.message;
    }
    return word == null || word.isEmpty() ? "the relay refuses" : word.replace('_', ' ');
  }

  /** Returns the body that has a word where the vendor has a number. */
  static Map<String, @Nullable Object> wordBody(String word, String message) {
    return Json.members("code", word, "message", message, "data", null);
  }

  /** Returns the body that has everything inside {@code error}. */
  static Map<String, @Nullable Object> objectBody(@Nullable String word, String message) {
    return Json.members(
        "error", Json.members("message", message, "type", "new_api_error", "code", word));
  }

  private static @Nullable RelayError ofWord(@Nullable String word) {
    for (RelayError error : values()) {
      if (error.word.equals(word)) {
        return error;
      }
    }
    return null;
  }
}
