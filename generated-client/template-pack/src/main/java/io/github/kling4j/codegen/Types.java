package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the Java type of every schema, and gives a name to every schema that becomes a class. */
final class Types {
  /** Simple names that generated sources use for something else. */
  private static final List<String> RESERVED =
      List.of(
          // java.lang and java.util, as far as generated sources name them
          "Object",
          "String",
          "Boolean",
          "Integer",
          "Long",
          "Double",
          "Number",
          "Character",
          "Override",
          "Deprecated",
          "SuppressWarnings",
          "StringBuilder",
          "Math",
          "Class",
          "Void",
          "Iterable",
          "Record",
          "Enum",
          "Exception",
          "RuntimeException",
          "ArithmeticException",
          "NumberFormatException",
          "IllegalArgumentException",
          "IllegalStateException",
          "Throwable",
          "List",
          "Map",
          "Set",
          "ArrayList",
          "Arrays",
          "Collections",
          "LinkedHashMap",
          "HashSet",
          "Objects",
          "Iterator",
          "AbstractMap",
          "AbstractSet",
          "BiConsumer",
          "Type",
          "Annotation",
          "IOException",
          "EOFException",
          "BigDecimal",
          "LocalDate",
          "OffsetDateTime",
          "UUID",
          "DateTimeFormatter",
          "DateTimeException",
          "Pattern",
          "PatternSyntaxException",
          "ParameterizedType",
          "StandardCharsets",
          "URLEncoder",
          "Retention",
          "RetentionPolicy",
          "Target",
          "ElementType",
          // Moshi, Okio, OkHttp, Retrofit, JSpecify
          "JsonAdapter",
          "JsonClass",
          "JsonDataException",
          "JsonEncodingException",
          "JsonReader",
          "JsonWriter",
          "JsonQualifier",
          "Moshi",
          "Types",
          "ByteString",
          "BufferedSink",
          "RequestBody",
          "ResponseBody",
          "MultipartBody",
          "FormBody",
          "MediaType",
          "Headers",
          "Call",
          "Body",
          "DELETE",
          "GET",
          "HEAD",
          "HTTP",
          "HeaderMap",
          "OPTIONS",
          "PATCH",
          "POST",
          "PUT",
          "Path",
          "QueryMap",
          "Streaming",
          "Nullable",
          "NullMarked",
          // what the templates themselves make
          "AdditionalProperties",
          "AsDocumented",
          "Contract",
          "DirectCall",
          "DirectCalls",
          "Formats",
          "Limits",
          "MissingPropertyException",
          "ModelJsonAdapterFactory",
          "Parameters",
          "Raw",
          "Shape",
          "Variants",
          "Violation",
          "Builder",
          "Known");

  /** A schema that becomes a class. */
  record Definition(
      String name, Schema<?> schema, @Nullable String component, Document.Kind kind) {}

  private final Document document;
  private final Consumer<String> warnings;
  private final Names.Scope names = new Names.Scope(true, withAdapters(RESERVED));
  private final Map<String, Definition> ofComponents = new LinkedHashMap<>();
  private final IdentityHashMap<Schema<?>, Definition> ofInline = new IdentityHashMap<>();
  private final Map<String, Definition> byName = new HashMap<>();
  private final Deque<Definition> pending = new ArrayDeque<>();
  private final Set<String> resolving = new HashSet<>();

  Types(Document document, Consumer<String> warnings) {
    this.document = document;
    this.warnings = warnings;
    document
        .schemas()
        .forEach(
            (component, schema) -> {
              Document.Kind kind = document.kind(schema, true);
              if (kind.isClass() && !isAlias(schema)) {
                define(component, schema, kind);
              }
            });
  }

  private static List<String> withAdapters(List<String> names) {
    List<String> all = new ArrayList<>(names);
    names.forEach(name -> all.add(name + "JsonAdapter"));
    return all;
  }

  private void define(String component, Schema<?> schema, Document.Kind kind) {
    String name = take(Names.type(given(schema, component), "Model"));
    Definition definition = new Definition(name, schema, component, kind);
    ofComponents.put(component, definition);
    byName.put(name, definition);
    pending.add(definition);
  }

