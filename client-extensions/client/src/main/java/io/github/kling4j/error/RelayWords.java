package io.github.kling4j.error;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of refusal by what relays say in messages; words that stand in place of a code are the
 * contract's. What is here speaks of a request that made no task, whatever the HTTP status.
 */
final class RelayWords {
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

  static @Nullable ErrorKind kind(String message) {
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
