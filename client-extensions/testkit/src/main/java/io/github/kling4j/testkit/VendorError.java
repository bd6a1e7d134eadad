package io.github.kling4j.testkit;

import org.jspecify.annotations.Nullable;

/** The vendor's table of business errors: HTTP status, code and what the body says. */
enum VendorError {
  AUTHENTICATION_FAILED(401, 1000, "Authentication failed"),
  AUTHORIZATION_EMPTY(401, 1001, "Authorization is empty"),
  AUTHORIZATION_INVALID(401, 1002, "Authorization is invalid"),
  TOKEN_NOT_YET_VALID(401, 1003, "Authorization is not yet valid"),
  TOKEN_EXPIRED(401, 1004, "Authorization has expired"),
  ACCOUNT_ABNORMAL(429, 1100, "Account exception"),
  ACCOUNT_IN_ARREARS(429, 1101, "Account in arrears"),
  BALANCE_NOT_ENOUGH(429, 1102, "Account balance not enough"),
  NO_RIGHT(403, 1103, "Unauthorized access to requested resource"),
  INVALID_PARAMETERS(400, 1200, "Invalid request parameters"),
  INVALID_PARAMETER(400, 1201, "Invalid parameters"),
  TASK_NOT_FOUND(400, 1201, "Task not found by id/external id"),
  NO_SUCH_METHOD(404, 1202, "The requested method is invalid"),
  NO_SUCH_RESOURCE(404, 1203, "The requested resource does not exist"),
  PLATFORM_POLICY(400, 1300, "Trigger strategy of the platform"),
  CONTENT_SAFETY(400, 1301, "Trigger the content security policy of the platform"),
  TOO_MANY_REQUESTS(429, 1302, "The API request is too fast, exceeding the rate limit"),
  TOO_MANY_TASKS(429, 1303, "parallel task over resource pack limit"),
  IP_NOT_ALLOWED(429, 1304, "Trigger the IP whitelisting policy of the platform"),
  SERVER_ERROR(500, 5000, "Server internal error"),
  MAINTENANCE(503, 5001, "Server temporarily unavailable"),
  SERVER_TIMEOUT(504, 5002, "Server internal timeout");

  final int status;
  final int code;
  final String message;

  VendorError(int status, int code, String message) {
    this.status = status;
    this.code = code;
    this.message = message;
  }

  /** Returns the row of a business code, or null when the vendor's table has none. */
  static @Nullable VendorError ofCode(int code) {
    for (VendorError error : values()) {
      if (error.code == code) {
        return error;
      }
    }
    return null;
  }

  /** Returns the row that most often stands behind an HTTP status. */
  static VendorError ofStatus(int status) {
    return switch (status) {
      case 401 -> AUTHORIZATION_INVALID;
      case 403 -> NO_RIGHT;
      case 404 -> NO_SUCH_METHOD;
      case 429 -> TOO_MANY_REQUESTS;
      case 503 -> MAINTENANCE;
      case 504 -> SERVER_TIMEOUT;
      default -> status >= 500 ? SERVER_ERROR : INVALID_PARAMETER;
    };
  }
}