  private static String given(Schema<?> schema, String otherwise) {
    return Extensions.of(schema, "x-class-name") instanceof String name ? name : otherwise;
  }

  /** A component that only names another schema; one that adds to an object is a class. */
  private boolean isAlias(Schema<?> schema) {
    if (schema.get$ref() != null) {
      return true;
    }
    Schema<?> wrapped = document.wrapped(schema);
    boolean extension =
        schema.getAllOf() != null && document.kind(schema, true) == Document.Kind.OBJECT;
    return wrapped != null && !extension;
  }

  private String take(String name) {
    String free = names.take(name, "Model");
    while (!names.isFree(free + "JsonAdapter")) {
      free = names.take(free + "Model", "");
    }
    names.take(free + "JsonAdapter", "");
    return free;
  }

  /** Returns the next class that was named and not yet made, or null when there is none. */
  @Nullable Definition next() {
    return pending.poll();
  }

  @Nullable Definition ofComponent(@Nullable String component) {
    return component == null ? null : ofComponents.get(component);
  }

  /** Returns the class of a name, or null where the name is another's. */
  @Nullable Definition named(String name) {
    return byName.get(name);
  }

  boolean isModel(String name) {
    return byName.containsKey(name);
  }

  /**
   * Returns the type of a schema.
   *
   * @param hint the name of the class that it becomes, if it becomes one and has no name
   */
  Type of(@Nullable Schema<?> schema, String hint) {
    if (schema == null) {
      return Type.ANY;
    }
    return find(schema, hint).orNull(document.isNullable(schema));
  }

  private Type find(Schema<?> schema, String hint) {
    String component = document.component(schema);
    if (component != null) {
      return ofComponent(component, schema);
    }
    if (schema.get$ref() != null) {
      return of(document.target(schema), hint);
    }
    Schema<?> wrapped = document.wrapped(schema);
    if (wrapped != null) {
      return of(wrapped, hint).with(rules(schema));
    }
    Document.Kind kind = document.kind(schema, false);
    return kind.isClass() ? ofClass(schema, kind, hint) : plain(schema, kind, hint);
  }

  private Type ofComponent(String component, Schema<?> reference) {
    Definition definition = ofComponents.get(component);
    if (definition != null) {
      return model(definition);
    }
    if (!resolving.add(component)) {
      warnings.accept(
          "The schema " + component + " holds itself with no object between: read as any value");
      return Type.ANY;
    }
    try {
      return of(document.target(reference), Names.type(component, "Model"));
    } finally {
      resolving.remove(component);
    }
  }

  private Type ofClass(Schema<?> schema, Document.Kind kind, String hint) {
    Schema<?> only = onlyEnum(schema, kind);
    if (only != null) {
      return of(only, hint);
    }
    Definition known = ofInline.get(schema);
    if (known == null) {
      known = new Definition(take(Names.type(given(schema, hint), "Model")), schema, null, kind);
      ofInline.put(schema, known);
      byName.put(known.name(), known);
      pending.add(known);
    }
    return model(known);
  }

  /** The limits of a schema, and those that its parts add without saying what the value is. */
  private static Rules rules(Schema<?> schema) {
    Rules rules = Rules.of(schema);
    if (schema.getAllOf() != null) {
      for (Schema<?> part : schema.getAllOf()) {
        rules = rules.or(Rules.of(part));
      }
    }
    return rules;
  }

  /** Of a choice between texts, one of them an enum, the enum: it takes any other text anyway. */
  private @Nullable Schema<?> onlyEnum(Schema<?> schema, Document.Kind kind) {
    List<Schema<?>> enums =
        document.variants(schema).stream()
            .filter(each -> document.kind(each, false) == kind)
            .toList();
    boolean isEnum = kind == Document.Kind.TEXT_ENUM || kind == Document.Kind.NUMBER_ENUM;
    if (isEnum && !document.parts(schema).isEmpty() && Document.values(schema).isEmpty()) {
      return document.parts(schema).stream()
          .filter(each -> document.kind(each, false) == kind)
          .findFirst()
          .orElse(null);
    }
    return isEnum && enums.size() == 1 ? enums.get(0) : null;
  }

  private static Type model(Definition definition) {
    return Type.model(
        switch (definition.kind()) {
          case OBJECT -> Type.Kind.OBJECT;
          case UNION -> Type.Kind.UNION;
          default -> Type.Kind.ENUM;
        },
        definition.name());
  }

