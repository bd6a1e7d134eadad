package io.github.kling4j.spec;

import static io.github.kling4j.spec.ContractWalker.child;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The rules of this project for its contract, beyond those of OpenAPI: what the templates and a
 * reader of the generated Javadoc count on.
 */
public final class ContractRules implements ContractWalker.Visitor {
  private static final Set<String> SOURCES = Set.of("relay", "vendor");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

  /** What would end a Javadoc comment, or be read there as a tag, as HTML or as an escape. */
  private static final Pattern UNSAFE = Pattern.compile("[\"`{}@<>&\\\\]|\\*/");

  private final List<String> breaches = new ArrayList<>();

  private ContractRules() {}

  /**
   * Checks a contract.
   *
   * @param contract the contract
   * @return one line for each breach, each with its place; none if the contract is in order
   */
  public static List<String> breaches(Contract contract) {
    ContractRules rules = new ContractRules();
    ContractWalker.walk(contract, rules);
    for (String reference : contract.root().findValuesAsString("$ref")) {
      if (contract.target(reference).isMissingNode()) {
        rules.breach(reference, "leads to nothing");
      }
    }
    return rules.breaches;
  }

  @Override
  public void operation(String where, JsonNode operation) {
    if (!operation.has("operationId")) {
      breach(where, "has no operationId");
    }
    checkText(where, "summary", child(operation, "summary"));
    checkText(where, "description", child(operation, "description"));
  }

  @Override
  public void parameter(String where, JsonNode parameter) {
    checkText(where, "description", child(parameter, "description"));
    checkSource(where, parameter);
    if (!hasExample(parameter)) {
      breach(where, "has no example");
    }
  }

  @Override
  public void mediaType(String where, JsonNode mediaType) {
    if (!hasExample(mediaType)) {
      breach(where, "has no example");
    }
  }

  @Override
  public void property(String where, JsonNode property) {
    if (property.has("$ref")) {
      breach(where, "is a bare $ref, which hides all that stands beside it: use allOf");
      return;
    }
    checkText(where, "description", child(property, "description"));
    checkSource(where, property);
  }

  @Override
  public void schema(String where, JsonNode schema, boolean named) {
    if (named) {
      checkText(where, "description", child(schema, "description"));
    }
    if (schema.has("enum")) {
      if (named) {
        checkEnum(where, schema);
      } else {
        breach(where, "is an enum without a schema of its own");
      }
    }
    if (named && schema.has("x-aliases")) {
      breach(where, "has x-aliases, which each property of this type would inherit");
    }
    if (child(schema, "additionalProperties").isBoolean()) {
      breach(where, "says of additionalProperties what is true of no server");
    }
    checkPropertyAliases(where, child(schema, "properties"));
  }

  private void checkEnum(String where, JsonNode schema) {
    JsonNode values = child(schema, "enum");
    JsonNode names = child(schema, "x-enum-varnames");
    JsonNode descriptions = child(schema, "x-enum-descriptions");
    if (names.size() != values.size()) {
      breach(where, values.size() + " values, but " + names.size() + " x-enum-varnames");
    }
    if (descriptions.size() != values.size()) {
      breach(where, values.size() + " values, but " + descriptions.size() + " descriptions");
    }
    Set<String> seen = new HashSet<>(Set.of("UNRECOGNIZED"));
    for (JsonNode name : names) {
      if (!name.isString() || !CONSTANT.matcher(name.asString()).matches()) {
        breach(where, name + " is no name for a constant");
      } else if (!seen.add(name.asString())) {
        breach(where, name + " is taken");
      }
    }
    for (JsonNode description : descriptions) {
      checkText(where, "description", description);
    }
    Set<String> words = new HashSet<>();
    for (JsonNode value : values) {
      if (!words.add(value.asString())) {
        breach(where, value + " stands there twice");
      }
    }
    for (JsonNode value : child(schema, "x-enum-deprecated")) {
      if (!words.contains(value.asString())) {
        breach(where, "x-enum-deprecated has " + value + ", which is no value");
      }
    }
    JsonNode aliases = child(schema, "x-enum-aliases");
    for (String value : aliases.propertyNames()) {
      if (!words.contains(value)) {
        breach(where, "x-enum-aliases of " + value + ", which is no value");
      }
    }
    aliases.forEachEntry((value, others) -> checkUnused(where, others, words));
  }

  private void checkPropertyAliases(String where, JsonNode properties) {
    Set<String> names = new HashSet<>(properties.propertyNames());
    properties.forEachEntry(
        (name, property) -> checkUnused(where + "." + name, child(property, "x-aliases"), names));
  }

  private void checkUnused(String where, JsonNode aliases, Set<String> taken) {
    if (!aliases.isMissingNode() && (!aliases.isArray() || aliases.isEmpty())) {
      breach(where, "its aliases are no list of names");
    }
    for (JsonNode alias : aliases) {
      if (!alias.isString()) {
        breach(where, "the alias " + alias + " is no string");
      } else if (!taken.add(alias.asString())) {
        breach(where, "the alias " + alias + " is taken");
      }
    }
  }

  private void checkText(String where, String what, JsonNode text) {
    if (!text.isString() || text.asString().isBlank()) {
      breach(where, "has no " + what);
    } else if (!text.asString().endsWith(".")) {
      breach(where, "its " + what + " does not end in a full stop");
    } else if (UNSAFE.matcher(text.asString()).find()) {
      breach(where, "its " + what + " would not be safe in Javadoc");
    }
  }

  private void checkSource(String where, JsonNode node) {
    JsonNode sources = child(node, "x-source");
    Set<String> seen = new HashSet<>();
    boolean known = sources.isArray() && !sources.isEmpty();
    for (JsonNode source : sources) {
      known &= SOURCES.contains(source.asString()) && seen.add(source.asString());
    }
    if (!known) {
      breach(where, "has no x-source out of " + SOURCES.stream().sorted().toList());
    }
  }

  private static boolean hasExample(JsonNode node) {
    return node.has("example") || !child(node, "examples").isEmpty();
  }

  private void breach(String where, String what) {
    breaches.add(where + ": " + what);
  }
}
