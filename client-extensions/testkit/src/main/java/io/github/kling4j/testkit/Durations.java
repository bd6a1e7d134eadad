package io.github.kling4j.testkit;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code 500ms}, {@code 90s}, {@code 10m}, {@code 1h} and ISO-8601. */
final class Durations {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Duration LONGEST = Duration.ofDays(365);

  private Durations() {}

  /** Returns the duration, or null when the text is none, or one below zero or above a year. */
  static @Nullable Duration parse(String text) {
    Duration duration = read(text);
    boolean sane = duration != null && !duration.isNegative() && duration.compareTo(LONGEST) <= 0;
    return sane ? duration : null;
  }

  private static @Nullable Duration read(String text) {
    Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      long count = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(count);
        case "s" -> Duration.ofSeconds(count);
        case "m" -> Duration.ofMinutes(count);
        default -> Duration.ofHours(count);
      };
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
