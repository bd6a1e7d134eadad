package io.github.kling4j.error;

import io.github.kling4j.model.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The kinds of refusal. Decided by business code first, then by relays' words, then by status. */
enum ErrorKind {
  AUTHENTICATION(
      "Check the API key and that it belongs to this base URL; it comes from KLING_API_KEY or"
          + " KlingClient.builder().credentials(...)."),
  PERMISSION_DENIED(
      "The key is known but may not do this: check its models and its IP allow-list."),
  INVALID_REQUEST(
      "Correct the parameter that the server names; sending the same again is useless."),
  CONTENT_REJECTED("Change the prompt; sending the same again is useless."),
  NOT_FOUND("Check the task id, the model name and the base URL."),
  RATE_LIMITED("Wait and try again."),
  QUOTA_EXHAUSTED("Top up the account or its resource pack; sending again does not help."),
  SERVER("The server has a problem; try again later."),
  OTHER("");

  private final String hint;

  ErrorKind(String hint) {
    this.hint = hint;
  }

  KlingApiException exception(Refusal refusal) {
    String symptom = Symptom.hint(refusal.serverMessage());
    String hint = symptom.isEmpty() ? hint(refusal.code()) : symptom;
    return switch (this) {
      case AUTHENTICATION -> new AuthenticationException(refusal, hint);
      case PERMISSION_DENIED -> new PermissionDeniedException(refusal, hint);
      case INVALID_REQUEST -> new InvalidRequestException(refusal, hint);
      case CONTENT_REJECTED -> new ContentRejectedException(refusal, hint);
      case NOT_FOUND -> new NotFoundException(refusal, hint);
      case RATE_LIMITED -> new RateLimitedException(refusal, hint);
      case QUOTA_EXHAUSTED -> new QuotaExhaustedException(refusal, hint);
      case SERVER -> new ServerException(refusal, hint);
      case OTHER -> new KlingApiException(refusal, hint);
    };
  }

  /** What to do next; for some codes it can be said better than for their kind. */
  private String hint(@Nullable ErrorCode code) {
    return switch (code == null ? ErrorCode.Known.UNRECOGNIZED : code.known()) {
      case TOKEN_NOT_YET_VALID, TOKEN_EXPIRED ->
          "Check this machine's clock, by which tokens are signed, and whether the key has expired.";
      case ACCOUNT_ABNORMAL ->
          "Ask the server's support what is wrong with the account; sending again does not help.";
      case ACCOUNT_IN_ARREARS -> "Pay what the account owes; sending again does not help.";
      case PERMISSION_DENIED ->
          "Check which models and resources the key has a right to; sending again does not help.";
      case IP_NOT_ALLOWED ->
          "Put this machine's IP address on the account's allow-list; sending again does not help.";
      case METHOD_NOT_FOUND ->
          "Check the base URL, and that the server has this operation: not every relay has all.";
      case RESOURCE_NOT_FOUND ->
          "Check the task id and the model name: older models have been retired.";
      case TOO_MANY_TASKS ->
          "As many tasks are in flight as the account may have: try again when one has ended.";
      default -> hint;
    };
  }

  static ErrorKind of(Refusal refusal) {
    ErrorCode code = refusal.code();
    Operation operation = refusal.operation();
    boolean ofOneTask =
        operation.taskId() != null
            || (operation.externalTaskId() != null && !operation.name().equals("create"));
    ErrorKind kind = code == null ? null : ofCode(code, ofOneTask);
    if (kind == null) {
      kind = RelayWords.kind(refusal.serverMessage());
    }
    return kind == null ? ofStatus(refusal.httpStatus()) : kind;
  }

  private static @Nullable ErrorKind ofCode(ErrorCode code, boolean ofOneTask) {
    return switch (code.known()) {
      case AUTHENTICATION_FAILED,
          AUTHORIZATION_EMPTY,
          AUTHORIZATION_INVALID,
          TOKEN_NOT_YET_VALID,
          TOKEN_EXPIRED ->
          AUTHENTICATION;
      case ACCOUNT_ABNORMAL, ACCOUNT_IN_ARREARS, RESOURCE_PACK_EXHAUSTED -> QUOTA_EXHAUSTED;
      case PERMISSION_DENIED, IP_NOT_ALLOWED -> PERMISSION_DENIED;
      case INVALID_PARAMETERS -> INVALID_REQUEST;
      // The only parameter of a query is the task's id.
      case INVALID_PARAMETER -> ofOneTask ? NOT_FOUND : INVALID_REQUEST;
      case METHOD_NOT_FOUND, RESOURCE_NOT_FOUND -> NOT_FOUND;
      case PLATFORM_POLICY, CONTENT_SAFETY -> CONTENT_REJECTED;
      case RATE_LIMITED, TOO_MANY_TASKS -> RATE_LIMITED;
      case SERVER_ERROR, MAINTENANCE, INTERNAL_TIMEOUT -> SERVER;
      // Success, and what no word here is known of: the server's words and status tell.
      default -> null;
    };
  }

  private static ErrorKind ofStatus(int httpStatus) {
    return switch (httpStatus) {
      case 0, 400, 413, 415, 422 -> INVALID_REQUEST;
      case 401 -> AUTHENTICATION;
      case 402 -> QUOTA_EXHAUSTED;
      case 403 -> PERMISSION_DENIED;
      case 404, 405, 410 -> NOT_FOUND;
      // The server or a proxy timed out; whether it had done its work is not known.
      case 408 -> SERVER;
      case 429 -> RATE_LIMITED;
      default -> httpStatus >= 500 ? SERVER : OTHER;
    };
  }
}
