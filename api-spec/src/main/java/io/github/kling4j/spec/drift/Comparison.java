package io.github.kling4j.spec.drift;

import io.github.kling4j.spec.drift.Difference.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares what upstream publishes with the contract. */
final class Comparison {
  private static final Set<String> HEADERS = Set.of("content-type", "accept", "authorization");

  private static final Set<Change> RULES = Set.of(Change.TYPE, Change.LIMIT, Change.ENUM_VALUE);

  private final Upstream upstream;
  private final JsonNode contract;
  private final Decisions decisions;
  private final Map<String, Difference> found = new LinkedHashMap<>();

  private Comparison(Upstream upstream, JsonNode contract) {
    this.upstream = upstream;
    this.contract = contract;
    this.decisions = new Decisions(contract, upstream.source());
  }

  /**
   * Finds all differences, the most important first; those that were decided on have a reason.
   *
   * @throws NotUnderstoodException if nothing in it is about an operation of Kling
   */
  static List<Difference> of(Upstream upstream, JsonNode contract) throws NotUnderstoodException {
    Comparison comparison = new Comparison(upstream, contract);
    comparison.compareOperations();
    List<Difference> differences = new ArrayList<>(comparison.found.values());
    differences.removeIf(difference -> isExplained(difference, comparison.found.values()));
    differences.sort(Comparator.comparing(Difference::change));
    return differences;
  }

  /** An example that no longer fits because the rule has changed is no news besides. */
  private static boolean isExplained(Difference difference, Collection<Difference> all) {
    return difference.change() == Change.EXAMPLE
        && all.stream()
            .anyMatch(
                other ->
                    other.place().equals(difference.place())
                        && !other.isKnown()
                        && RULES.contains(other.change()));
  }

  private void compareOperations() throws NotUnderstoodException {
    List<Operation> theirs = Operation.in(upstream.document());
    List<Operation> ours = Operation.in(contract);
    List<Operation> others = new ArrayList<>();
    List<Operation> met = new ArrayList<>();
    for (Operation their : theirs) {
      Operation our = their.counterpart(ours);
      if (our != null) {
        met.add(our);
        compare(their, our);
      } else if (!upstream.complete() || their.isOfKling()) {
        met.add(their);
        add(their.added());
      } else {
        others.add(their);
      }
    }
    if (met.isEmpty()) {
      throw new NotUnderstoodException(
          "None of the "
              + theirs.size()
              + " operations in the document is under /kling/, or makes videos: "
              + theirs.stream().limit(3).map(Operation::title).toList());
    }
    if (!others.isEmpty()) {
      upstream.notes().add(others.size() + " operations of other kinds were passed over");
    }
    for (Operation our : ours) {
      if (upstream.complete() && !met.contains(our) && !our.node().path("deprecated").asBoolean()) {
        add(our.removed());
      }
    }
  }

  private void compare(Operation their, Operation our) {
    compareParameters(their, our);
    Shape request = their.request();
    Shape ourRequest = our.request();
    if (request != null && ourRequest != null) {
      schemas(our, true, true).compare("request $", "", request, ourRequest);
      their.requestExamples().forEach(example -> compareExample(our, example, ourRequest));
    }
    their
        .answers()
        .forEach(
            (status, answer) -> {
              boolean success = status.startsWith("2");
              Shape ourAnswer = our.answer(success ? "200" : status);
              if (ourAnswer != null) {
                String place = success ? "answer $" : "answer " + status + " $";
                schemas(our, false, success)
                    .compare(place, "", answer, envelope(answer, ourAnswer));
              }
            });
    if (their.node().path("deprecated").asBoolean() && !our.node().path("deprecated").asBoolean()) {
      add(our.deprecated());
    }
  }

  /** Some relays answer with the bare task, which the client finds in either form. */
  private static Shape envelope(Shape theirs, Shape ours) {
    Map<String, Shape> members = theirs.properties();
    Shape data = ours.properties().get("data");
    boolean bare =
        !members.containsKey("data")
            && (members.containsKey("task_id") || members.containsKey("id"));
    return bare && data != null && data.isObject() ? data : ours;
  }

  private void compareParameters(Operation their, Operation our) {
    Map<String, Operation.Parameter> theirs = their.parameters();
    Map<String, Operation.Parameter> ours = our.parameters();
    theirs.forEach(
        (key, parameter) -> {
          if (isOfEveryRequest(parameter) || parameter.in().equals("path")) {
            return;
          }
          String place = parameter.in() + " " + parameter.name();
          Operation.Parameter known = ours.get(key);
          if (known == null) {
            add(
                our.difference(
                    place,
                    Change.ADDED,
                    Summary.of(parameter.schema()),
                    null,
                    JavaMeaning.added(parameter.name(), parameter.schema(), true),
                    parameter.schema(),
                    null,
                    parameter.name()));
            return;
          }
          schemas(our, true, true)
              .compare(place, parameter.name(), parameter.schema(), known.schema());
          if (!upstream.source().isEmpty() && !lists(known.node().path("x-source"))) {
            add(
                our.difference(
                    place,
                    Change.SOURCE,
                    Values.text(upstream.source()),
                    known.node().get("x-source"),
                    "nothing",
                    parameter.schema(),
                    Shape.at(contract, known.pointer()),
                    parameter.name()));
          }
        });
    ours.forEach(
        (key, parameter) -> {
          if (!theirs.containsKey(key)
              && upstream.complete()
              && !parameter.in().equals("path")
              && !parameter.node().path("deprecated").asBoolean()
              && (upstream.source().isEmpty() || lists(parameter.node().path("x-source")))) {
            add(
                our.difference(
                    parameter.in() + " " + parameter.name(),
                    Change.REMOVED,
                    null,
                    Summary.of(parameter.schema()),
                    JavaMeaning.removed(parameter.name()),
                    null,
                    parameter.schema(),
                    parameter.name()));
          }
        });
  }

  /** Whether it is no matter of an operation, such as the key. */
  static boolean isOfEveryRequest(Operation.Parameter parameter) {
    return HEADERS.contains(parameter.name().toLowerCase(Locale.ROOT))
        || parameter.in().equals("cookie");
  }

  private boolean lists(JsonNode sources) {
    for (JsonNode source : sources) {
      if (source.asString("").equals(upstream.source())) {
        return true;
      }
    }
    return false;
  }

  private void compareExample(Operation our, JsonNode example, Shape schema) {
    Set<String> told = new HashSet<>();
    for (SchemaCheck.Breach breach : SchemaCheck.breaches(contract, schema.home(), example)) {
      // A value of the wrong type is in no list of values either.
      if (!told.add(breach.pointer())) {
        continue;
      }
      add(
          our.difference(
              "request " + breach.path(),
              Change.EXAMPLE,
              example.at(breach.pointer()),
              Values.text(breach.message()),
              "nothing; what upstream shows is reported by violations()",
              null,
              schema,
              breach.pointer()));
    }
  }

  private SchemaComparison schemas(Operation our, boolean sent, boolean tellsRemoved) {
    return new SchemaComparison(upstream.source(), our.name(), sent, tellsRemoved, this::add);
  }

  private void add(Difference difference) {
    String reason = decisions.reasonFor(difference);
    Difference told = reason == null ? difference : difference.decided(reason);
    found.merge(
        told.identity(),
        told,
        (first, second) ->
            // What was decided for one place only is news at the other.
            first.isKnown() && !second.isKnown()
                ? second.alsoIn(first.operation())
                : first.alsoIn(second.operation()));
  }
}