  private Type plain(Schema<?> schema, Document.Kind kind, String hint) {
    List<Schema<?>> parts = document.parts(schema);
    List<Schema<?>> variants = document.variants(schema);
    Rules rules = rules(schema);
    if (!parts.isEmpty() && Document.properties(schema).isEmpty()) {
      Schema<?> first =
          parts.stream()
              .filter(each -> document.kind(each, false) == kind)
              .findFirst()
              .orElse(null);
      return first == null ? Type.ANY : of(first, hint).with(rules);
    }
    return switch (kind) {
      case TEXT -> variants.size() > 1 ? Type.of(Type.Kind.TEXT, rules) : text(schema, rules);
      case FLAG -> Type.of(Type.Kind.FLAG, rules);
      case NUMBER -> variants.size() > 1 ? widest(variants, hint) : number(schema, rules);
      case LIST -> Type.list(items(schema, hint), rules);
      case MAP ->
          Type.map(
              Document.schemaOf(schema.getAdditionalProperties()) == null
                  ? Type.ANY
                  : of(Document.schemaOf(schema.getAdditionalProperties()), hint + "Value"),
              rules);
      default -> Type.ANY;
    };
  }

  private Type items(Schema<?> schema, String hint) {
    Type item = of(schema.getItems(), hint + "Item");
    boolean alike =
        schema.getPrefixItems() == null
            || schema.getPrefixItems().stream()
                .allMatch(each -> of(each, hint + "Item").java().equals(item.java()));
    return alike ? item : Type.ANY;
  }

  private static Type text(Schema<?> schema, Rules rules) {
    String format = schema.getFormat() == null ? "" : schema.getFormat();
    if (format.isEmpty() && "base64".equals(schema.getContentEncoding())) {
      return Type.of(Type.Kind.BYTES, rules);
    }
    if (format.isEmpty() && "application/octet-stream".equals(schema.getContentMediaType())) {
      return Type.of(Type.Kind.BINARY, rules);
    }
    return Type.of(
        switch (format) {
          case "date" -> Type.Kind.DATE;
          case "date-time" -> Type.Kind.DATE_TIME;
          case "uuid" -> Type.Kind.UUID;
          case "byte" -> Type.Kind.BYTES;
          case "binary" -> Type.Kind.BINARY;
          case "decimal", "number" -> Type.Kind.DECIMAL_TEXT;
          default -> Type.Kind.TEXT;
        },
        rules);
  }

  private static Type number(Schema<?> schema, Rules rules) {
    String format = schema.getFormat() == null ? "" : schema.getFormat();
    if (Document.types(schema).contains("integer")) {
      boolean small = format.isEmpty() || format.matches("u?int(8|16)|int32");
      boolean fits = fitsInt(rules.minimum()) && fitsInt(rules.maximum());
      return Type.of(small && fits ? Type.Kind.INTEGER : Type.Kind.LONG, rules);
    }
    return switch (format) {
      case "decimal" -> Type.of(Type.Kind.DECIMAL, rules);
      case "int32" -> Type.of(Type.Kind.INTEGER, rules);
      case "int64" -> Type.of(Type.Kind.LONG, rules);
      default -> Type.of(Type.Kind.DOUBLE, rules);
    };
  }

  private static boolean fitsInt(@Nullable String limit) {
    if (limit == null) {
      return true;
    }
    return Rules.number(limit).abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
  }

  private Type widest(List<Schema<?>> variants, String hint) {
    Set<Type.Kind> kinds = new HashSet<>();
    for (Schema<?> each : variants) {
      Type type = of(each, hint);
      boolean isEnum = type.kind() == Type.Kind.ENUM;
      kinds.add(isEnum ? number(document.resolved(each), Rules.NONE).kind() : type.kind());
    }
    return List.of(Type.Kind.DECIMAL, Type.Kind.DOUBLE, Type.Kind.LONG).stream()
        .filter(kinds::contains)
        .findFirst()
        .map(kind -> Type.of(kind, Rules.NONE))
        .orElse(Type.of(Type.Kind.INTEGER, Rules.NONE));
  }
}
