package io.github.kling4j.spec.drift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Changes the type of a property in the contract. */
final class TypeEdits {
  private static final Set<String> SCALARS = Set.of("string", "integer", "number", "boolean");

  /** What a property keeps whatever it becomes. */
  private static final List<String> KEPT = List.of("description", "x-source", "x-aliases");

  private final YamlText text;
  private final String source;

  TypeEdits(YamlText text, String source) {
    this.text = text;
    this.source = source;
  }

  YamlText apply(Difference difference) throws LeftToPersonException {
    Shape our = difference.our();
    Shape theirs = difference.theirs();
    if (our == null || theirs == null) {
      throw new LeftToPersonException("there is no type of ours to change");
    }
    if (Edits.isUsedByHand(difference.name(), theirs.type())) {
      throw new LeftToPersonException(
          "hand-written code counts on the type of "
              + difference.name()
              + "; change both together");
    }
    String type = theirs.type();
    if (type.contains(" or ")) {
      throw new LeftToPersonException("upstream takes " + type + "; choose what it is in Java");
    }
    boolean scalars = SCALARS.contains(type) && SCALARS.contains(our.type());
    boolean shared = !our.definition().equals(our.home()) && usesOf(our.definition()) > 1;
    boolean fits = our.values().isEmpty() || !type.equals("boolean");
    return scalars && !shared && fits
        ? inPlace(our, type)
        : replace(difference.name(), our, theirs);
  }

  private int usesOf(String schema) {
    int uses = 0;
    for (JsonNode reference : text.tree().findValues("$ref")) {
      if (reference.asString("").equals("#" + schema)) {
        uses++;
      }
    }
    return uses;
  }

  private YamlText inPlace(Shape our, String type) {
    String at = our.definition();
    YamlText edited = text.set(at + "/type", type);
    boolean whole = type.equals("integer");
    JsonNode node = edited.tree().at(at);
    if (node.has("format") && !whole) {
      edited = edited.remove(at + "/format");
    } else if (whole && !node.has("format")) {
      edited = edited.set(at + "/format", "int32");
    }
    for (String keyword : RuleComparison.LIMITS) {
      if (node.has(keyword) && !Edits.suits(keyword, type)) {
        edited = edited.remove(at + "/" + keyword);
      }
    }
    JsonNode values = edited.tree().at(at + "/enum");
    for (int i = 0; i < values.size(); i++) {
      edited = edited.set(at + "/enum/" + i, NewSchemas.convert(values.get(i), type));
    }
    JsonNode gone = edited.tree().at(at + "/x-enum-deprecated");
    for (int i = 0; i < gone.size(); i++) {
      edited = edited.set(at + "/x-enum-deprecated/" + i, NewSchemas.convert(gone.get(i), type));
    }
    JsonNode standard = our.get("default");
    if (standard != null) {
      edited = edited.set(our.placeOf("default") + "/default", NewSchemas.convert(standard, type));
    }
    return edited;
  }

  private YamlText replace(String name, Shape our, Shape theirs) {
    NewSchemas schemas = new NewSchemas(text.tree(), source);
    List<String> steps = List.of(our.home().split("/", -1));
    String owner = steps.size() > 3 ? steps.get(3) : "";
    Map<String, Object> property = new LinkedHashMap<>(schemas.property(name, theirs, owner));
    JsonNode old = text.tree().at(our.home());
    for (String key : KEPT) {
      if (old.has(key)) {
        property.put(key, old.get(key));
      }
    }
    if (property.containsKey("description") && old.has("description")) {
      property.put(
          "description",
          old.get("description").asString("")
              + " To be reviewed: its type is "
              + theirs.type()
              + " now.");
    }
    YamlText edited = Edits.withSchemas(text.set(our.home(), property), schemas);
    return withoutUnused(edited);
  }

  /** Named schemas that nothing refers to any more go, and then those that only these used. */
  private YamlText withoutUnused(YamlText edited) {
    YamlText rest = edited;
    List<String> unused;
    do {
      unused = new ArrayList<>();
      List<String> used = new ArrayList<>();
      rest.tree().findValues("$ref").forEach(ref -> used.add(Edits.lastStep(ref.asString(""))));
      for (String name : rest.tree().at("/components/schemas").propertyNames()) {
        if (!used.contains(name)) {
          unused.add(name);
        }
      }
      for (String name : unused) {
        rest = rest.remove("/components/schemas/" + Shape.escape(name));
      }
    } while (!unused.isEmpty());
    return rest;
  }
}
