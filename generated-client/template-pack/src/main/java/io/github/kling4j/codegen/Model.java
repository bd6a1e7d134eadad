package io.github.kling4j.codegen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the templates need of one class to write; one of its three forms is set. */
record Model(
    String name,
    @Nullable ObjectModel object,
    @Nullable EnumModel enumeration,
    @Nullable UnionModel union) {

  /**
   * An object with named properties.
   *
   * @param size the check of how many members it has, if there is one
   */
  record ObjectModel(
      String name,
      List<String> doc,
      List<Property> properties,
      @Nullable Entries entries,
      List<Heir> heirs,
      @Nullable String size) {
    boolean hasProperties() {
      return !properties.isEmpty();
    }

    boolean hasHeirs() {
      return !heirs.isEmpty();
    }
  }

  /** The values of an object under names that the document leaves open. */
  record Entries(String type, String plain, String shape, String copy, @Nullable String check) {}

  /** A schema that is put together from this one, and the discriminator's values that name it. */
  record Heir(
      String parent,
      String name,
      List<String> values,
      String discriminatorName,
      String discriminatorDoc) {}

  /**
   * One property. Names and values of JSON are Java literals.
   *
   * @param expected whether servers ask for it, though {@code build()} does not
   */
  record Property(
      String owner,
      String json,
      String name,
      String type,
      String shape,
      List<String> doc,
      boolean optional,
      boolean mustBeSet,
      boolean nullWhenAbsent,
      boolean requiredInRequests,
      boolean expected,
      boolean deprecated,
      boolean signed,
      String copy,
      boolean container,
      @Nullable String check,
      List<String> aliases,
      List<Overload> overloads) {
    boolean hasAliases() {
      return !aliases.isEmpty();
    }
  }

  /** Another type that the builder takes for a property. */
  record Overload(String plain, String value, boolean primitive) {}

  /**
   * An open set of values.
   *
   * @param number of texts that are all whole numbers, the type of a number, if there is one
   */
  record EnumModel(
      String name,
      List<String> doc,
      String java,
      String boxed,
      String shape,
      boolean text,
      @Nullable String number,
      boolean fraction,
      boolean switchable,
      List<Constant> constants,
      List<Alias> aliases) {
    boolean hasAliases() {
      return !aliases.isEmpty();
    }
  }

  record Constant(String constant, String literal, List<String> doc, boolean deprecated) {}

  record Alias(List<String> words, String literal) {}

  /** One of several types. */
  record UnionModel(
      String name, List<String> doc, @Nullable String discriminator, List<Variant> variants) {}

  record Variant(
      String union,
      String name,
      String constant,
      String constantDoc,
      String type,
      String shape,
      String copy,
      @Nullable String check,
      boolean container,
      boolean object,
      boolean nested,
      List<String> values) {
    boolean hasValues() {
      return !values.isEmpty();
    }
  }
}
