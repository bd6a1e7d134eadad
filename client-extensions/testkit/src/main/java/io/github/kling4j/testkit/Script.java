package io.github.kling4j.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The directives of one text, in their order. */
final class Script {
  static final Script NONE = new Script(List.of());

  private static final Pattern BRACKETS = Pattern.compile("\\[\\[(.*?)]]", Pattern.DOTALL);

  private final List<Directive> directives;

  private Script(List<Directive> directives) {
    this.directives = List.copyOf(directives);
  }

  /**
   * Reads the directives that stand in a text.
   *
   * @throws IllegalArgumentException naming the first directive that is unknown
   */
  static Script of(String text, Source source) {
    List<Directive> directives = new ArrayList<>();
    Matcher matcher = BRACKETS.matcher(text);
    while (matcher.find()) {
      directives.add(DirectiveParser.parse(matcher.group(1), source));
    }
    return directives.isEmpty() ? NONE : new Script(directives);
  }

  /** Returns the text without its directives. */
  static String plainText(String text) {
    return BRACKETS.matcher(text).replaceAll("").trim();
  }

  /** Returns the fault that is due at a place, and counts it; null when nothing is to go wrong. */
  Effect.@Nullable Fault takeFault(Place place, String scope, Attempts attempts) {
    for (int i = 0; i < directives.size(); i++) {
      Directive directive = directives.get(i);
      if (directive.effect() instanceof Effect.Fault fault
          && directive.places().contains(place)
          && attempts.take(place, i + " " + scope, directive.times())) {
        return fault;
      }
    }
    return null;
  }

  /** Returns the first effect of a kind, or null. */
  <E extends Effect> @Nullable E first(Class<E> kind) {
    for (Directive directive : directives) {
      if (kind.isInstance(directive.effect())) {
        return kind.cast(directive.effect());
      }
    }
    return null;
  }

  /** Where a text with directives comes from. */
  enum Source {
    PROMPT,
    KEY
  }
}
