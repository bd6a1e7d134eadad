package io.github.kling4j.codegen;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Makes Java names of the document's, which may be in any script and hold any character. */
final class Names {
  private static final Map<Character, String> SYMBOLS =
      Map.ofEntries(
          Map.entry('+', "plus"),
          Map.entry('-', "minus"),
          Map.entry('*', "asterisk"),
          Map.entry('/', "slash"),
          Map.entry('%', "percent"),
          Map.entry('<', "less"),
          Map.entry('>', "greater"),
          Map.entry('=', "equals"),
          Map.entry('!', "not"),
          Map.entry('&', "and"),
          Map.entry('|', "or"),
          Map.entry('.', "dot"),
          Map.entry(',', "comma"),
          Map.entry(':', "colon"),
          Map.entry(';', "semicolon"),
          Map.entry('#', "hash"),
          Map.entry('@', "at"),
          Map.entry('$', "dollar"),
          Map.entry('^', "caret"),
          Map.entry('~', "tilde"),
          Map.entry('?', "question"),
          Map.entry('_', "underscore"),
          Map.entry(' ', "space"));

  private Names() {}

  /**
   * Returns a class name: {@code task_status} becomes {@code TaskStatus}. A class is a file, and
   * not every system can write a file's name in any script, so other letters become their code
   * points.
   */
  static String type(String raw, String prefix) {
    String name = ascii(words(raw).stream().map(Names::capitalized).collect(Collectors.joining()));
    return Character.isJavaIdentifierStart(first(name)) ? name : prefix + name;
  }

  private static String ascii(String name) {
    StringBuilder ascii = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKD)
        .codePoints()
        .filter(each -> Character.getType(each) != Character.NON_SPACING_MARK)
        .forEach(
            each ->
                ascii.append(each < 128 ? Character.toString(each) : String.format("U%04X", each)));
    return ascii.toString();
  }

  /** Returns a method's or parameter's name: {@code task_id} becomes {@code taskId}. */
  static String member(String raw) {
    List<String> words = words(raw);
    StringBuilder name = new StringBuilder();
    for (String word : words) {
      name.append(name.isEmpty() ? decapitalized(word) : capitalized(word));
    }
    if (!Character.isJavaIdentifierStart(first(name.toString()))) {
      name.insert(0, "value");
    }
    return SourceVersion.isKeyword(name) ? name + "_" : name.toString();
  }

  /** Returns a constant's name: {@code kling-v1} becomes {@code KLING_V1}. */
  static String constant(String raw) {
    if (raw.isEmpty()) {
      return "EMPTY";
    }
    String name =
        words(raw).stream()
            .map(word -> word.replaceAll("(\\p{Ll}|\\d)(\\p{Lu})", "$1_$2"))
            .map(word -> word.toUpperCase(Locale.ROOT))
            .collect(Collectors.joining("_"));
    return Character.isJavaIdentifierStart(first(name)) ? name : "VALUE_" + name;
  }

  /** Returns a Java literal of a text. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> {
          if (Character.isISOControl(each) || isLone(text, i)) {
            literal.append(String.format("\\u%04x", (int) each));
          } else {
            literal.append(each);
          }
        }
      }
    }
    return literal.append('"').toString();
  }

  private static boolean isLone(String text, int i) {
    char each = text.charAt(i);
    if (Character.isHighSurrogate(each)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(each)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  /**
   * Splits at whatever cannot stand in a name; says signs in words where they carry the meaning.
   */
  private static List<String> words(String raw) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean symbolsOnly = raw.codePoints().noneMatch(Character::isLetterOrDigit);
    int[] points = raw.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      int each = points[i];
      if (Character.isJavaIdentifierPart(each)
          && !Character.isIdentifierIgnorable(each)
          && each != '_'
          && each != '$') {
        word.appendCodePoint(each);
        continue;
      }
      take(words, word);
      boolean sign = words.isEmpty() && i + 1 < points.length && Character.isDigit(points[i + 1]);
      if (symbolsOnly || (sign && (each == '+' || each == '-'))) {
        String symbol = each < 128 ? SYMBOLS.get((char) each) : null;
        if (symbol != null) {
          words.add(symbol);
        }
      }
    }
    take(words, word);
    return words;
  }

  private static void take(List<String> words, StringBuilder word) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static int first(String name) {
    return name.isEmpty() ? ' ' : name.codePointAt(0);
  }

  private static String capitalized(String word) {
    int head = Character.charCount(word.codePointAt(0));
    return word.substring(0, head).toUpperCase(Locale.ROOT) + word.substring(head);
  }

  private static String decapitalized(String word) {
    int capitals = 0;
    while (capitals < word.length() && Character.isUpperCase(word.charAt(capitals))) {
      capitals++;
    }
    boolean more = capitals < word.length() && Character.isLowerCase(word.charAt(capitals));
    int head = capitals > 1 && more ? capitals - 1 : capitals;
    return word.substring(0, head).toLowerCase(Locale.ROOT) + word.substring(head);
  }

  /** Names that are taken in one place. Two names that differ by case only would share a file. */
  static final class Scope {
    private final Set<String> reserved = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final boolean ignoreCase;

    Scope(boolean ignoreCase, Iterable<String> reserved) {
      this.ignoreCase = ignoreCase;
      reserved.forEach(name -> this.reserved.add(key(name)));
    }

    void reserve(String name) {
      reserved.add(key(name));
    }

    /** Takes a name, with an ending where it is reserved, and with a number where it is taken. */
    String take(String name, String ifReserved) {
      String wanted = reserved.contains(key(name)) ? name + ifReserved : name;
      String separator = Character.isDigit(wanted.charAt(wanted.length() - 1)) ? "_" : "";
      String free = wanted;
      for (int i = 2; !isFree(free); i++) {
        free = wanted + separator + i;
      }
      taken.add(key(free));
      return free;
    }

    boolean isFree(String name) {
      return !reserved.contains(key(name)) && !taken.contains(key(name));
    }

    private String key(String name) {
      return ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
    }
  }
}
