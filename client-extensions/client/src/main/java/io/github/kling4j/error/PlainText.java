package io.github.kling4j.error;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes texts of servers fit to be read by people, and to be shown to anybody. */
final class PlainText {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");
  private static final Pattern PAGE =
      Pattern.compile(
          "(?i)<(?:!doctype|\\?xml|html|head|body|title|h[1-6]|p|div|br|hr|center|pre)\\b[^<>]*>");
  private static final Pattern TITLE = Pattern.compile("(?i)<title[^<>]*>([^<]*)");
  private static final Pattern HEADING = Pattern.compile("(?i)<h1[^<>]*>([^<]*)");
  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<(script|style)\\b.*?(?:</\\1[^<>]*>|$)|<!--.*?(?:-->|$)");
  private static final Pattern TAG = Pattern.compile("<[/!?a-zA-Z][^<>]*>");
  private static final Pattern USER = Pattern.compile("(https?:[\\\\/]{2,12})[^\\s\"'<>/?#]*@");
  // What follows a backslash may still be the query: JSON writes an ampersand as one, with a code.
  private static final Pattern QUERY =
      Pattern.compile("(https?:[\\\\/]{2,12}[^\\s\"'<>?#]+)[?#][!-~&&[^\"'<>]]*(?<!\\\\)");

  private PlainText() {}

  /** Takes out of addresses what may be a signature or a password. */
  static String withoutQueries(String text) {
    return QUERY.matcher(USER.matcher(text).replaceAll("$1***@")).replaceAll("$1?…");
  }

  /** One line. */
  static String collapsed(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  static String shortened(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    boolean inPair = Character.isHighSurrogate(text.charAt(limit - 1));
    return text.substring(0, inPair ? limit - 1 : limit) + "…";
  }

  /**
   * Returns what a page of HTML says: its title or else what is to be seen; other text as it is.
   */
  static String ofPage(String text) {
    Matcher page = PAGE.matcher(text);
    if (!page.find()) {
      return text;
    }
    String before = text.substring(0, page.start());
    String html = text.substring(page.start());
    for (Pattern headline : new Pattern[] {TITLE, HEADING}) {
      Matcher found = headline.matcher(html);
      if (found.find() && !found.group(1).isBlank()) {
        return before + withoutEntities(found.group(1));
      }
    }
    String seen = UNSEEN.matcher(html).replaceAll(" ");
    return before + withoutEntities(TAG.matcher(seen).replaceAll(" "));
  }

  private static String withoutEntities(String html) {
    return html.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}
