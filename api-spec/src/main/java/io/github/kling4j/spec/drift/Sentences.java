package io.github.kling4j.spec.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Descriptions for the contract: sentences that are safe in Javadoc, marked for review. */
final class Sentences {
  private static final String REVIEW = "To be reviewed";

  /** More than this of upstream's words is left out. */
  private static final int LONGEST = 300;

  private Sentences() {}

  /** The description of something new, with upstream's words and the limits. */
  static String describe(Shape theirs, String source) {
    List<String> sentences = new ArrayList<>();
    String words = safe(theirs.text("description"));
    sentences.add(
        words.isEmpty()
            ? REVIEW + ": the " + source + " does not say what it is."
            : REVIEW + ". The " + source + " says: " + words + ".");
    add(sentences, "At least %s characters.", theirs.get("minLength"));
    add(sentences, "At most %s characters.", theirs.get("maxLength"));
    add(sentences, "At least %s.", theirs.get("minimum"));
    add(sentences, "At most %s.", theirs.get("maximum"));
    add(sentences, "At least %s items.", theirs.get("minItems"));
    add(sentences, "At most %s items.", theirs.get("maxItems"));
    add(sentences, "The server's default is %s.", theirs.get("default"));
    return String.join(" ", sentences);
  }

  private static void add(List<String> sentences, String pattern, @Nullable JsonNode value) {
    if (value != null && value.isValueNode()) {
      sentences.add(String.format(Locale.ROOT, pattern, safe(value.asString())));
    }
  }

  static String ofSchema(String name) {
    return REVIEW + ". What " + safe(name) + " holds.";
  }

  static String ofValues(String name) {
    return REVIEW + ". Values of " + safe(name) + ".";
  }

  static String ofValue(@Nullable JsonNode gloss, String source) {
    String words = gloss == null ? "" : safe(gloss.asString(""));
    return words.isEmpty()
        ? REVIEW + ". Named by the " + source + "."
        : REVIEW + ". The " + source + " says: " + words + ".";
  }

  static String ofOperation(String source) {
    return REVIEW + ". Taken over from a document of the " + source + ".";
  }

  /** The old description, with the changed value in it in place of the old one. */
  static String withChange(
      String description, String what, @Nullable JsonNode now, @Nullable JsonNode before) {
    if (now != null && before != null && before.isValueNode()) {
      Matcher old =
          Pattern.compile("(?<![\\w.:-])" + Pattern.quote(before.asString()) + "(?![\\w:]|\\.\\d)")
              .matcher(description);
      if (old.find()) {
        int start = old.start();
        int end = old.end();
        if (!old.find()) {
          return description.substring(0, start)
              + safe(now.asString(""))
              + description.substring(end);
        }
      }
    }
    String news =
        now == null
            ? REVIEW + ": upstream no longer states a " + what + "."
            : REVIEW + ": the " + what + " is " + safe(Values.show(now)) + " now.";
    return description + " " + news;
  }

  /** Without what would end a comment or be read as a tag, on one line, without a full stop. */
  static String safe(String text) {
    String plain =
        text.replace("*/", " ")
            .replaceAll("<[^>]*>", " ")
            .replace('"', '\'')
            .replace('`', '\'')
            .replaceAll("[{}@<>&\\\\]", " ")
            .replaceAll("[\\s\\p{Cntrl}]+", " ")
            .strip()
            .replaceAll("[.\u3002;,\uff0c\uff1b:\uff1a\\s]+$", "");
    return plain.codePointCount(0, plain.length()) <= LONGEST
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)).strip() + " \u2026";
  }
}
