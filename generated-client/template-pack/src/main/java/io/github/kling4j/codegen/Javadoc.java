package io.github.kling4j.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a description, which is Markdown by any hand, into text that is safe in a comment. */
final class Javadoc {
  private static final int WIDTH = 90;
  private static final Pattern BREAK =
      Pattern.compile("(?i)<(?:br|/?p|/?div|/?h[1-6]|/?pre)\\s*/?>");
  private static final Pattern ITEM_TAG = Pattern.compile("(?i)<li[^<>]*>");
  private static final Pattern CODE_TAG = Pattern.compile("(?is)<code>([^<`]*)</code>");
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)</?(?:a|b|i|em|strong|code|span|ul|ol|li|p|div|sup|sub|u|tt)(?:\\s[^<>]*)?>");
  private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d{1,2}[.)])\\s+(.*)");
  private static final Pattern HEADING = Pattern.compile("\\s*#{1,6}\\s+(.*?)#*\\s*");
  private static final Pattern SPAN =
      Pattern.compile("`([^`]+)`|\\[([^\\[\\]]+)\\]\\((https?://[^\\s()<>\"]+)\\)");

  private Javadoc() {}

  /**
   * Returns a description's lines for a comment, sentences ended, or those of the fallback where
   * there is none.
   */
  static List<String> of(@Nullable String description, String fallback) {
    List<String> lines = lines(description == null ? "" : description);
    return lines.isEmpty() ? lines(fallback) : lines;
  }

  /** Returns a description as one paragraph, for a tag of a comment. */
  static String line(@Nullable String description, String fallback) {
    String text = String.join(" ", lines(description == null ? "" : description));
    int list = text.indexOf("<ul>");
    String first = list > 0 ? text.substring(0, list) : text;
    String line = first.replace("<p>", "").replaceAll("</?(?:ul|li)>", "").trim();
    return line.isEmpty() ? fallback : line;
  }

  private static List<String> lines(String description) {
    String text = description.replaceAll("\\r\\n?", "\n");
    text =
        CODE_TAG
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement('`' + found.group(1) + '`'));
    text = BREAK.matcher(text).replaceAll("\n\n");
    text = ITEM_TAG.matcher(text).replaceAll("\n- ");
    text = TAG.matcher(text).replaceAll("");
    List<String> lines = new ArrayList<>();
    List<String> paragraph = new ArrayList<>();
    List<String> items = new ArrayList<>();
    for (String line : (text + "\n\n").split("\n", -1)) {
      Matcher item = ITEM.matcher(line);
      Matcher heading = HEADING.matcher(line);
      if (line.isBlank() || heading.matches()) {
        end(lines, paragraph, items);
        if (heading.matches()) {
          paragraph.add(heading.group(1));
          end(lines, paragraph, items);
        }
      } else if (item.matches() && !item.group(1).isBlank()) {
        if (!paragraph.isEmpty()) {
          end(lines, paragraph, items);
        }
        items.add(item.group(1));
      } else if (items.isEmpty()) {
        paragraph.add(line);
      } else {
        items.set(items.size() - 1, items.get(items.size() - 1) + ' ' + line.strip());
      }
    }
    end(lines, paragraph, items);
    return lines;
  }

  private static void end(List<String> lines, List<String> paragraph, List<String> items) {
    String text = inline(String.join(" ", paragraph));
    if (!text.isBlank()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      boolean introduces = !items.isEmpty();
      wrap(lines, (lines.isEmpty() ? "" : "<p>") + (introduces ? text : ended(text)));
    }
    if (!items.isEmpty()) {
      if (lines.isEmpty()) {
        lines.add("One of these.");
      }
      lines.add("");
      lines.add("<ul>");
      items.forEach(item -> wrap(lines, "<li>" + inline(item)));
      lines.add("</ul>");
    }
    paragraph.clear();
    items.clear();
  }

  private static String ended(String text) {
    int last = text.codePointBefore(text.length());
    boolean ends = ".!?:。！？：…".indexOf(last) >= 0;
    return ends ? text : text + '.';
  }

  private static String inline(String markdown) {
    String text = markdown.strip().replaceAll("\\s+", " ").replace("**", "").replace("__", "");
    StringBuilder safe = new StringBuilder();
    Matcher span = SPAN.matcher(text);
    int from = 0;
    while (span.find()) {
      safe.append(escaped(text.substring(from, span.start())));
      if (span.group(1) != null) {
        safe.append(code(span.group(1)));
      } else {
        String address = escaped(span.group(3));
        safe.append("<a href=\"" + address + "\">" + escaped(span.group(2)) + "</a>");
      }
      from = span.end();
    }
    return safe.append(escaped(text.substring(from))).toString();
  }

  /** Returns a text in the font of code. */
  static String code(String text) {
    boolean plain = text.chars().allMatch(each -> each >= ' ' && "{}@\\*".indexOf(each) < 0);
    return plain ? "{@code " + text + '}' : "<code>" + escaped(text) + "</code>";
  }

  /** No tag, no entity, no inline tag, no end of the comment, no escape of javac's. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            each -> {
              switch (each) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '@' -> safe.append("&#64;");
                case '\\' -> safe.append("&#92;");
                case '/' ->
                    safe.append(
                        safe.length() > 0 && safe.charAt(safe.length() - 1) == '*' ? "&#47;" : "/");
                default -> {
                  boolean lone = each < 0x10000 && Character.isSurrogate((char) each);
                  if (!lone && !Character.isISOControl(each)) {
                    safe.appendCodePoint(each);
                  }
                }
              }
            });
    return safe.toString();
  }

  private static void wrap(List<String> lines, String text) {
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
  }
}
