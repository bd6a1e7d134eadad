package io.github.kling4j.testkit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each fault has happened already. */
final class Attempts {
  private final Map<String, Integer> taken = new ConcurrentHashMap<>();

  /** Counts one more, unless there were as many as wished for. */
  boolean take(Place place, String scope, int times) {
    if (times == Directive.ALWAYS) {
      return true;
    }
    boolean[] granted = new boolean[1];
    taken.compute(
        place + " " + scope,
        (key, count) -> {
          int before = count == null ? 0 : count;
          granted[0] = before < times;
          return granted[0] ? before + 1 : before;
        });
    return granted[0];
  }

  void clear() {
    taken.clear();
  }
}
