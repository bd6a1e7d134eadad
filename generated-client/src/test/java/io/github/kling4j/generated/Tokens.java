package io.github.kling4j.generated;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Splits a text into its tokens, so that two layouts of one source are equal. */
final class Tokens {
  private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]+;$");
  private static final Pattern COMMENT_MARGIN = Pattern.compile("(?m)^\\s*(?:\\*(?!/)|//)");
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*\"|[\\p{L}\\p{N}_$]+|\\S");

  private Tokens() {}

  /** Imports are left out: they follow from the rest, and a formatter sorts and thins them. */
  static List<String> of(String text) {
    String code = COMMENT_MARGIN.matcher(IMPORT.matcher(text).replaceAll("")).replaceAll("");
    return TOKEN.matcher(code).results().map(MatchResult::group).toList();
  }

  /** Tells where two texts first differ, or an empty string if they differ in layout only. */
  static String difference(String actual, String expected) {
    List<String> left = of(actual);
    List<String> right = of(expected);
    if (left.equals(right)) {
      return "";
    }
    int at = 0;
    while (at < Math.min(left.size(), right.size()) && left.get(at).equals(right.get(at))) {
      at++;
    }
    return "\nexpected: …" + around(right, at) + "…\n but was: …" + around(left, at) + '…';
  }

  private static String around(List<String> tokens, int at) {
    int from = Math.max(0, at - 8);
    return String.join(" ", tokens.subList(from, Math.min(tokens.size(), at + 12)));
  }
}
