package io.github.kling4j.spec.drift;

import io.github.kling4j.spec.drift.Difference.Change;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compares the schemas of one body or parameter, all the way down. */
final class SchemaComparison {
  private final String source;
  private final boolean sent;
  private final boolean tellsRemoved;
  private final Findings findings;
  private final RuleComparison rules;

  /** Pairs that were compared: schemas may contain themselves. */
  private final Set<String> seen = new HashSet<>();

  /**
   * Prepares a comparison.
   *
   * @param source who publishes the upstream document
   * @param operation the operation that the schemas belong to
   * @param sent whether they describe what a client sends
   * @param tellsRemoved whether what upstream does not name counts as removed
   * @param found takes each difference
   */
  SchemaComparison(
      String source,
      String operation,
      boolean sent,
      boolean tellsRemoved,
      Consumer<Difference> found) {
    this.source = source;
    this.sent = sent;
    this.tellsRemoved = tellsRemoved;
    this.findings = new Findings(operation, found);
    this.rules = new RuleComparison(findings, sent);
  }

  void compare(String place, String name, Shape theirs, Shape our) {
    if (!seen.add(theirs.definition() + " " + our.definition() + " " + our.home())) {
      return;
    }
    String type = theirs.type();
    if (!fits(type, our.type())) {
      findings.add(
          place,
          Change.TYPE,
          null,
          Values.text(type),
          Values.text(our.type()),
          JavaMeaning.type(name, sent),
          theirs,
          our,
          name);
    }
    compareDeprecated(place, name, theirs, our);
    if (isStructure(type) || isStructure(our.type())) {
      if (type.equals(our.type())) {
        rules.compareLimits(place, name, theirs, our);
        compareStructure(place, name, theirs, our);
      }
    } else {
      rules.compareLimits(place, name, theirs, our);
      rules.compareValues(place, name, theirs, our);
      rules.compareDefault(place, name, theirs, our);
    }
  }

  private static boolean isStructure(String type) {
    return type.equals("object") || type.equals("array");
  }

  private static boolean fits(String theirs, String our) {
    return theirs.equals("any")
        || our.equals("any")
        || theirs.equals(our)
        || Set.of(theirs.split(" or ", -1)).contains(our);
  }

  private void compareStructure(String place, String name, Shape theirs, Shape our) {
    Shape theirItems = theirs.items();
    Shape ourItems = our.items();
    if (theirItems != null && ourItems != null) {
      compare(place + "[*]", name, theirItems, ourItems);
    }
    Map<String, Shape> theirProperties = theirs.properties();
    if (!theirs.isObject() || theirProperties.isEmpty()) {
      return;
    }
    Map<String, Shape> ourProperties = our.properties();
    compareRequired(place, theirs, our);
    theirProperties.forEach(
        (property, shape) -> {
          String at = place + "." + property;
          Shape known = known(property, ourProperties, theirProperties.keySet());
          if (known != null) {
            compare(at, property, shape, known);
            compareSource(at, property, shape, known);
          } else if (ourProperties.values().stream().noneMatch(p -> p.isAlsoCalled(property))) {
            findings.add(
                at,
                Change.ADDED,
                null,
                Summary.of(shape),
                null,
                JavaMeaning.added(property, shape, sent),
                shape,
                our,
                property);
          }
        });
    ourProperties.forEach(
        (property, shape) -> {
          if (tellsRemoved
              && !theirProperties.containsKey(property)
              && theirProperties.keySet().stream().noneMatch(shape::isAlsoCalled)
              && (source.isEmpty() || shape.sources().contains(source))
              && !shape.is("deprecated")) {
            findings.add(
                place + "." + property,
                Change.REMOVED,
                null,
                null,
                Summary.of(shape),
                JavaMeaning.removed(property),
                null,
                shape,
                property);
          }
        });
  }

  private static @Nullable Shape known(
      String property, Map<String, Shape> ours, Set<String> theirs) {
    Shape known = ours.get(property);
    if (known != null) {
      return known;
    }
    for (Map.Entry<String, Shape> each : ours.entrySet()) {
      if (each.getValue().isAlsoCalled(property) && !theirs.contains(each.getKey())) {
        return each.getValue();
      }
    }
    return null;
  }

  private void compareSource(String place, String name, Shape theirs, Shape our) {
    if (our.is("deprecated") && !theirs.is("deprecated") && !source.isEmpty()) {
      findings.add(
          place,
          Change.ADDED,
          null,
          Summary.of(theirs),
          Values.text("deprecated"),
          JavaMeaning.again(name),
          theirs,
          our,
          name);
    } else if (!source.isEmpty() && !our.sources().contains(source)) {
      findings.add(
          place,
          Change.SOURCE,
          null,
          Values.text(source),
          Values.text(String.join(", ", our.sources())),
          "nothing",
          theirs,
          our,
          name);
    }
  }

  private void compareDeprecated(String place, String name, Shape theirs, Shape our) {
    if (theirs.is("deprecated") && !our.is("deprecated")) {
      findings.add(
          place,
          Change.DEPRECATED,
          null,
          Values.text("deprecated"),
          null,
          JavaMeaning.removed(name),
          theirs,
          our,
          name);
    }
  }

  /**
   * Compares what is required. The editors of such pages mark everything, so that a list which
   * names more than half of the properties tells nothing of these; then what is said in words
   * counts.
   */
  private void compareRequired(String place, Shape theirs, Shape our) {
    Set<String> required = theirs.required();
    Map<String, Shape> known = new LinkedHashMap<>(theirs.properties());
    known.keySet().retainAll(our.properties().keySet());
    long listed = known.keySet().stream().filter(required::contains).count();
    boolean most = !source.isEmpty() && listed * 2 > known.size();
    if (most && !our.required().containsAll(known.keySet())) {
      boolean all = listed == known.size();
      JsonNode ours = Values.list(our.required().stream().map(Values::text).toList());
      findings.add(
          place,
          Change.REQUIRED,
          null,
          Values.text(all ? "all" : "most"),
          ours.isEmpty() ? null : ours,
          "nothing",
          theirs,
          our,
          "");
    }
    our.properties()
        .forEach(
            (name, mine) -> {
              Shape property = known.get(name);
              if (property == null) {
                return;
              }
              Boolean should = isRequired(name, property, required, most);
              boolean is = our.required().contains(name) || mine.is("x-required");
              if (should != null && should != is) {
                findings.add(
                    place + "." + name,
                    Change.REQUIRED,
                    null,
                    JsonNodeFactory.instance.booleanNode(should),
                    JsonNodeFactory.instance.booleanNode(is),
                    sent ? JavaMeaning.required(name, should) : "nothing",
                    property,
                    mine,
                    name);
              }
            });
  }

  /** Whether upstream requires a property; null if it does not say. */
  private @Nullable Boolean isRequired(
      String name, Shape property, Set<String> required, boolean most) {
    if (source.isEmpty() || (!most && !required.isEmpty())) {
      return required.contains(name) || property.is("x-required");
    }
    if (most && !required.contains(name)) {
      return false;
    }
    JsonNode said = property.get(Prose.REQUIRED);
    return said == null ? null : Boolean.valueOf(said.asBoolean());
  }
}
