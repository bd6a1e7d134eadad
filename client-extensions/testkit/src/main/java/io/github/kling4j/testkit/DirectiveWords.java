package io.github.kling4j.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of one directive, taken one by one. */
final class DirectiveWords {
  private static final Pattern FIRST_WORD = Pattern.compile("\\s*[A-Za-z]+([_-])\\S*\\s*");

  private final String text;
  private final Deque<String> words;

  private DirectiveWords(String text, String separator) {
    this.text = text;
    this.words = new ArrayDeque<>(List.of(text.trim().split(separator, -1)));
  }

  static DirectiveWords of(String text) {
    return new DirectiveWords(text, "\\s+");
  }

  /**
   * Reads a directive in a key, where no blank can stand: the character behind the first word, an
   * underscore or a dash, separates all of them.
   */
  static DirectiveWords ofKey(String text) {
    Matcher matcher = FIRST_WORD.matcher(text);
    return matcher.matches() ? new DirectiveWords(text, Pattern.quote(matcher.group(1))) : of(text);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Takes the next word if it is this one. */
  boolean takeIf(String word) {
    boolean found = word.equalsIgnoreCase(words.peekFirst());
    if (found) {
      words.removeFirst();
    }
    return found;
  }

  String next() {
    @Nullable String word = words.pollFirst();
    if (word == null) {
      throw unknown();
    }
    return word;
  }

  String nextVerb() {
    return next().toLowerCase(Locale.ROOT);
  }

  String last() {
    String word = next();
    if (!words.isEmpty()) {
      throw unknown();
    }
    return word;
  }

  void expect(String word) {
    if (!takeIf(word)) {
      throw unknown();
    }
  }

  int number() {
    String word = next();
    if (!word.matches("\\d{1,9}")) {
      throw unknown();
    }
    return Integer.parseInt(word);
  }

  int status() {
    int status = number();
    if (status < 200 || status > 599) {
      throw unknown();
    }
    return status;
  }

  Duration lastDuration() {
    @Nullable Duration duration = Durations.parse(last());
    if (duration == null) {
      throw unknown();
    }
    return duration;
  }

  int times(String count) {
    if (!count.matches("[1-9]\\d{0,5}")) {
      throw unknown();
    }
    expect("times");
    return Integer.parseInt(count);
  }

  IllegalArgumentException unknown() {
    return new IllegalArgumentException(
        "[[" + text.trim() + "]] is no directive of the testkit; known: " + DirectiveParser.KNOWN);
  }
}
