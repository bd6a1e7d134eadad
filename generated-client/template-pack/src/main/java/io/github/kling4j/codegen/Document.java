package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the schemas of an OpenAPI 3.0 or 3.1 document: references, compositions, kinds. */
final class Document {
  static final String COMPONENTS = "#/components/schemas/";

  /** The parser makes components of what stands here, and leaves references to it as they are. */
  private static final String DEFINITIONS = "/$defs/";

  /** What a schema is, once references and compositions are followed. */
  enum Kind {
    ANY,
    TEXT,
    TEXT_ENUM,
    NUMBER,
    NUMBER_ENUM,
    FLAG,
    LIST,
    MAP,
    OBJECT,
    UNION;

    boolean isClass() {
      return this == TEXT_ENUM || this == NUMBER_ENUM || this == OBJECT || this == UNION;
    }
  }

  /** A property of an object, with the component in which it stands, if it is another. */
  record Member(Schema<?> schema, @Nullable String component) {}

  private final Map<String, Schema<?>> schemas = new LinkedHashMap<>();

  @SuppressWarnings("rawtypes")
  Document(OpenAPI api) {
    if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
      for (Map.Entry<String, Schema> each : api.getComponents().getSchemas().entrySet()) {
        if (each.getValue() != null) {
          schemas.put(each.getKey(), each.getValue());
        }
      }
    }
  }

  Map<String, Schema<?>> schemas() {
    return schemas;
  }

  /** Returns the component that a schema is a reference to. */
  @Nullable String component(Schema<?> schema) {
    String ref = schema.get$ref();
    if (ref == null || !ref.startsWith(COMPONENTS)) {
      return null;
    }
    String pointer = ref.substring(COMPONENTS.length());
    String name = unescaped(pointer);
    if (!schemas.containsKey(name) && pointer.contains(DEFINITIONS)) {
      name = unescaped(pointer.substring(pointer.lastIndexOf(DEFINITIONS) + DEFINITIONS.length()));
    }
    return schemas.containsKey(name) ? name : null;
  }

  /** Follows a reference; what leads nowhere is a schema that says nothing. */
  Schema<?> target(Schema<?> schema) {
    String name = component(schema);
    if (name != null) {
      return Objects.requireNonNull(schemas.get(name));
    }
    String ref = schema.get$ref();
    if (ref == null) {
      return schema;
    }
    Schema<?> found =
        ref.startsWith(COMPONENTS) ? inside(ref.substring(COMPONENTS.length())) : null;
    return found == null ? new Schema<>() : found;
  }

  /** Follows references to their end, unless they run in a circle. */
  Schema<?> resolved(Schema<?> schema) {
    Schema<?> each = schema;
    for (int i = 0; i < 32 && each.get$ref() != null; i++) {
      each = target(each);
    }
    return each.get$ref() == null ? each : new Schema<>();
  }

  /** Tells whether a body can be read into a type: it has a schema, and that is no file. */
  boolean isReadable(@Nullable Schema<?> schema) {
    if (schema == null) {
      return false;
    }
    Schema<?> target = resolved(schema);
    return !"binary".equals(target.getFormat()) && target.getBooleanSchemaValue() == null;
  }

  private @Nullable Schema<?> inside(String pointer) {
    String[] steps = pointer.split("/", -1);
    Schema<?> at = schemas.get(unescaped(steps[0]));
    for (int i = 1; i < steps.length && at != null; i++) {
      Schema<?> from = resolved(at);
      at =
          switch (steps[i]) {
            case "properties" ->
                i + 1 < steps.length ? properties(from).get(unescaped(steps[++i])) : null;
            case "items" -> from.getItems();
            case "additionalProperties" -> schemaOf(from.getAdditionalProperties());
            case "allOf" -> i + 1 < steps.length ? at(from.getAllOf(), steps[++i]) : null;
            case "oneOf" -> i + 1 < steps.length ? at(from.getOneOf(), steps[++i]) : null;
            case "anyOf" -> i + 1 < steps.length ? at(from.getAnyOf(), steps[++i]) : null;
            default -> null;
          };
    }
    return at;
  }

  @SuppressWarnings("rawtypes")
  private static @Nullable Schema<?> at(@Nullable List<Schema> list, String index) {
    int i = index.matches("\\d{1,4}") ? Integer.parseInt(index) : -1;
    return list == null || i < 0 || i >= list.size() ? null : list.get(i);
  }

  static String unescaped(String step) {
    String decoded = step;
    if (step.indexOf('%') >= 0) {
      try {
        decoded = URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        decoded = step;
      }
    }
    return decoded.replace("~1", "/").replace("~0", "~");
  }

  static @Nullable Schema<?> schemaOf(@Nullable Object additional) {
    return additional instanceof Schema<?> schema && schema.getBooleanSchemaValue() == null
        ? schema
        : null;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Schema<?>> properties(Schema<?> schema) {
    Map<String, ?> properties = schema.getProperties();
    return properties == null ? Map.of() : (Map<String, Schema<?>>) properties;
  }

  /** Returns the types of a schema beside null, in the words of either version of OpenAPI. */
  static List<String> types(Schema<?> schema) {
    Set<String> types = new LinkedHashSet<>();
    if (schema.getTypes() != null) {
      types.addAll(schema.getTypes());
    }
    if (types.isEmpty() && schema.getType() != null) {
      types.add(schema.getType());
    }
    types.remove("null");
    if (types.contains("number")) {
      types.remove("integer");
    }
    if (types.isEmpty() && !isNull(schema)) {
      infer(schema, types);
    }
    return List.copyOf(types);
  }

  private static void infer(Schema<?> schema, Set<String> types) {
    if (!properties(schema).isEmpty() || schemaOf(schema.getAdditionalProperties()) != null) {
      types.add("object");
    } else if (schema.getItems() != null) {
      types.add("array");
    } else if (!values(schema).isEmpty() || isConstant(schema)) {
      List<Object> values = isConstant(schema) ? List.of(constant(schema)) : values(schema);
      if (values.stream().allMatch(String.class::isInstance)) {
        types.add("string");
      } else if (values.stream().allMatch(Number.class::isInstance)) {
        types.add(values.stream().allMatch(Document::isWhole) ? "integer" : "number");
      } else if (values.stream().allMatch(Boolean.class::isInstance)) {
        types.add("boolean");
      }
    } else if (schema.getFormat() != null
        && List.of("date", "date-time", "uuid", "byte", "binary").contains(schema.getFormat())) {
      types.add("string");
    }
  }

  static boolean isWhole(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof java.math.BigInteger;
  }

  static boolean isNull(Schema<?> schema) {
    boolean nullType =
        schema.getTypes() != null
            ? schema.getTypes().equals(Set.of("null"))
            : "null".equals(schema.getType());
    boolean nullValue =
        schema.getEnum() != null
            && !schema.getEnum().isEmpty()
            && schema.getEnum().stream().allMatch(Document::isNullValue);
    return schema.get$ref() == null && (nullType || nullValue);
  }

  private static boolean isNullValue(@Nullable Object value) {
    return value == null || value instanceof com.fasterxml.jackson.databind.node.NullNode;
  }

  /** Tells whether null is a value that the schema itself allows; a reference does not say. */
  boolean isNullable(Schema<?> schema) {
    return isNullable(schema, identitySet());
  }

  private boolean isNullable(Schema<?> schema, Set<Schema<?>> seen) {
    if (!seen.add(schema)) {
      return false;
    }
    if (Boolean.TRUE.equals(schema.getNullable()) || isNull(schema)) {
      return true;
    }
    if (schema.getTypes() != null && schema.getTypes().contains("null")) {
      return true;
    }
    if (schema.get$ref() != null) {
      return isNullable(target(schema), seen);
    }
    return composed(schema.getOneOf(), seen) || composed(schema.getAnyOf(), seen);
  }

  @SuppressWarnings("rawtypes")
  private boolean composed(@Nullable List<Schema> schemas, Set<Schema<?>> seen) {
    return schemas != null && schemas.stream().anyMatch(each -> isNullable(each, seen));
  }

  /** Returns the values of an enum beside null, as strings, numbers or booleans. */
  static List<Object> values(Schema<?> schema) {
    List<Object> values = new ArrayList<>();
    if (schema.getEnum() != null) {
      for (Object value : schema.getEnum()) {
        if (!isNullValue(value)) {
          values.add(plain(value));
        }
      }
    }
    return values;
  }

  private static boolean isConstant(Schema<?> schema) {
    return schema.getConst() != null && !isNullValue(schema.getConst());
  }

  private static Object constant(Schema<?> schema) {
    return plain(schema.getConst());
  }

  /** Returns the values of a choice between constants, or none where it is a choice of more. */
  List<Object> constants(Schema<?> schema) {
    List<Schema<?>> variants = variants(schema);
    boolean only = variants.stream().allMatch(Document::isConstant);
    return only ? variants.stream().map(Document::constant).toList() : List.of();
  }

  private static Object plain(Object value) {
    if (value instanceof com.fasterxml.jackson.databind.JsonNode node && node.isValueNode()) {
      return node.isNumber()
          ? node.numberValue()
          : node.isBoolean() ? node.asBoolean() : node.asText();
    }
    return value;
  }

  /** Returns the alternatives of a schema, without null and those that only add conditions. */
  List<Schema<?>> variants(Schema<?> schema) {
    List<Schema<?>> variants = new ArrayList<>();
    variants.addAll(effective(schema.getOneOf()));
    variants.addAll(effective(schema.getAnyOf()));
    return variants;
  }

  List<Schema<?>> parts(Schema<?> schema) {
    return effective(schema.getAllOf());
  }

  @SuppressWarnings("rawtypes")
  private List<Schema<?>> effective(@Nullable List<Schema> schemas) {
    List<Schema<?>> effective = new ArrayList<>();
    if (schemas != null) {
      for (Schema<?> each : schemas) {
        if (each != null && !isNull(each) && says(each, 0)) {
          effective.add(each);
        }
      }
    }
    return effective;
  }

  /** Tells whether a schema says what a value is, and not only what else holds for it. */
  private boolean says(Schema<?> schema, int depth) {
    return schema.get$ref() != null
        || !types(schema).isEmpty()
        || schema.getConst() != null
        || schema.getAdditionalProperties() != null
        || (depth < 32
            && (anySays(schema.getAllOf(), depth)
                || anySays(schema.getOneOf(), depth)
                || anySays(schema.getAnyOf(), depth)));
  }

  @SuppressWarnings("rawtypes")
  private boolean anySays(@Nullable List<Schema> schemas, int depth) {
    return schemas != null && schemas.stream().anyMatch(each -> says(each, depth + 1));
  }

  /** Returns the one schema that this one only wraps, such as the reference inside an allOf. */
  @Nullable Schema<?> wrapped(Schema<?> schema) {
    if (schema.get$ref() != null
        || !properties(schema).isEmpty()
        || schemaOf(schema.getAdditionalProperties()) != null
        || schema.getItems() != null
        || !values(schema).isEmpty()) {
      return null;
    }
    List<Schema<?>> parts = parts(schema);
    List<Schema<?>> variants = variants(schema);
    if (parts.size() + variants.size() == 1) {
      return parts.isEmpty() ? variants.get(0) : parts.get(0);
    }
    return null;
  }

  Kind kind(Schema<?> schema, boolean isComponent) {
    return kind(schema, isComponent, identitySet());
  }

  private Kind kind(Schema<?> schema, boolean isComponent, Set<Schema<?>> seen) {
    if (!seen.add(schema)) {
      return Kind.ANY;
    }
    try {
      return kindOf(schema, isComponent, seen);
    } finally {
      seen.remove(schema);
    }
  }

  private Kind kindOf(Schema<?> schema, boolean isComponent, Set<Schema<?>> seen) {
    if (schema.get$ref() != null) {
      return kind(target(schema), component(schema) != null, seen);
    }
    Schema<?> wrapped = wrapped(schema);
    if (wrapped != null) {
      return kind(wrapped, false, seen);
    }
    if (!values(schema).isEmpty()) {
      return kindOfValues(schema);
    }
    List<Schema<?>> parts = parts(schema);
    List<Schema<?>> variants = variants(schema);
    if (!properties(schema).isEmpty()) {
      return Kind.OBJECT;
    }
    if (!parts.isEmpty()) {
      List<Kind> kinds = parts.stream().map(each -> kind(each, false, seen)).toList();
      Predicate<Kind> object =
          kind -> kind == Kind.OBJECT || kind == Kind.MAP || kind == Kind.UNION;
      return kinds.stream().anyMatch(object)
          ? Kind.OBJECT
          : kinds.stream().filter(kind -> kind != Kind.ANY).findFirst().orElse(Kind.ANY);
    }
    if (variants.size() > 1) {
      Kind kind = kindOfAll(constants(schema));
      return kind != null
          ? kind
          : common(variants.stream().map(each -> kind(each, false, seen)).toList());
    }
    List<String> types = types(schema);
    return types.size() > 1
        ? common(types.stream().map(type -> kindOfType(type, schema, false)).toList())
        : kindOfType(types.isEmpty() ? "" : types.get(0), schema, isComponent);
  }

  private static Kind kindOfType(String type, Schema<?> schema, boolean isComponent) {
    return switch (type) {
      case "string" -> Kind.TEXT;
      case "integer", "number" -> Kind.NUMBER;
      case "boolean" -> Kind.FLAG;
      case "array" -> Kind.LIST;
      case "object" -> {
        if (!properties(schema).isEmpty()) {
          yield Kind.OBJECT;
        }
        Object additional = schema.getAdditionalProperties();
        boolean map =
            schemaOf(additional) != null || Boolean.TRUE.equals(additional) || isTrue(additional);
        yield map || !isComponent ? Kind.MAP : Kind.OBJECT;
      }
      default -> Kind.ANY;
    };
  }

  private static boolean isTrue(@Nullable Object additional) {
    return additional instanceof Schema<?> schema
        && Boolean.TRUE.equals(schema.getBooleanSchemaValue());
  }

  private static Kind kindOfValues(Schema<?> schema) {
    List<Object> values = values(schema);
    Kind kind = kindOfAll(values);
    if (kind != null) {
      return kind;
    }
    List<String> types = types(schema);
    return types.size() == 1 && !isMixed(values)
        ? kindOfType(types.get(0), schema, false)
        : Kind.ANY;
  }

  private static @Nullable Kind kindOfAll(List<Object> values) {
    if (values.isEmpty()) {
      return null;
    }
    if (values.stream().allMatch(String.class::isInstance)) {
      return Kind.TEXT_ENUM;
    }
    return values.stream().allMatch(Number.class::isInstance) ? Kind.NUMBER_ENUM : null;
  }

  /** Of 3.0 the parser takes the first value's type for the type of all. */
  private static boolean isMixed(List<Object> values) {
    return Stream.<Class<?>>of(String.class, Number.class, Boolean.class)
            .filter(type -> values.stream().anyMatch(type::isInstance))
            .count()
        > 1;
  }

  private static Kind common(List<Kind> kinds) {
    Set<Kind> distinct = new LinkedHashSet<>(kinds);
    if (distinct.contains(Kind.ANY)) {
      return Kind.ANY;
    }
    if (Set.of(Kind.TEXT, Kind.TEXT_ENUM).containsAll(distinct)) {
      return distinct.contains(Kind.TEXT_ENUM) ? Kind.TEXT_ENUM : Kind.TEXT;
    }
    if (Set.of(Kind.NUMBER, Kind.NUMBER_ENUM).containsAll(distinct)) {
      return distinct.equals(Set.of(Kind.NUMBER_ENUM)) ? Kind.NUMBER_ENUM : Kind.NUMBER;
    }
    return distinct.equals(Set.of(Kind.FLAG)) ? Kind.FLAG : Kind.UNION;
  }

  /** What an object is made of, all compositions followed. */
  static final class Members {
    final Map<String, Member> properties = new LinkedHashMap<>();
    final Set<String> required = new LinkedHashSet<>();
    Rules rules = Rules.NONE;
    @Nullable Schema<?> additional;
  }

  Members members(Schema<?> schema) {
    Members members = new Members();
    collect(schema, null, false, members, identitySet());
    return members;
  }

  private void collect(
      Schema<?> schema,
      @Nullable String component,
      boolean alternative,
      Members members,
      Set<Schema<?>> seen) {
    if (!seen.add(schema)) {
      return;
    }
    if (schema.get$ref() != null) {
      String name = component(schema);
      collect(target(schema), name == null ? component : name, alternative, members, seen);
      return;
    }
    parts(schema).forEach(each -> collect(each, component, alternative, members, seen));
    if (schema.getAllOf() != null) {
      for (Schema<?> each : schema.getAllOf()) {
        if (!alternative) {
          limit(each, members);
        }
      }
    }
    variants(schema).forEach(each -> collect(each, component, true, members, seen));
    properties(schema)
        .forEach(
            (name, property) -> {
              if (property != null
                  && (says(property, 0) || !members.properties.containsKey(name))) {
                members.properties.put(name, new Member(property, component));
              }
            });
    if (!alternative) {
      limit(schema, members);
    }
    Schema<?> additional = schemaOf(schema.getAdditionalProperties());
    if (additional != null && members.additional == null) {
      members.additional = additional;
    }
  }

  private static void limit(Schema<?> schema, Members members) {
    members.rules = members.rules.or(Rules.of(schema));
    if (schema.getRequired() != null) {
      members.required.addAll(schema.getRequired());
    }
  }

  /** Returns the components that are put together from a component, at any distance. */
  List<String> heirs(String component) {
    List<String> heirs = new ArrayList<>();
    for (Map.Entry<String, Schema<?>> each : schemas.entrySet()) {
      if (!each.getKey().equals(component) && inherits(each.getValue(), component, identitySet())) {
        heirs.add(each.getKey());
      }
    }
    return heirs;
  }

  private boolean inherits(Schema<?> schema, String component, Set<Schema<?>> seen) {
    if (!seen.add(schema) || schema.getAllOf() == null) {
      return false;
    }
    for (Schema<?> part : schema.getAllOf()) {
      if (component.equals(component(part)) || inherits(resolved(part), component, seen)) {
        return true;
      }
    }
    return false;
  }

  static Set<Schema<?>> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
