package io.github.kling4j.testkit;

import java.util.Set;

/**
 * One wish of a test's author.
 *
 * @param places where it applies
 * @param effect what happens there
 * @param times how often it happens before all is well again
 */
record Directive(Set<Place> places, Effect effect, int times) {
  static final int ALWAYS = Integer.MAX_VALUE;
}
