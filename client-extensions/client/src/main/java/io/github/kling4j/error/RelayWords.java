package io.github.kling4j.error;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of refusal by the words of relays, most of them those of new-api and its forks. What is
 * here speaks of a request that made no task, whatever the HTTP status.
 */
final class RelayWords {
  /** Words that stand in place of a code. */
  private static final Map<String, ErrorKind> CODES =
      Map.ofEntries(
          Map.entry("insufficient_user_quota", ErrorKind.QUOTA_EXHAUSTED),
          Map.entry("insufficient_quota", ErrorKind.QUOTA_EXHAUSTED),
          Map.entry("quota_not_enough", ErrorKind.QUOTA_EXHAUSTED),
          Map.entry("pre_consume_token_quota_failed", ErrorKind.QUOTA_EXHAUSTED),
          Map.entry("task_not_exist", ErrorKind.NOT_FOUND),
          Map.entry("model_not_found", ErrorKind.NOT_FOUND),
          Map.entry("access_denied", ErrorKind.PERMISSION_DENIED),
          Map.entry("invalid_api_key", ErrorKind.AUTHENTICATION),
          Map.entry("invalid_request", ErrorKind.INVALID_REQUEST),
          Map.entry("invalid_request_error", ErrorKind.INVALID_REQUEST),
          // The relay could not make the request that it would have sent on.
          Map.entry("build_request_failed", ErrorKind.INVALID_REQUEST),
          Map.entry("convert_request_failed", ErrorKind.INVALID_REQUEST),
          Map.entry("bad_request_body", ErrorKind.INVALID_REQUEST),
          Map.entry("sensitive_words_detected", ErrorKind.CONTENT_REJECTED),
          Map.entry("prompt_blocked", ErrorKind.CONTENT_REJECTED));

  /** What messages say where the code says nothing; the first that is found counts. */
  private static final List<Phrase> PHRASES =
      List.of(
          new Phrase("parallel task over", ErrorKind.RATE_LIMITED),
          new Phrase(
              "balance (?:is )?not enough|insufficient (?:account )?(?:balance|quota)"
                  + "|quota (?:is )?not enough|account (?:in arrears|exception)"
                  + "|resource pack.{0,40}(?:exhausted|used up|depleted|expired)"
                  + "|额度不足|余额不足|欠费",
              ErrorKind.QUOTA_EXHAUSTED),
          new Phrase("\\bip\\b.{0,20}(?:white|allow)[ -]?list", ErrorKind.PERMISSION_DENIED),
          new Phrase("content (?:security|safety) policy", ErrorKind.CONTENT_REJECTED),
          new Phrase("task_not_exist|task not found", ErrorKind.NOT_FOUND));

  private RelayWords() {}

  static @Nullable ErrorKind kind(List<String> words, String message) {
    for (String word : words) {
      ErrorKind kind = CODES.get(word.toLowerCase(Locale.ROOT));
      if (kind != null) {
        return kind;
      }
    }
    for (Phrase phrase : PHRASES) {
      if (phrase.pattern.matcher(message).find()) {
        return phrase.kind;
      }
    }
    return null;
  }

  private record Phrase(Pattern pattern, ErrorKind kind) {
    Phrase(String regex, ErrorKind kind) {
      this(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), kind);
    }
  }
}
