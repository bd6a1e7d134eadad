package io.github.kling4j.cli;

import io.github.kling4j.error.AuthenticationException;
import io.github.kling4j.error.ContentRejectedException;
import io.github.kling4j.error.DownloadException;
import io.github.kling4j.error.InvalidRequestException;
import io.github.kling4j.error.KlingConnectionException;
import io.github.kling4j.error.NotFoundException;
import io.github.kling4j.error.PermissionDeniedException;
import io.github.kling4j.error.QuotaExhaustedException;
import io.github.kling4j.error.RateLimitedException;
import io.github.kling4j.error.ServerException;
import io.github.kling4j.error.TaskFailedException;
import io.github.kling4j.error.TaskTimeoutException;
import io.github.kling4j.error.UncertainCreateException;
import io.github.kling4j.error.UnreadableAnswerException;
import io.github.kling4j.error.UnsupportedByServerException;
import io.github.kling4j.error.WaitInterruptedException;

/** How a run ended, for scripts. Numbers are never given another meaning. */
enum ExitCode {
  OK(0, "all went well"),
  OTHER(1, "an error of no kind below"),
  USAGE(2, "wrong options or arguments"),
  CONFIGURATION(3, "a setting is missing or malformed"),
  AUTHENTICATION(4, "the key is missing, wrong or expired"),
  PERMISSION_DENIED(5, "the key may not do this"),
  INVALID_REQUEST(6, "a parameter of the request is wrong"),
  CONTENT_REJECTED(7, "the prompt was refused for its content"),
  NOT_FOUND(8, "no such task, model or operation"),
  RATE_LIMITED(9, "too many requests or tasks; try later"),
  QUOTA_EXHAUSTED(10, "nothing left to pay with"),
  SERVER(11, "the server failed"),
  CONNECTION(12, "no answer came"),
  UNREADABLE_ANSWER(13, "an answer was not what the API sends"),
  TASK_FAILED(14, "the task ended without a video"),
  TIMEOUT(15, "--timeout passed; the task goes on"),
  UNCERTAIN_CREATE(16, "a task may have been made and paid for"),
  DOWNLOAD(17, "the video is there, its file is not"),
  INTERRUPTED(130, "Ctrl-C; the task goes on");

  final int number;
  final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  static ExitCode of(Throwable failure) {
    if (failure instanceof ConfigurationException) {
      return CONFIGURATION;
    } else if (failure instanceof AuthenticationException) {
      return AUTHENTICATION;
    } else if (failure instanceof PermissionDeniedException) {
      return PERMISSION_DENIED;
    } else if (failure instanceof InvalidRequestException) {
      return INVALID_REQUEST;
    } else if (failure instanceof ContentRejectedException) {
      return CONTENT_REJECTED;
    } else if (failure instanceof NotFoundException
        || failure instanceof UnsupportedByServerException) {
      return NOT_FOUND;
    } else if (failure instanceof RateLimitedException) {
      return RATE_LIMITED;
    } else if (failure instanceof QuotaExhaustedException) {
      return QUOTA_EXHAUSTED;
    } else if (failure instanceof ServerException) {
      return SERVER;
    } else if (failure instanceof KlingConnectionException) {
      return CONNECTION;
    } else if (failure instanceof UnreadableAnswerException) {
      return UNREADABLE_ANSWER;
    } else if (failure instanceof TaskFailedException) {
      return TASK_FAILED;
    } else if (failure instanceof TaskTimeoutException) {
      return TIMEOUT;
    } else if (failure instanceof UncertainCreateException) {
      return UNCERTAIN_CREATE;
    } else if (failure instanceof DownloadException) {
      return DOWNLOAD;
    } else if (failure instanceof WaitInterruptedException
        || failure instanceof InterruptedRunException) {
      return INTERRUPTED;
    }
    return OTHER;
  }
}
