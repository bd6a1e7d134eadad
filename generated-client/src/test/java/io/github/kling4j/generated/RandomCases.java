package io.github.kling4j.generated;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Repeats a test with random trees. They are the same in every run, unless the system property
 * {@code random.seed} sets another beginning; a test that fails names the one to repeat it with.
 * {@code random.cases} sets how many there are of each.
 */
final class RandomCases {
  private static final long FIRST_SEED = Long.getLong("random.seed", 1);
  private static final int CASES = Integer.getInteger("random.cases", 50);

  /** No measure of speed: only endless work takes as long. */
  private static final Duration ENDLESS = Duration.ofSeconds(10L + CASES / 50);

  private static final int LONGEST = 20_000;

  private RandomCases() {}

  /** What holds for a valid tree. */
  interface Property {
    void check(GeneratedModel model, JsonNode json, SplittableRandom random);
  }

  static void of(GeneratedModel model, Property property) {
    assertTimeoutPreemptively(ENDLESS, () -> each(model, property));
  }

  private static void each(GeneratedModel model, Property property) {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      JsonNode json = new RandomJson(model.root(), random).of(model.schema()).deepCopy();
      try {
        property.check(model, json, random);
      } catch (Throwable e) {
        throw failure(model, seed, json.toString(), e);
      }
    }
  }

  private static AssertionError failure(
      GeneratedModel model, long seed, String json, Throwable cause) {
    String shown = json.length() > LONGEST ? json.substring(0, LONGEST) + "…" : json;
    return new AssertionError(
        "%s, repeat it with -Drandom.seed=%d: %s%nin %s".formatted(model, seed, cause, shown),
        cause);
  }
}
