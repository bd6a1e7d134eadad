package io.github.kling4j.cli;

import io.github.kling4j.error.KlingApiException;
import io.github.kling4j.error.KlingConnectionException;
import io.github.kling4j.error.TaskFailedException;
import io.github.kling4j.error.TaskTimeoutException;
import io.github.kling4j.error.UncertainCreateException;
import io.github.kling4j.error.UnsupportedByServerException;
import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskStatus;
import io.github.kling4j.model.Violation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says a failure in one line, and what to do about it in another. */
final class ErrorReport {
  /** Shorter ones are no keys, and would be found in the middle of words. */
  private static final int SHORTEST_KEY = 8;

  private static final List<String> KEYS =
      List.of("KLING_API_KEY", "KLING_ACCESS_KEY", "KLING_SECRET_KEY", "KLING_CALLBACK_SECRET");

  private final Context context;

  ErrorReport(Context context) {
    this.context = context;
  }

  /** Prints the failure; returns the exit code of its kind. */
  ExitCode print(Throwable failure, boolean debug) {
    String howToGoOn = context.interruption().howToGoOn();
    if (context.interruption().requested() && !howToGoOn.isEmpty()) {
      return ExitCode.INTERRUPTED;
    }
    ExitCode code = ExitCode.of(failure);
    print("error", line(failure));
    print("hint", hint(code, failure, howToGoOn));
    if (debug) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      context.err().print(withoutKeys(trace.toString()));
    }
    return code;
  }

  /** Prints what is wrong with the command line. */
  ExitCode printUsage(String message, String hint) {
    print("error", message);
    print("hint", hint);
    return ExitCode.USAGE;
  }

  private void print(String title, String text) {
    if (!text.isEmpty()) {
      context.err().println(title + ": " + withoutKeys(Text.oneLine(text)));
    }
  }

  private String withoutKeys(String text) {
    String clean = text;
    for (String name : KEYS) {
      String key = context.setting(name);
      if (key != null && key.length() >= SHORTEST_KEY) {
        clean = clean.replace(key, "***");
      }
    }
    return clean;
  }

  private static String line(Throwable failure) {
    if (failure instanceof KlingApiException e) {
      return refusal(e);
    } else if (failure instanceof TaskFailedException e) {
      return "Task "
          + e.taskId()
          + " failed: "
          + (e.reason().isEmpty() ? "the server gives no reason" : e.reason());
    } else if (failure instanceof TaskTimeoutException e) {
      Throwable lastFailure = e.getCause();
      return "Task "
          + e.taskId()
          + " was not finished in time; its last status was "
          + status(e.task())
          + (lastFailure == null ? "" : ", and the last look failed: " + line(lastFailure));
    } else if (failure instanceof UncertainCreateException e) {
      Throwable cause = e.getCause();
      return "It is not certain whether a task was made"
          + (cause == null ? "" : ": " + line(cause));
    } else if (failure instanceof UnsupportedByServerException e) {
      Throwable cause = e.getCause();
      return "The server has no " + e.operation() + (cause == null ? "" : ": " + line(cause));
    } else if (failure instanceof KlingConnectionException e) {
      return "No answer came: "
          + (e.getCause() == null ? "the connection failed" : message(e.getCause()))
          + (e.requestMayHaveArrived()
              ? ". The request may have arrived."
              : ". The request was not sent.");
    }
    return message(failure);
  }

  private static String refusal(KlingApiException e) {
    if (e.httpStatus() == 0) {
      return "The request was not sent: " + e.serverMessage();
    }
    StringBuilder line = new StringBuilder("The server refused with HTTP ").append(e.httpStatus());
    ErrorCode code = e.code();
    if (e.codeText() != null && !e.codeText().isEmpty()) {
      line.append(", code ").append(e.codeText());
      if (code != null && code.known() != ErrorCode.Known.UNRECOGNIZED) {
        line.append(' ').append(code.known());
      }
    }
    if (!e.serverMessage().isEmpty()) {
      line.append(": ").append(e.serverMessage());
    }
    if (e.requestId() != null) {
      line.append(" (request id ").append(e.requestId()).append(')');
    }
    return line.toString();
  }

  private static String status(@Nullable Task task) {
    TaskStatus status = task == null ? null : task.taskStatus();
    return status == null ? "never seen" : status.value();
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  private static String hint(ExitCode code, Throwable failure, String howToGoOn) {
    String hint =
        switch (code) {
          case CONFIGURATION -> failure instanceof ConfigurationException e ? e.hint() : "";
          case AUTHENTICATION -> "Check KLING_API_KEY, and that it belongs to KLING_BASE_URL.";
          case PERMISSION_DENIED ->
              "The key is known, but may not do this: check its models and its IP allow-list.";
          case INVALID_REQUEST -> "Correct what the message names.";
          case CONTENT_REJECTED -> "Change the prompt; the same one would be refused again.";
          case NOT_FOUND ->
              failure instanceof UnsupportedByServerException
                  ? "Check KLING_BASE_URL. Many relays have no list; status and wait take the id of"
                      + " a task."
                  : "Check the task's id, the model's name and KLING_BASE_URL.";
          case RATE_LIMITED -> "Try again later; for code 1303, when a running task has ended.";
          case QUOTA_EXHAUSTED -> "Top up the account or its resource pack.";
          case SERVER -> "Try again later.";
          case CONNECTION -> "Check KLING_BASE_URL and the network.";
          case UNREADABLE_ANSWER -> "Check that KLING_BASE_URL is that of the API.";
          case UNCERTAIN_CREATE ->
              howToGoOn.isEmpty()
                  ? "A relay may not know the ids of callers: look at its own list before you make"
                      + " another task."
                  : "";
          case TASK_FAILED ->
              "This task cannot be tried again: make another, with another prompt if the reason is"
                  + " its content.";
          case OTHER -> "--debug shows where it happened.";
          default -> "";
        };
    List<Violation> violations =
        failure instanceof KlingApiException e ? e.violations() : List.of();
    if (!violations.isEmpty()) {
      hint +=
          violations.stream()
              .map(Violation::message)
              .collect(
                  Collectors.joining("; ", " The request breaks limits of the contract: ", "."));
    }
    boolean goesOn = code != ExitCode.TASK_FAILED && code != ExitCode.NOT_FOUND;
    return (goesOn ? hint + " " + howToGoOn : hint).strip();
  }
}
