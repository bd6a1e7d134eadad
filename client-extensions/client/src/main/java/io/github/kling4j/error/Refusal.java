package io.github.kling4j.error;

import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.model.Violation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is known of a request that was refused; what the API exceptions carry. */
record Refusal(
    Operation operation,
    int httpStatus,
    @Nullable ErrorCode code,
    @Nullable String codeText,
    String serverMessage,
    @Nullable String requestId,
    @Nullable Duration retryAfter,
    String body) {

  /** One line: what was being done, what the server said, what to do. */
  String describe(String hint) {
    StringBuilder text = new StringBuilder(operation.describe());
    text.append(httpStatus == 0 ? " was not sent" : " was refused with HTTP " + httpStatus);
    text.append(describeCode());
    if (!serverMessage.isEmpty()) {
      text.append(": ").append(serverMessage);
    }
    if (!hint.isEmpty()) {
      text.append(endsSentence(text) ? " " : ". ").append(hint);
    }
    List<Violation> violations = operation.violations();
    if (!violations.isEmpty()) {
      text.append(" The request breaks limits of the contract:");
      for (Violation violation : violations) {
        text.append(' ').append(violation.message()).append(';');
      }
      text.setLength(text.length() - 1);
      text.append('.');
    }
    if (requestId != null) {
      text.append(" (request id ").append(requestId).append(')');
    }
    return text.toString();
  }

  /** A word that a relay gives, and the vendor's code behind it, are both told. */
  private String describeCode() {
    if (code == null || code.known() == ErrorCode.Known.UNRECOGNIZED) {
      return codeText == null ? "" : ", code " + codeText;
    }
    String meaning = code + " " + code.known();
    return codeText == null || codeText.equals(code.toString())
        ? ", code " + meaning
        : ", code " + codeText + " (" + meaning + ")";
  }

  private static boolean endsSentence(CharSequence text) {
    return ".!?。".indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
