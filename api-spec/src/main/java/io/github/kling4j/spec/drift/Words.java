package io.github.kling4j.spec.drift;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a description says of a value in Chinese or English words. */
final class Words {
  private static final String N = "(\\d[\\d,]*)";
  private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
  private static final String IS = "\\s*(?:为|是|有|is|are|of|:|=)*\\s*";
  private static final String CHARACTERS = "\\s*个?\\s*(?:UTF-?8|unicode)?\\s*(?:字符|字|汉字|char)";
  private static final String AT_MOST =
      "(?:不超过|不能超过|不得超过|不可超过"
          + "|不超|不多于|不大于|最多|至多|最长"
          + "|最大长度|最大字符数|最大值?"
          + "|长度上限|上限|长度限制|字数限制|限制"
          + "|小于等于|小于或等于|≤|<=|at most|up to|no more than"
          + "|(?:not|n't|cannot) exceed|within|maximum(?: length| value)?|max(?: length)?)";
  private static final String AT_LEAST =
      "(?:至少|不少于|不小于|不低于|最少|最小值?|最短"
          + "|大于等于|大于或等于|≥|>=|at least|no less than|not less than"
          + "|minimum(?: length| value)?|min(?: length)?)";
  private static final String TO = "\\s*(?:-|~|–|—|∼|至|到|to|and|\\.\\.)\\s*";
  private static final String PIECES = "\\s*(?:个|张|条|项|段|组|种|名|items?|elements?|entries|shots)";

  private static final List<Pattern> LONGEST =
      patterns(
          AT_MOST + IS + N + CHARACTERS,
          N + CHARACTERS + "\\s*(?:以内|之内|内|以下)",
          "(?:长度|字符数|字数|length)[^\\d。;]{0,12}?\\d+" + TO + N,
          "\\d+" + TO + N + CHARACTERS,
          "(?:长度|字符数|字数|length)[^\\d。;,]{0,6}?" + AT_MOST + IS + N,
          "(?:最大长度|最长|max(?:imum)? length)" + IS + N);
  private static final List<Pattern> SHORTEST =
      patterns(
          AT_LEAST + IS + N + CHARACTERS,
          "(?:长度|字符数|字数|length)[^\\d。;]{0,12}?" + N + TO + "\\d+",
          N + TO + "\\d+" + CHARACTERS);
  private static final String RANGE =
      "(?:取值范围|数值范围|有效范围|范围|取值区间|区间" + "|取值|介于|range|between|from)[^\\d\\[(\\-]{0,8}?";
  private static final List<Pattern> RANGES =
      patterns(
          RANGE + "[\\[(]?\\s*" + NUMBER + TO + NUMBER,
          RANGE + "[\\[(]\\s*" + NUMBER + "\\s*,\\s*" + NUMBER + "\\s*[\\])]",
          "\\[\\s*" + NUMBER + "\\s*(?:,|-|~)\\s*" + NUMBER + "\\s*\\]",
          NUMBER + "\\s*(?:和|与|至|到|-|~)\\s*" + NUMBER + "\\s*之间",
          NUMBER + "\\s*(?:~|至|到)\\s*" + NUMBER);
  private static final Pattern MOST = pattern(AT_MOST + IS + NUMBER);
  private static final Pattern LEAST = pattern(AT_LEAST + IS + NUMBER);
  private static final Pattern MOST_ITEMS = pattern(AT_MOST + "[^\\d。;,]{0,6}?" + N + PIECES);
  private static final Pattern FEWEST = pattern(AT_LEAST + "[^\\d。;,]{0,6}?" + N + PIECES);
  private static final Pattern ITEMS = pattern(N + TO + N + PIECES);

  private static final Pattern DEFAULT =
      pattern(
          "(?:(?:默认|缺省)(?:值|取值|使用|采用)?\\s*(?:为|是|:|=)?"
              + "|\\bdefaults?(?: value)?\\s*(?:to|is|:|=)|\\(default\\s)\\s*"
              + "[\"'`“「]?(-?[A-Za-z0-9][\\w.:\\-+]*)");
  private static final Pattern OPTIONAL =
      pattern("(?:可选|选填|非必填|非必需|非必传|选传|\\boptional\\b)" + "(?!值|项|参数|范围|\\s*[:为]|模型)");
  private static final Pattern MANDATORY =
      pattern("(?<!非|不)(?:必需|必填|必传|必选)" + "|(?:^|[,;.(]\\s*)\\brequired\\b(?! (?:if|when|for))");

