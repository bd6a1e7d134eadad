package io.github.kling4j.spec.drift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Changes the values that the contract lists for a property. */
final class ValueEdits {
  private final YamlText text;
  private final String source;

  ValueEdits(YamlText text, String source) {
    this.text = text;
    this.source = source;
  }

  YamlText apply(Difference difference) throws LeftToPersonException {
    Shape our = Edits.shape(difference);
    JsonNode upstream = difference.upstream();
    JsonNode ours = difference.ours();
    if ((ours != null && ours.isArray()) || (upstream != null && upstream.isArray())) {
      return upstream == null ? undecided(difference) : named(difference, our, upstream);
    }
    String schema = our.placeOf("enum");
    if (upstream != null && ours == null) {
      return addValue(difference, our, upstream);
    }
    String deprecated = schema + "/x-enum-deprecated";
    if (upstream == null && ours != null) {
      return text.has(deprecated)
          ? text.append(deprecated, ours)
          : text.set(deprecated, List.of(ours));
    }
    JsonNode list = text.tree().at(deprecated);
    for (int i = 0; i < list.size(); i++) {
      if (upstream != null && Values.same(list.get(i), upstream)) {
        return text.remove(deprecated + (list.size() == 1 ? "" : "/" + i));
      }
    }
    throw new LeftToPersonException("the value stands nowhere");
  }

  private YamlText addValue(Difference difference, Shape our, JsonNode value)
      throws LeftToPersonException {
    String schema = our.placeOf("enum");
    String type = our.type();
    Object converted = NewSchemas.convert(value, type);
    if (type.equals("integer") && !(converted instanceof JsonNode n && n.isIntegralNumber())) {
      throw new LeftToPersonException(
          value + " is no value of a type that is " + type + "; say what its type is now");
    }
    YamlText edited = text.append(schema + "/enum", converted);
    List<Object> constants = new ArrayList<>();
    text.tree()
        .at(schema + "/x-enum-varnames")
        .forEach(constant -> constants.add(constant.asString("")));
    if (!constants.isEmpty()) {
      String prefix = Names.prefixOf(our.values(), constants, difference.name());
      String plain = value.asString("");
      String constant =
          NewSchemas.constant(prefix + plain, Names.constant(difference.name()) + "_", constants);
      edited = edited.append(schema + "/x-enum-varnames", constant);
    }
    Shape theirs = difference.theirs();
    JsonNode glosses = theirs == null ? null : theirs.get(Prose.GLOSSES);
    if (edited.has(schema + "/x-enum-descriptions")) {
      edited =
          edited.append(
              schema + "/x-enum-descriptions",
              Sentences.ofValue(glosses == null ? null : glosses.get(value.asString("")), source));
    }
    return edited;
  }

  /** A plain text stays one, so that no caller breaks; its values are told in its description. */
  private YamlText named(Difference difference, Shape our, JsonNode values) {
    String list = Sentences.safe(Values.show(values));
    YamlText edited =
        text.set(
            our.placeOf("description") + "/description",
            our.text("description") + " To be reviewed: its values are " + list + ".");
    return decide(
        edited,
        difference,
        "The type stays as it is, so that callers compile; the description names the values.");
  }

  private YamlText undecided(Difference difference) {
    return decide(
        text, difference, "To be reviewed. Upstream no longer lists the values; these were seen.");
  }

  /**
   * An example that shows a value which no list names is the proof that it is taken. Any other one
   * that does not fit contradicts upstream's own schema.
   */
  YamlText example(Difference difference) throws LeftToPersonException {
    Shape schema = Edits.shape(difference).find(difference.name());
    JsonNode shown = difference.upstream();
    if (schema != null
        && shown != null
        && !schema.values().isEmpty()
        && !Values.contains(schema.values(), shown)
        && (schema.type().equals("string") || shown.isNumber())) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("source", source);
      entry.put("change", Difference.Change.ENUM_VALUE.toString());
      entry.put("at", difference.place());
      entry.put("ours", shown);
      entry.put("reason", "To be reviewed. Upstream's example shows it, though no list names it.");
      return decide(
          addValue(difference.of(schema, Edits.lastStep(difference.name())), schema, shown), entry);
    }
    return decide(
        text, difference, "To be reviewed. Upstream's example contradicts upstream's schema.");
  }

  private YamlText decide(YamlText edited, Difference difference, String reason) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("source", source);
    entry.put("change", difference.change().toString());
    entry.put("at", difference.place());
    if (difference.upstream() != null && difference.change() != Difference.Change.EXAMPLE) {
      entry.put("upstream", difference.upstream());
    }
    entry.put("reason", reason);
    return decide(edited, entry);
  }

  static YamlText decide(YamlText edited, Map<String, Object> entry) {
    return edited.has("/x-decisions")
        ? edited.append("/x-decisions", entry)
        : edited.add("", "x-decisions", List.of(entry), null);
  }
}
