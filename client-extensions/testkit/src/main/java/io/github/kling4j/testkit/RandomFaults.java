package io.github.kling4j.testkit;

import io.github.kling4j.testkit.Effect.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Faults that nobody asked for by a directive. Each follows from the seed, the place, the scope and
 * how often that scope was asked before, so the order in which threads come changes nothing.
 * Thread-safe.
 */
final class RandomFaults {
  /** What passes by itself: nothing here would be wrong to send again, were it not for money. */
  private static final List<String> ANYWHERE =
      List.of(
          "drop before read",
          "drop after read",
          "cut",
          "gzip broken",
          "gzip rubbish",
          "html",
          "http 200",
          "http 408 empty",
          "http 500",
          "http 502 html",
          "http 503",
          "http 503 retry-after 0",
          "http 504",
          "http 429 empty",
          "code 1302",
          "code 1303",
          "code 1302 retry-after 0",
          "code 5000 http 200");

  /** What only a create knows: the answer of a failure, and a task all the same. */
  private static final List<String> OF_CREATE =
      List.of(
          "html paid",
          "http 200 paid",
          "http 408 empty paid",
          "http 500 paid",
          "http 502 html paid",
          "http 503 paid",
          "http 503 retry-after 0 paid",
          "http 504 paid",
          "code 5000 http 200 paid");

  private static final String HANG = "hang";

  private final long seed;
  private final double share;
  private final List<Kind> ofCreate = new ArrayList<>();
  private final List<Kind> elsewhere = new ArrayList<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final Map<String, Integer> given = new ConcurrentHashMap<>();
  private final Map<String, String> scopes = new ConcurrentHashMap<>();

  /**
   * Prepares the faults of a gateway.
   *
   * @param seed tells one sequence from another
   * @param share the part of requests that is spoilt, from 0 to 1
   * @param hang whether an answer may never come
   */
  RandomFaults(long seed, double share, boolean hang) {
    this.seed = seed;
    this.share = share;
    ANYWHERE.forEach(text -> elsewhere.add(Kind.of(text)));
    if (hang) {
      elsewhere.add(Kind.of(HANG));
    }
    ofCreate.addAll(elsewhere);
    OF_CREATE.forEach(text -> ofCreate.add(Kind.of(text)));
  }

  /** Notes by which prompt a later request for an id is counted: ids differ from run to run. */
  void remember(String id, String scope) {
    scopes.put(id, scope);
  }

  /** Returns the fault for a request, and counts it; null when nothing is to go wrong. */
  @Nullable Fault take(Place place, String idOrScope) {
    String scope = scopes.getOrDefault(idOrScope, idOrScope);
    String name = place.name().toLowerCase(Locale.ROOT);
    int times = asked.merge(name + " " + scope, 1, Integer::sum);
    SplittableRandom random = random(name, scope, times);
    if (random.nextDouble() >= share) {
      return null;
    }
    List<Kind> kinds = place == Place.CREATE ? ofCreate : elsewhere;
    Kind kind = kinds.get(random.nextInt(kinds.size()));
    given.merge(name + " " + kind.text(), 1, Integer::sum);
    return kind.fault();
  }

  /** Returns how many were given of each kind, by the place and the directive for the same. */
  Map<String, Integer> given() {
    return Collections.unmodifiableMap(new TreeMap<>(given));
  }

  void clear() {
    asked.clear();
    given.clear();
    scopes.clear();
  }

  /** A digest, since hash codes of like texts are alike. */
  private SplittableRandom random(String place, String scope, int times) {
    String name = seed + "\n" + place + "\n" + times + "\n" + scope;
    return new SplittableRandom(
        ByteString.encodeUtf8(name).sha256().substring(0, Long.BYTES).asByteBuffer().getLong());
  }

  /** A fault and the directive that asks for it. */
  private record Kind(String text, Fault fault) {
    static Kind of(String text) {
      Effect effect = DirectiveParser.parse(text, Script.Source.PROMPT).effect();
      return new Kind(text, (Fault) effect);
    }
  }
}
