package io.github.kling4j.cli;

import java.util.Locale;
import java.util.OptionalLong;

/** Texts from elsewhere, made fit for a line on a terminal. */
final class Text {
  private Text() {}

  /** Takes out line breaks and whatever else would move the cursor. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]+", " ").strip();
  }

  /** Makes a name that can neither leave its folder nor hide in it. */
  static String fileName(String text) {
    String name = text.replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}._-]+", "_");
    return name.length() <= 100 ? name : name.substring(0, 100);
  }

  /** Says how much there is of how much: {@code 1.5 of 12.0 MB}. */
  static String megabytes(long bytes, OptionalLong total) {
    String there = String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    return total.isEmpty()
        ? there + " MB"
        : there + String.format(Locale.ROOT, " of %.1f MB", total.getAsLong() / 1e6);
  }

  /** Says seconds as a clock does: {@code 0:07}, {@code 12:30}, {@code 1:02:03}. */
  static String clock(long seconds) {
    String minutesAndSeconds = String.format("%d:%02d", seconds / 60 % 60, seconds % 60);
    return seconds < 3_600
        ? minutesAndSeconds
        : String.format("%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
  }
}
