package io.github.kling4j.spec.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the contract say what upstream says, one difference at a time. */
final class Edits {
  /**
   * Members that hand-written code reads or fills with the type that they have. The name alone is
   * enough, since they are called so wherever they stand.
   */
  private static final Set<String> USED_BY_HAND =
      Set.of(
          "model_name",
          "prompt",
          "negative_prompt",
          "mode",
          "aspect_ratio",
          "sound",
          "external_task_id",
          "callback_url",
          "pageNum",
          "pageSize",
          "task_id",
          "task_status",
          "task_status_msg",
          "task_info",
          "task_result",
          "videos",
          "id",
          "url",
          "code",
          "message",
          "data",
          "error");

  private static final Set<String> TEXT_LIMITS = Set.of("minLength", "maxLength", "pattern");
  private static final Set<String> NUMBER_LIMITS =
      Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");

  private final YamlText text;
  private final String source;

  Edits(YamlText text, String source) {
    this.text = text;
    this.source = source;
  }

  /**
   * Returns the contract without {@code difference}.
   *
   * @throws LeftToPersonException if a person has to decide on it
   */
  YamlText apply(Difference difference) throws LeftToPersonException {
    return switch (difference.change()) {
      case ADDED -> add(difference);
      case REMOVED -> remove(difference);
      case DEPRECATED -> text.set(ownerOf(difference) + "/deprecated", true);
      case TYPE -> new TypeEdits(text, source).apply(difference);
      case REQUIRED -> require(difference);
      case LIMIT -> limit(difference);
      case ENUM_VALUE -> new ValueEdits(text, source).apply(difference);
      case DEFAULT -> standard(difference);
      case EXAMPLE -> new ValueEdits(text, source).example(difference);
      case SOURCE -> sourced(shape(difference));
    };
  }

  /** Whether hand-written code would break if {@code name} had another type. */
  static boolean isUsedByHand(String name, String type) {
    return USED_BY_HAND.contains(name)
        || (name.equals("duration") && !Set.of("string", "integer", "number").contains(type));
  }

  private YamlText add(Difference difference) throws LeftToPersonException {
    Shape theirs = difference.theirs();
    Shape our = difference.our();
    if (difference.place().equals("-")) {
      throw new LeftToPersonException("a new operation is not added here");
    }
    if (theirs == null) {
      throw new LeftToPersonException("upstream does not say what it is");
    }
    if (difference.ours() != null && our != null) {
      return text.remove(our.home() + "/deprecated");
    }
    if (our == null) {
      return parameter(difference, theirs);
    }
    NewSchemas schemas = new NewSchemas(text.tree(), source);
    String owner = lastStep(our.placeOf("properties"));
    Map<String, Object> property = schemas.property(difference.name(), theirs, owner);
    String properties = our.placeOf("properties") + "/properties";
    YamlText edited =
        text.has(properties)
            ? text.add(properties, difference.name(), property, null)
            : text.set(our.definition() + "/properties", Map.of(difference.name(), property));
    return withSchemas(edited, schemas);
  }

  static YamlText withSchemas(YamlText text, NewSchemas schemas) {
    YamlText edited = text;
    for (Map.Entry<String, Object> schema : schemas.named().entrySet()) {
      edited = edited.add("/components/schemas", schema.getKey(), schema.getValue(), null);
    }
    return edited;
  }

  private YamlText parameter(Difference difference, Shape theirs) throws LeftToPersonException {
    for (Operation operation : Operation.in(text.tree())) {
      if (operation.name().equals(difference.operation())) {
        NewSchemas schemas = new NewSchemas(text.tree(), source);
        String in = List.of(difference.place().split(" ", -1)).get(0);
        Map<String, Object> parameter =
            NewOperations.parameter(difference.name(), in, theirs, schemas, source);
        String list = operation.pointer() + "/parameters";
        YamlText edited =
            text.has(list)
                ? text.append(list, parameter)
                : text.add(operation.pointer(), "parameters", List.of(parameter), "responses");
        return withSchemas(edited, schemas);
      }
    }
    throw new LeftToPersonException("there is no operation " + difference.operation());
  }

  private YamlText require(Difference difference) throws LeftToPersonException {
    Shape our = shape(difference);
    JsonNode upstream = difference.upstream();
    if (upstream == null || !upstream.isBoolean()) {
      throw new LeftToPersonException(
          "upstream requires everything; x-decisions has to say what follows from that");
    }
    if (upstream.asBoolean()) {
      return text.set(our.home() + "/x-required", true);
    }
    return our.is("x-required")
        ? notRequired(text.remove(our.placeOf("x-required") + "/x-required"), difference, our)
        : notRequired(text, difference, our);
  }

