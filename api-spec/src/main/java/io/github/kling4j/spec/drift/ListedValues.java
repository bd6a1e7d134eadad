package io.github.kling4j.spec.drift;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the values that a description lists, such as {@code a, b}, {@code a (fast) or b (good)}.
 */
final class ListedValues {
  private static final String QUOTE = "[\"'`“”‘’「」『』]?";
  private static final String VALUE =
      QUOTE + "([A-Za-z0-9](?:[A-Za-z0-9_+]|[.:\\-](?=[A-Za-z0-9]))*)" + QUOTE;
  private static final String HAN = "\\p{IsHan}";
  private static final String UNIT = "(?:\\s*(?:秒钟?|s(?![A-Za-z0-9])))?";
  private static final String GLOSS =
      "(?:\\s*[(\\[【]([^)\\]】]*)[)\\]】]|\\s*[:=\\-–—]+\\s*(" + HAN + "[^,;、。|\\n/]*))?";
  private static final String ITEM = VALUE + UNIT + GLOSS;
  private static final String SEPARATOR =
      "(?:\\s*(?:、|,|;|/|\\||\\n)\\s*(?:和|或者?|以及|and |or )?"
          + "|\\s*(?:和|或者|或|与|及|以及)\\s*|\\s+(?:and|or)\\s+|\\s*&\\s*|\\s+(?=[A-Za-z0-9]+\\s*[:=]))";

  private static final String ANNOUNCED_BY = "(?:\\s|为|是|有|包括|包含|如下|分别|are|is|:|=|-)*";
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?:可选值|可选项|可选参数|可选模型|枚举值|枚举|可取值|有效值|允许值|合法值|可以是|可为|可选(?=\\s*[:为])"
              + "|之一|仅限|仅支持|支持的?(?:值|模型|比例|时长)?|(?<range>取值范围|取值|范围)"
              + "|one of|possible values|allowed values|supported values|values|options|enum)"
              + ANNOUNCED_BY,
          Pattern.CASE_INSENSITIVE);

  /** What is listed of an address is what it may lead to. */
  private static final Pattern OF_ADDRESSES =
      Pattern.compile("链接|地址|\\burl\\b|base64", Pattern.CASE_INSENSITIVE);

  /** What of a file is supported are its formats, and no values of the property. */
  private static final Pattern OF_FILES =
      Pattern.compile("格式|文件|图片|图像|链接|地址|url|base64|format|file", Pattern.CASE_INSENSITIVE);

  private static final Pattern BRACKETS =
      Pattern.compile("[\\[(]\\s*(-?\\d+(?:\\.\\d+)?)\\s*,\\s*(-?\\d+(?:\\.\\d+)?)\\s*[\\])]");
  private static final Pattern LIST = Pattern.compile(ITEM + "(?:" + SEPARATOR + ITEM + ")*");
  private static final Pattern ONE = Pattern.compile(ITEM);
  private static final Pattern GLOSSED =
      Pattern.compile(VALUE + "\\s*\\([^)]*\\)(?:" + SEPARATOR + VALUE + "\\s*\\([^)]*\\))+");
  private static final Pattern BULLETS =
      Pattern.compile("(?m)^\\s*(?:[-*•\u00b7]|\\d+[.)、])?\\s*" + ITEM + "\\s*[;,。]?\\s*$");
  private static final Pattern RANGE =
      Pattern.compile(
          "[\\[(]?\\s*-?\\d+(\\.\\d+)?\\s*(-|~|–|—|至|到|to)\\s*-?\\d+(\\.\\d+)?.*", Pattern.DOTALL);
  private static final Pattern EXAMPLES =
      Pattern.compile(
          "(?:如|例如|比如|示例|e\\.g\\.?|such as|example)\\s*[:,]?\\s*$", Pattern.CASE_INSENSITIVE);

  private ListedValues() {}

  /** Returns the values in their order, each with what is said of it or an empty text. */
  static Map<String, String> in(String text) {
    if (OF_ADDRESSES.matcher(text).find()) {
      return Map.of();
    }
    Matcher announced = ANNOUNCED.matcher(text);
    while (announced.find()) {
      if (announced.group().startsWith("支持") && OF_FILES.matcher(text).find()) {
        continue;
      }
      String rest = text.substring(announced.end());
      Matcher brackets = BRACKETS.matcher(rest);
      if (announced.group("range") != null && brackets.lookingAt()) {
        continue;
      }
      rest = rest.replaceFirst("^[\\[(]\\s*", "");
      Matcher list = LIST.matcher(rest);
      if (!RANGE.matcher(rest).lookingAt() && list.lookingAt()) {
        Map<String, String> values = items(list.group());
        if (values.size() > 1 || endsThere(rest, list.end())) {
          return values;
        }
      }
      if (rest.startsWith("\n") || announced.group().endsWith("\n")) {
        Map<String, String> values = bullets(rest);
        if (values.size() > 1) {
          return values;
        }
      }
    }
    Matcher glossed = GLOSSED.matcher(text);
    if (glossed.find() && !EXAMPLES.matcher(text.substring(0, glossed.start())).find()) {
      return items(glossed.group());
    }
    String whole =
        text.replaceFirst("(?is)[,;。(\\s]+(?:默认|缺省|default).*$", "").replaceAll("[。.;,]+$", "");
    if (LIST.matcher(whole).matches()) {
      Map<String, String> values = items(whole);
      // Two words in a row are a sentence sooner than a list.
      return values.size() > 1 && !whole.matches("[A-Za-z ]+") ? values : Map.of();
    }
    Map<String, String> lines = bullets(text);
    return lines.size() > 1 ? lines : Map.of();
  }

  /** One value alone is a list only where nothing but a mark or the end follows. */
  private static boolean endsThere(String rest, int end) {
    return end >= rest.length() || ",;。.\n)]".indexOf(rest.charAt(end)) >= 0;
  }

  private static Map<String, String> bullets(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    Matcher line = BULLETS.matcher(text);
    while (line.find()) {
      put(values, line);
    }
    return values;
  }

  private static Map<String, String> items(String list) {
    Map<String, String> values = new LinkedHashMap<>();
    Matcher one = ONE.matcher(list);
    int at = 0;
    while (at < list.length() && one.find(at)) {
      if (!List.of("and", "or").contains(one.group(1))) {
        put(values, one);
      }
      at = one.end();
    }
    return values;
  }

  private static void put(Map<String, String> values, Matcher item) {
    String gloss = item.group(2) != null ? item.group(2) : item.group(3);
    values.putIfAbsent(item.group(1), gloss == null ? "" : gloss.strip());
  }
}
