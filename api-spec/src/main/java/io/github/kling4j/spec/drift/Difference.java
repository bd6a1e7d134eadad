package io.github.kling4j.spec.drift;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that upstream says otherwise than the contract.
 *
 * @param operation the operation, or several that share the place, separated by commas
 * @param place where in it: {@code request $.a.b}, {@code answer $.a}, {@code query a}; {@code -}
 *     for the operation as a whole
 * @param change what kind of difference it is
 * @param keyword the keyword of the schema, for limits
 * @param upstream what upstream says; null if nothing
 * @param ours what the contract says; null if nothing
 * @param java what it means for a user of the Java client
 * @param reason why the contract says otherwise, if that was decided; else null
 * @param theirs upstream's schema; null where there is none
 * @param our the contract's schema; for an added property that which it belongs to
 * @param name name of the property or parameter; empty for a schema that has none; for an example
 *     the pointer to the value in it
 */
record Difference(
    String operation,
    String place,
    Change change,
    @Nullable String keyword,
    @Nullable JsonNode upstream,
    @Nullable JsonNode ours,
    String java,
    @Nullable String reason,
    @Nullable Shape theirs,
    @Nullable Shape our,
    String name) {

  /** Kinds of differences, those first that a user has to look at first. */
  enum Change {
    TYPE,
    REQUIRED,
    REMOVED,
    LIMIT,
    ENUM_VALUE,
    DEFAULT,
    EXAMPLE,
    DEPRECATED,
    ADDED,
    SOURCE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  boolean isKnown() {
    return reason != null;
  }

  Difference decided(String why) {
    return new Difference(
        operation, place, change, keyword, upstream, ours, java, why, theirs, our, name);
  }

  Difference alsoIn(String other) {
    if (List.of(operation.split(", ", -1)).contains(other)) {
      return this;
    }
    return new Difference(
        operation + ", " + other,
        place,
        change,
        keyword,
        upstream,
        ours,
        java,
        reason,
        theirs,
        our,
        name);
  }

  /** The same of another schema of ours. */
  Difference of(Shape schema, String called) {
    return new Difference(
        operation, place, change, keyword, upstream, ours, java, reason, theirs, schema, called);
  }

  /** What two differences have in common that are the same one in shared schemas. */
  String identity() {
    String at = our == null || !our.exists() ? operation + " " + place : our.home();
    return String.join(" ", at, name, change.name(), String.valueOf(keyword))
        + upstream
        + " "
        + ours;
  }
}
