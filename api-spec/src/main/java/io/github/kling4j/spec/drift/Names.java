package io.github.kling4j.spec.drift;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The names that the generator gives to what a document describes. */
final class Names {
  /** Words that Java keeps to itself, among those that a parameter may well be called. */
  private static final Set<String> RESERVED = Set.of("class", "default", "switch", "enum", "long");

  private Names() {}

  /** {@code sound_effect} as {@code soundEffect}. */
  static String camel(String name) {
    String pascal = pascal(name);
    String camel = pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
    return RESERVED.contains(camel) ? camel + "_" : camel;
  }

  /** {@code sound_effect} as {@code SoundEffect}. */
  static String pascal(String name) {
    StringBuilder result = new StringBuilder();
    boolean upper = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        result.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      } else {
        upper = true;
      }
    }
    return result.isEmpty() ? "Value" : result.toString();
  }

  /** {@code kling-v2.5} as {@code KLING_V2_5}: part of a constant's name, perhaps a digit first. */
  static String constant(String value) {
    String words = value.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    String name = words.replaceAll("[^A-Z0-9]+", "_").replaceAll("^_|_$", "");
    return name.isEmpty() ? "VALUE" : name;
  }

  /**
   * What constants of an enum begin with before their value: {@code RATIO_} of {@code RATIO_16_9}.
   */
  static String prefixOf(List<JsonNode> values, List<Object> constants, String name) {
    Map<String, Integer> prefixes = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(values.size(), constants.size()); i++) {
      String value = constant(values.get(i).asString(""));
      String constant = constants.get(i).toString();
      if (constant.endsWith(value)) {
        prefixes.merge(constant.substring(0, constant.length() - value.length()), 1, Integer::sum);
      }
    }
    return prefixes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Character.isDigit(constant(name).charAt(0)) ? "VALUE_" : "");
  }

  /** {@code image2video} as {@code ImageToVideo}. */
  static String endpoint(String segment) {
    return pascal(segment.replaceAll("(?<=[a-z])2(?=[a-z])", "_to_"));
  }
}
