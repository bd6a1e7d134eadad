package io.github.kling4j.spec.drift;

import java.util.Locale;
import java.util.Set;

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

  /** {@code image2video} as {@code ImageToVideo}. */
  static String endpoint(String segment) {
    return pascal(segment.replaceAll("(?<=[a-z])2(?=[a-z])", "_to_"));
  }
}