  private static final Pattern ENTITY =
      Pattern.compile("&(?:(lt|gt|quot|apos|nbsp|amp)|#(\\d{1,6}));");
  private static final Map<String, String> ENTITIES =
      Map.of("lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "amp", "&");

  /** What is required on a condition only is not required. */
  private static final Pattern CONDITION = pattern("当|如果|若|\\bwhen\\b|\\bif\\b");

  private static final Pattern ONLY = pattern("时|仅|only");

  private static final Pattern ABOVE =
      pattern("大于(?!等于|或)\\s*" + NUMBER + "|(?<![<=])>\\s*(?!=)" + NUMBER);
  private static final Pattern ON = pattern("默认(?:值)?(?:为|是|:)?\\s*(?:开启|打开|启用|是(?!否))");
  private static final Pattern OFF = pattern("默认(?:值)?(?:为|是|:)?\\s*(?:关闭|不|禁用|否)");

  private final String text;

  private Words(String text) {
    this.text = text;
  }

  /** Reads {@code description}; full-width digits and marks count as plain ones. */
  static Words of(String description) {
    String plain =
        ENTITY
            .matcher(description)
            .replaceAll(found -> Matcher.quoteReplacement(character(found)))
            .replaceAll("<br\\s*/?>", "\n")
            .replaceAll("</?[a-z][^>]*>", "");
    return new Words(Normalizer.normalize(plain, Normalizer.Form.NFKC).strip());
  }

  private static String character(MatchResult entity) {
    return entity.group(1) != null
        ? ENTITIES.getOrDefault(entity.group(1), " ")
        : Character.toString(Integer.parseInt(entity.group(2)));
  }

  @Nullable BigDecimal longest() {
    return first(LONGEST, 1);
  }

  @Nullable BigDecimal shortest() {
    return first(SHORTEST, 1);
  }

  @Nullable BigDecimal least() {
    BigDecimal least = first(RANGES, 1);
    return least != null || first(RANGES, 2) != null ? least : first(List.of(LEAST), 1);
  }

  /** The number above which the value must be, itself not allowed. */
  @Nullable BigDecimal above() {
    Matcher found = ABOVE.matcher(text);
    if (!found.find()) {
      return null;
    }
    return new BigDecimal(found.group(1) != null ? found.group(1) : found.group(2));
  }

  @Nullable BigDecimal most() {
    BigDecimal most = first(RANGES, 2);
    return most != null ? most : first(List.of(MOST), 1);
  }

  @Nullable BigDecimal fewest() {
    BigDecimal fewest = first(List.of(FEWEST), 1);
    return fewest != null ? fewest : first(List.of(ITEMS), 1);
  }

  @Nullable BigDecimal mostItems() {
    BigDecimal most = first(List.of(MOST_ITEMS), 1);
    return most != null ? most : first(List.of(ITEMS), 2);
  }

  /** Returns the values that are listed, each with what is said of it; none if there is no list. */
  Map<String, String> values() {
    return new LinkedHashMap<>(ListedValues.in(text));
  }

  @Nullable String defaultValue() {
    Matcher found = DEFAULT.matcher(text);
    if (!found.find()) {
      if (ON.matcher(text).find()) {
        return "true";
      }
      if (OFF.matcher(text).find()) {
        return "false";
      }
      return values().entrySet().stream()
          .filter(value -> value.getValue().matches("(?i).*(默认|default).*"))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(null);
    }
    String value = found.group(1).replaceAll("[.:]+$", "");
    Matcher number = Pattern.compile("-?\\d+(?:\\.\\d+)?").matcher(value);
    // A unit may follow the number.
    return number.lookingAt() && value.substring(number.end()).matches("s|ms|px|%")
        ? number.group()
        : value;
  }

  @Nullable Boolean required() {
    Matcher mandatory = MANDATORY.matcher(text);
    if (mandatory.find()) {
      String before = text.substring(0, mandatory.start());
      String sentence = before.substring(before.replaceAll("[;。.\n]", ";").lastIndexOf(';') + 1);
      String clause = sentence.substring(sentence.lastIndexOf(',') + 1);
      boolean conditional = CONDITION.matcher(sentence).find() || ONLY.matcher(clause).find();
      return conditional ? null : Boolean.TRUE;
    }
    return OPTIONAL.matcher(text).find() ? Boolean.FALSE : null;
  }

  private @Nullable BigDecimal first(List<Pattern> patterns, int group) {
    for (Pattern pattern : patterns) {
      Matcher found = pattern.matcher(text);
      if (found.find()) {
        return new BigDecimal(found.group(group).replace(",", ""));
      }
    }
    return null;
  }

  private static List<Pattern> patterns(String... patterns) {
    return List.of(patterns).stream().map(Words::pattern).toList();
  }

  private static Pattern pattern(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }
}
