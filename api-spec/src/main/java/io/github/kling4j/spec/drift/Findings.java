package io.github.kling4j.spec.drift;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The differences of one operation, on their way to who reports them.
 *
 * @param operation the operation that they belong to
 * @param to takes each of them
 */
record Findings(String operation, Consumer<Difference> to) {
  /** Adds a difference that nobody has decided on yet. */
  void add(
      String place,
      Difference.Change change,
      @Nullable String keyword,
      @Nullable JsonNode upstream,
      @Nullable JsonNode ours,
      String java,
      @Nullable Shape theirs,
      @Nullable Shape our,
      String name) {
    to.accept(
        new Difference(
            operation, place, change, keyword, upstream, ours, java, null, theirs, our, name));
  }
}