  /** What upstream does not know is not asked for either. */
  private YamlText remove(Difference difference) throws LeftToPersonException {
    YamlText edited = text.set(ownerOf(difference) + "/deprecated", true);
    Shape our = difference.our();
    return our != null && our.home().contains("/properties/")
        ? notRequired(edited, difference, our)
        : edited;
  }

  private static YamlText notRequired(YamlText text, Difference difference, Shape our) {
    YamlText edited = text;
    String owner = our.home().substring(0, our.home().lastIndexOf("/properties/"));
    JsonNode names = text.tree().at(owner + "/required");
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).asString("").equals(difference.name())) {
        edited = edited.remove(owner + "/required" + (names.size() == 1 ? "" : "/" + i));
      }
    }
    return edited;
  }

  private YamlText limit(Difference difference) {
    Shape our = shape(difference);
    String keyword = String.valueOf(difference.keyword());
    JsonNode upstream = difference.upstream();
    boolean there = our.get(keyword) != null;
    String at = (there ? our.placeOf(keyword) : our.definition()) + "/" + keyword;
    YamlText edited = upstream == null ? text.remove(at) : limit(our, keyword, at, upstream, there);
    return described(edited, our, keyword, upstream, difference.ours());
  }

  /** A new limit stands behind the type, where all others have it. */
  private YamlText limit(Shape our, String keyword, String at, JsonNode value, boolean there) {
    if (there) {
      return text.set(at, value);
    }
    String mapping = our.definition();
    List<String> keys = new ArrayList<>(text.tree().at(mapping).propertyNames());
    int behind =
        Math.max(
            Math.max(keys.indexOf("type"), keys.indexOf("format")),
            keyword.startsWith("max") ? keys.indexOf(keyword.replace("max", "min")) : -1);
    String before = behind >= 0 && behind + 1 < keys.size() ? keys.get(behind + 1) : null;
    return text.add(mapping, keyword, value, before);
  }

  private YamlText described(
      YamlText edited, Shape our, String what, @Nullable JsonNode now, @Nullable JsonNode before) {
    String at = our.placeOf("description") + "/description";
    String description = our.text("description");
    return description.isEmpty()
        ? edited
        : edited.set(at, Sentences.withChange(description, what, now, before));
  }

  private YamlText standard(Difference difference) throws LeftToPersonException {
    Shape our = shape(difference);
    JsonNode upstream = difference.upstream();
    if (upstream != null && !our.values().isEmpty() && !Values.contains(our.values(), upstream)) {
      throw new LeftToPersonException(
          "the default " + Values.show(upstream) + " is none of the values that upstream lists");
    }
    String at = our.placeOf("default") + "/default";
    YamlText edited;
    if (upstream == null) {
      edited = text.remove(at);
    } else if (our.get("default") != null) {
      edited = text.set(at, NewSchemas.convert(upstream, our.type()));
    } else {
      JsonNode home = text.tree().at(our.home());
      String before = home.has("allOf") ? "allOf" : "description";
      edited = text.add(our.home(), "default", NewSchemas.convert(upstream, our.type()), before);
    }
    return described(edited, our, "default", upstream, difference.ours());
  }

  private YamlText sourced(Shape our) {
    List<String> sources = new ArrayList<>(our.sources());
    sources.add(source);
    sources.sort(null);
    return text.set(our.placeOf("x-source") + "/x-source", sources);
  }

  private String ownerOf(Difference difference) throws LeftToPersonException {
    Shape our = difference.our();
    if (our != null) {
      String home = our.home();
      return home.endsWith("/schema") ? home.substring(0, home.length() - 7) : home;
    }
    for (Operation operation : Operation.in(text.tree())) {
      if (operation.name().equals(difference.operation())) {
        return operation.pointer();
      }
    }
    throw new LeftToPersonException("there is no operation " + difference.operation());
  }

  static Shape shape(Difference difference) {
    Shape our = difference.our();
    if (our == null) {
      throw new IllegalStateException("no schema of ours in " + difference);
    }
    return our;
  }

  static String lastStep(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  static boolean suits(String keyword, String type) {
    return TEXT_LIMITS.contains(keyword)
        ? type.equals("string")
        : !NUMBER_LIMITS.contains(keyword) || type.equals("number") || type.equals("integer");
  }
}
