package io.github.kling4j.spec.drift;

import io.github.kling4j.spec.Contract;
import io.github.kling4j.spec.ContractRules;
import io.github.kling4j.spec.Demand;
import io.github.kling4j.spec.Examples;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings the contract to say what upstream says: wholly, or not at all. */
final class Application {
  /** More edits than any page needs, in case two differences take turns. */
  private static final int MOST_EDITS = 1000;

  private final Upstream upstream;
  private final NewOperations operations;
  private final Set<String> applied = new HashSet<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();

  Application(Upstream upstream) {
    this.upstream = upstream;
    this.operations = new NewOperations(upstream);
  }

  /**
   * Returns the contract as it is to be.
   *
   * @param contract the text of the contract
   * @param released the contract of the last release
   * @throws LeftToPersonException if a person has to do a part of it; then it says which
   * @throws NotUnderstoodException if it is about nothing that the contract describes
   */
  String apply(String contract, Contract released)
      throws LeftToPersonException, NotUnderstoodException {
    YamlText text = YamlText.of(contract);
    for (int edit = 0; edit < MOST_EDITS; edit++) {
      Difference next = next(text);
      if (next == null) {
        break;
      }
      text = apply(text, next);
    }
    List<String> left = new ArrayList<>();
    for (Difference difference : news(text)) {
      left.add(
          Report.line(difference)
              + " | left: "
              + reasons.getOrDefault(difference.identity(), "two changes contradict each other"));
    }
    if (!left.isEmpty()) {
      throw new LeftToPersonException(String.join("\n", left));
    }
    text = withVersion(ExampleMending.mend(text), released);
    check(text);
    return text.text();
  }

  private List<Difference> news(YamlText text) throws NotUnderstoodException {
    return Comparison.of(upstream, text.tree()).stream()
        .filter(difference -> !difference.isKnown())
        .toList();
  }

  private @Nullable Difference next(YamlText text) throws NotUnderstoodException {
    for (Difference difference : news(text)) {
      if (!reasons.containsKey(difference.identity())) {
        return difference;
      }
    }
    return null;
  }

  private YamlText apply(YamlText text, Difference difference) {
    try {
      boolean operation =
          difference.place().equals("-") && difference.change() == Difference.Change.ADDED;
      YamlText edited =
          operation
              ? operations.add(text, difference)
              : new Edits(text, upstream.source()).apply(difference);
      if (edited.text().equals(text.text()) || !applied.add(difference.identity())) {
        reasons.put(difference.identity(), "no edit brings the two together");
        return text;
      }
      return edited;
    } catch (LeftToPersonException e) {
      reasons.put(difference.identity(), e.getMessage());
    } catch (IllegalArgumentException | IllegalStateException e) {
      reasons.put(
          difference.identity(), "the contract's text can't be edited so: " + e.getMessage());
    }
    return text;
  }

  private static YamlText withVersion(YamlText text, Contract released) {
    String before = released.root().at("/info/version").asString();
    String now = text.tree().at("/info/version").asString();
    Demand demand = SinceRelease.between(released, Contract.of(text.text())).demand();
    return demand.metBy(before, now) ? text : text.set("/info/version", demand.next(before));
  }

  /** What the build would refuse is refused here, while nothing is written yet. */
  private static void check(YamlText text) throws LeftToPersonException {
    Contract contract = Contract.of(text.text());
    List<String> breaches = new ArrayList<>(ContractRules.breaches(contract));
    for (Examples.Example example : Examples.conforming(contract)) {
      Examples.breaches(contract, example)
          .forEach(breach -> breaches.add(example.where() + ": " + breach));
    }
    for (Examples.Example example : Examples.nonconforming(contract)) {
      if (Examples.breaches(contract, example).isEmpty()) {
        breaches.add(example.where() + ": fits now, and belongs among the examples");
      }
    }
    if (!breaches.isEmpty()) {
      throw new LeftToPersonException(
          "the contract would break its own rules:\n" + String.join("\n", breaches));
    }
  }
}
