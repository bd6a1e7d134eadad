package io.github.kling4j.spec.drift;

import io.github.kling4j.spec.Contract;
import io.github.kling4j.spec.Demand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What has changed in the contract since its release, and what that demands of its version; also
 * what comparisons of OpenAPI documents pass over: what is gone, stricter limits, other defaults,
 * and the keys of this project.
 */
public final class SinceRelease {
  private final Contract released;
  private final Contract current;
  private final Set<String> lines = new TreeSet<>();
  private Demand demand = Demand.NONE;

  private SinceRelease(Contract released, Contract current) {
    this.released = released;
    this.current = current;
  }

  /**
   * Compares two contracts.
   *
   * @param released that of the last release
   * @param current that of now
   * @return what has changed
   */
  public static SinceRelease between(Contract released, Contract current) {
    SinceRelease changes = new SinceRelease(released, current);
    changes.compareOperations();
    changes.compareSchemas();
    return changes;
  }

  /**
   * Returns how far the version must have moved.
   *
   * @return what all the changes together demand
   */
  public Demand demand() {
    return demand;
  }

  /**
   * Returns what has changed.
   *
   * @return a line for each change, which begins with what it demands
   */
  public List<String> lines() {
    return new ArrayList<>(lines);
  }

  private void compareOperations() {
    List<Operation> before = Operation.in(released.root());
    List<Operation> now = Operation.in(current.root());
    for (Operation operation : before) {
      Operation same = operation.counterpart(now);
      if (same == null) {
        add(Demand.MAJOR, operation.name() + ": removed");
      } else if (!same.name().equals(operation.name())) {
        add(Demand.MAJOR, operation.name() + ": renamed to " + same.name());
      } else {
        compareOperation(operation, same);
      }
    }
    for (Operation operation : now) {
      if (operation.counterpart(before) == null) {
        add(Demand.MINOR, operation.name() + ": added");
      }
    }
  }

  private void compareOperation(Operation before, Operation now) {
    Map<String, Operation.Parameter> then = before.parameters();
    Map<String, Operation.Parameter> today = now.parameters();
    then.forEach(
        (key, parameter) -> {
          Operation.Parameter same = today.get(key);
          if (same == null) {
            add(Demand.MAJOR, now.name() + " " + key + ": removed");
          } else {
            schemas(now.name(), true)
                .compare(key, parameter.name(), same.schema(), parameter.schema());
          }
        });
    today.forEach(
        (key, parameter) -> {
          if (!then.containsKey(key)) {
            add(Demand.MINOR, now.name() + " " + key + ": added");
          }
        });
    if (now.node().path("deprecated").asBoolean() != before.node().path("deprecated").asBoolean()) {
      add(Demand.MINOR, now.name() + ": deprecated, or no longer so");
    }
  }

  /** Every schema has a name, so that all are met here, whoever uses them. */
  private void compareSchemas() {
    JsonNode before = released.root().at("/components/schemas");
    JsonNode now = current.root().at("/components/schemas");
    Set<String> sent = sent();
    before.forEachEntry(
        (name, schema) -> {
          if (!now.has(name)) {
            add(Demand.MAJOR, name + ": removed");
            return;
          }
          String pointer = "/components/schemas/" + Shape.escape(name);
          Shape then = Shape.at(released.root(), pointer);
          Shape today = Shape.at(current.root(), pointer);
          schemas(name, sent.contains(name)).compare("$", name, today, then);
          compareKeys(name, now.get(name), schema);
        });
    now.forEachEntry(
        (name, schema) -> {
          if (!before.has(name)) {
            add(Demand.MINOR, name + ": added");
          }
        });
  }

  private Set<String> sent() {
    Set<String> sent = new HashSet<>();
    for (Operation operation : Operation.in(current.root())) {
      collect(operation.node().path("requestBody"), sent);
    }
    return sent;
  }

  private void collect(JsonNode node, Set<String> names) {
    for (JsonNode reference : node.findValues("$ref")) {
      String name = Edits.lastStep(reference.asString(""));
      if (names.add(name)) {
        collect(current.root().at("/components/schemas/" + Shape.escape(name)), names);
      }
    }
  }

  private SchemaComparison schemas(String owner, boolean sent) {
    return new SchemaComparison(
        "", owner, sent, true, difference -> add(demandOf(difference, sent), line(difference)));
  }

  private static String line(Difference difference) {
    String keyword = difference.keyword() == null ? "" : " " + difference.keyword();
    return difference.operation()
        + " "
        + difference.place()
        + ": "
        + difference.change()
        + keyword
        + ", "
        + Values.show(difference.ours())
        + " before, "
        + Values.show(difference.upstream())
        + " now";
  }

  private static Demand demandOf(Difference difference, boolean sent) {
    JsonNode now = difference.upstream();
    JsonNode before = difference.ours();
    return switch (difference.change()) {
      case TYPE, REMOVED -> Demand.MAJOR;
      case REQUIRED -> {
        Shape theirs = difference.theirs();
        boolean advice = theirs != null && theirs.is("x-required");
        boolean more = now != null && now.asBoolean(true);
        yield more && !advice ? Demand.MAJOR : Demand.MINOR;
      }
      case LIMIT -> {
        Boolean tighter = JavaMeaning.tighter(String.valueOf(difference.keyword()), now, before);
        yield sent && (tighter == null || tighter) ? Demand.MAJOR : Demand.MINOR;
      }
      case ENUM_VALUE -> now == null ? Demand.MAJOR : Demand.MINOR;
      default -> Demand.MINOR;
    };
  }

  /** The keys of this project that programs go by: who loses one loses what it did. */
  private void compareKeys(String name, JsonNode now, JsonNode before) {
    compareWords(name, now.path("x-enum-aliases"), before.path("x-enum-aliases"));
    compareList(name, now, before, "x-enum-varnames");
    before
        .path("properties")
        .forEachEntry(
            (property, schema) -> {
              JsonNode same = now.path("properties").path(property);
              if (!same.isMissingNode()) {
                String place = name + "." + property;
                compareList(place, same, schema, "x-aliases");
                compareFlag(place, same, schema, "x-signed");
                compareFlag(place, same, schema, "x-required");
              }
            });
  }

  private void compareWords(String name, JsonNode now, JsonNode before) {
    Set<String> values = new TreeSet<>(now.propertyNames());
    values.addAll(before.propertyNames());
    values.forEach(value -> compareList(name + " " + value, now, before, value));
  }

  private void compareList(String place, JsonNode now, JsonNode before, String key) {
    for (JsonNode gone : before.path(key)) {
      if (!contains(now.path(key), gone)) {
        add(Demand.MAJOR, place + ": " + key + " lost " + Values.show(gone));
      }
    }
    for (JsonNode added : now.path(key)) {
      if (!contains(before.path(key), added)) {
        add(Demand.MINOR, place + ": " + key + " gained " + Values.show(added));
      }
    }
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode each : list) {
      if (each.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private void compareFlag(String place, JsonNode now, JsonNode before, String key) {
    if (now.path(key).asBoolean(false) != before.path(key).asBoolean(false)) {
      add(Demand.MINOR, place + ": " + key + " is " + now.path(key).asBoolean(false) + " now");
    }
  }

  private void add(Demand of, String line) {
    demand = demand.max(of);
    lines.add(of + " " + line);
  }
}
