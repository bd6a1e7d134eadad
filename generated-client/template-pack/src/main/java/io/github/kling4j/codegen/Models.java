package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of a schema what the templates need to write its class. */
final class Models {
  /** Members of Object and of the class itself, and the names of its nested classes. */
  private static final List<String> RESERVED_MEMBERS =
      List.of(
          "hashCode",
          "toString",
          "getClass",
          "notify",
          "notifyAll",
          "wait",
          "clone",
          "finalize",
          "equals",
          "builder",
          "toBuilder",
          "additionalProperties",
          "additionalProperty",
          "violations",
          "withFallback",
          "build",
          "asRead",
          "rest",
          "moshi");

  private static final List<String> RESERVED_CONSTANTS = List.of("UNRECOGNIZED", "VALUES");

  /** One class to write; one of its three forms is set. */
  record Model(
      String name,
      @Nullable ObjectModel object,
      @Nullable EnumModel enumeration,
      @Nullable UnionModel union) {}

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

  /** One property. Names and values of JSON are Java literals. */
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

  /** An open set of values. */
  record EnumModel(
      String name,
      List<String> doc,
      String java,
      String boxed,
      String shape,
      boolean text,
      boolean fraction,
      boolean switchable,
      List<Constant> constants,
      List<Alias> aliases) {
    boolean hasAliases() {
      return !aliases.isEmpty();
    }
  }

  record Constant(String constant, String literal, List<String> doc) {}

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

  private final Document document;
  private final Types types;

  Models(Document document, Types types) {
    this.document = document;
    this.types = types;
  }

  Model of(Types.Definition definition) {
    return switch (definition.kind()) {
      case OBJECT -> new Model(definition.name(), object(definition), null, null);
      case UNION -> new Model(definition.name(), null, null, union(definition));
      default -> new Model(definition.name(), null, enumeration(definition), null);
    };
  }

  private static List<String> doc(Schema<?> schema, String fallback) {
    String text = schema.getDescription() == null ? schema.getTitle() : schema.getDescription();
    List<String> doc = Javadoc.of(text, fallback);
    if (is(schema.getDeprecated())) {
      doc.addAll(List.of("", "<p>The document marks it as deprecated."));
    }
    return doc;
  }

  private static String fallback(Types.Definition definition) {
    String name = definition.component() == null ? definition.name() : definition.component();
    return "The schema `" + name.replace('`', '\'') + "`.";
  }

  private static boolean is(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  // Objects

  private ObjectModel object(Types.Definition definition) {
    Schema<?> schema = definition.schema();
    Document.Members members = document.members(schema);
    Names.Scope scope = new Names.Scope(false, RESERVED_MEMBERS);
    Entries entries = null;
    if (members.additional != null) {
      Type type = types.of(members.additional, definition.name() + "Value");
      if (type.kind() != Type.Kind.ANY) {
        scope.reserve("entries");
        scope.reserve("entry");
        entries = entries(type);
      }
    }
    Discriminator by = definition.component() == null ? null : schema.getDiscriminator();
    Map<String, List<String>> heirs = by == null ? Map.of() : heirs(definition);
    heirs.keySet().forEach(heir -> scope.reserve("as" + heir));
    List<Property> properties = new ArrayList<>();
    List<Heir> named = new ArrayList<>();
    for (Map.Entry<String, Document.Member> member : members.properties.entrySet()) {
      String json = member.getKey();
      Property property = property(definition, json, member.getValue(), members, scope);
      properties.add(property);
      if (by != null && json.equals(by.getPropertyName())) {
        String doc = Javadoc.code(json);
        heirs.forEach(
            (heir, values) ->
                named.add(new Heir(definition.name(), heir, values, property.name, doc)));
      }
    }
    String size = members.rules.forSize("size", "path");
    return new ObjectModel(
        definition.name(),
        doc(schema, fallback(definition)),
        properties,
        entries,
        named,
        size.isEmpty() ? null : size);
  }

  private static Entries entries(Type type) {
    String check = type.check("each", "at");
    String java = type.nullable() ? "@Nullable " + type.java() : type.java();
    String shape = type.nullable() ? "Shape.orNull(" + type.shape() + ')' : type.shape();
    String orNull = type.isContainer() && type.nullable() ? "value == null ? null : " : "";
    String copy = orNull + type.copy("value");
    return new Entries(java, type.java(), shape, copy, check.isEmpty() ? null : check);
  }

  private Property property(
      Types.Definition definition,
      String json,
      Document.Member member,
      Document.Members members,
      Names.Scope scope) {
    Types.Definition declaring = types.ofComponent(member.component());
    String owner = declaring == null ? definition.name() : declaring.name();
    Schema<?> schema = member.schema();
    Type type = types.of(schema, owner + Names.type(json, ""));
    Schema<?> target = document.resolved(schema);
    boolean readOnly = is(schema.getReadOnly()) || is(target.getReadOnly());
    boolean writeOnly = is(schema.getWriteOnly()) || is(target.getWriteOnly());
    boolean required = members.required.contains(json);
    String name = scope.take(Names.member(json), "_");
    String check = type.check("this." + name, type.isContainer() ? "at" : at(json));
    return new Property(
        definition.name(),
        Names.literal(json),
        name,
        type.java(),
        type.shape(),
        propertyDoc(schema, target, json, readOnly, writeOnly),
        !required || writeOnly || type.nullable(),
        required && !readOnly && !type.nullable(),
        required && !readOnly && type.nullable(),
        required && !readOnly && !type.nullable(),
        is(schema.getDeprecated()),
        is(extension(schema, "x-signed") instanceof Boolean signed ? signed : null),
        type.isContainer() ? name + " == null ? null : " + type.copy(name) : name,
        type.isContainer(),
        check.isEmpty() ? null : check,
        literals(extension(schema, "x-aliases")),
        overloads(type));
  }

  static String at(String json) {
    return "Limits.at(path, " + Names.literal(json) + ')';
  }

  private List<String> propertyDoc(
      Schema<?> schema, Schema<?> target, String json, boolean readOnly, boolean writeOnly) {
    Schema<?> source = schema.getDescription() == null ? target : schema;
    String text = source.getDescription() == null ? source.getTitle() : source.getDescription();
    List<String> doc =
        new ArrayList<>(Javadoc.of(text, "The property `" + json.replace('`', '\'') + "`."));
    if (readOnly) {
      doc.addAll(List.of("", "<p>Only answers hold it."));
    }
    if (writeOnly) {
      doc.addAll(List.of("", "<p>Only requests hold it."));
    }
    Object server = schema.getDefault() == null ? target.getDefault() : schema.getDefault();
    addDefault(doc, text, server);
    return doc;
  }

  /**
   * A default is the server's business: it is told, unless the description does, and never sent.
   */
  static void addDefault(List<String> doc, @Nullable String text, @Nullable Object server) {
    boolean told = text != null && text.toLowerCase(Locale.ROOT).contains("default");
    String value = text(server);
    if (value != null && !told && value.length() < 80) {
      doc.add("");
      doc.add(
          "<p>The server's default is "
              + (value.isBlank() ? "\"" + value + '"' : Javadoc.code(value))
              + '.');
    }
  }

  /** As it stands in the document, or nearly so: the parser has made dates of dates. */
  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof Date date) {
      return LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault()).toString();
    }
    return value instanceof OffsetDateTime moment
        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment)
        : value == null ? null : value.toString();
  }

  List<Overload> overloads(Type type) {
    if (type.kind() == Type.Kind.ENUM) {
      EnumModel model = enumeration(type.java());
      return model == null
          ? List.of()
          : List.of(new Overload(model.java, type.java() + ".of", !model.text));
    }
    if (type.kind() != Type.Kind.UNION) {
      return List.of();
    }
    Set<String> erasures = new HashSet<>(Set.of(type.erasure(), "Object"));
    List<Overload> overloads = new ArrayList<>();
    Types.Definition union = types.named(type.java());
    for (Variant variant : union == null ? List.<Variant>of() : variants(union)) {
      if (erasures.add(variant.type.replaceAll("<.*", ""))) {
        overloads.add(new Overload(variant.type, type.java() + ".of" + variant.name, false));
      }
    }
    return overloads;
  }

  private Map<String, List<String>> heirs(Types.Definition definition) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    String component = Objects.requireNonNull(definition.component());
    Stream.concat(document.heirs(component).stream(), mapped(definition.schema()).keySet().stream())
        .forEach(each -> named.putIfAbsent(each, values(definition.schema(), each)));
    named.remove(component);
    Map<String, List<String>> heirs = new LinkedHashMap<>();
    named.forEach(
        (each, values) -> {
          Types.Definition heir = types.ofComponent(each);
          if (heir != null
              && heir.kind() == Document.Kind.OBJECT
              && !heir.name().equals(definition.name())) {
            heirs.put(heir.name(), values);
          }
        });
    return heirs;
  }

  /** Returns a discriminator's mapping, from component to values. */
  private static Map<String, List<String>> mapped(Schema<?> schema) {
    Map<String, List<String>> mapped = new LinkedHashMap<>();
    Discriminator discriminator = schema.getDiscriminator();
    if (discriminator != null && discriminator.getMapping() != null) {
      discriminator
          .getMapping()
          .forEach(
              (value, target) -> {
                String component = target.substring(target.lastIndexOf('/') + 1);
                mapped
                    .computeIfAbsent(component, key -> new ArrayList<>())
                    .add(Names.literal(value));
              });
    }
    return mapped;
  }

  private static List<String> values(Schema<?> schema, String component) {
    return mapped(schema).getOrDefault(component, List.of(Names.literal(component)));
  }

  // Enums

  private final Map<String, EnumModel> enums = new LinkedHashMap<>();
  private final Map<String, List<Variant>> unionVariants = new LinkedHashMap<>();

  private @Nullable EnumModel enumeration(String name) {
    EnumModel known = enums.get(name);
    Types.Definition definition = types.named(name);
    return known == null && definition != null ? enumeration(definition) : known;
  }

  private EnumModel enumeration(Types.Definition definition) {
    EnumModel known = enums.get(definition.name());
    if (known == null) {
      known = newEnum(definition);
      enums.put(definition.name(), known);
    }
    return known;
  }

  private EnumModel newEnum(Types.Definition definition) {
    Schema<?> schema = document.resolved(definition.schema());
    boolean text = definition.kind() == Document.Kind.TEXT_ENUM;
    List<Object> values = new ArrayList<>();
    collect(schema, values, Document.identitySet());
    values.addAll(document.constants(schema));
    boolean whole = values.stream().allMatch(Document::isWhole);
    boolean fits =
        whole
            && !"int64".equals(schema.getFormat())
            && values.stream()
                .allMatch(each -> ((Number) each).longValue() == ((Number) each).intValue());
    String java = text ? "String" : fits ? "int" : whole ? "long" : "double";
    List<?> names = each(schema, "x-enum-varnames", Schema::getTitle);
    List<?> docs = each(schema, "x-enum-descriptions", Schema::getDescription);
    Names.Scope scope = new Names.Scope(false, RESERVED_CONSTANTS);
    List<Constant> constants = new ArrayList<>();
    Set<String> literals = new LinkedHashSet<>();
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i).toString();
      String literal = literal(values.get(i), java);
      if (literals.add(literal)) {
        String given = i < names.size() ? text(names.get(i)) : null;
        String name = scope.take(Names.constant(given == null ? value : given), "_");
        String told = i < docs.size() ? text(docs.get(i)) : null;
        constants.add(new Constant(name, literal, Javadoc.of(told, valueDoc(value))));
      }
    }
    String boxed = text ? "String" : fits ? "Integer" : whole ? "Long" : "Double";
    return new EnumModel(
        definition.name(),
        doc(schema, fallback(definition)),
        java,
        boxed,
        text ? "Shape.STRING" : "Shape." + boxed.toUpperCase(Locale.ROOT),
        text,
        java.equals("double"),
        text || fits,
        constants,
        aliases(schema, java));
  }

  /** What an extension says of each value, or of a choice between constants each of them. */
  private List<?> each(Schema<?> schema, String extension, Function<Schema<?>, String> otherwise) {
    List<?> told = list(extension(schema, extension));
    return told.isEmpty() && !document.constants(schema).isEmpty()
        ? document.variants(schema).stream().map(otherwise).toList()
        : told;
  }

  private static String valueDoc(String value) {
    return value.isBlank() || value.indexOf('`') >= 0
        ? "The value \"" + value + "\"."
        : "The value `" + value + "`.";
  }

  private void collect(Schema<?> schema, List<Object> values, Set<Schema<?>> seen) {
    Schema<?> target = document.resolved(schema);
    if (seen.add(target)) {
      values.addAll(Document.values(target));
      document.parts(target).forEach(each -> collect(each, values, seen));
      document.variants(target).forEach(each -> collect(each, values, seen));
    }
  }

  private static String literal(Object value, String java) {
    return switch (java) {
      case "String" -> Names.literal(value.toString());
      case "int" -> value.toString();
      case "long" -> value + "L";
      default -> ((Number) value).doubleValue() + "";
    };
  }

  private static List<Alias> aliases(Schema<?> schema, String java) {
    List<Alias> aliases = new ArrayList<>();
    if (extension(schema, "x-enum-aliases") instanceof Map<?, ?> map) {
      map.forEach(
          (value, words) -> {
            String literal =
                java.equals("String")
                    ? Names.literal(value.toString())
                    : value + (java.equals("long") ? "L" : "");
            aliases.add(new Alias(literals(words), literal));
          });
    }
    return aliases;
  }

  // Unions

  private UnionModel union(Types.Definition definition) {
    Schema<?> schema = document.resolved(definition.schema());
    Discriminator by = schema.getDiscriminator();
    return new UnionModel(
        definition.name(),
        doc(schema, fallback(definition)),
        by == null || by.getPropertyName() == null ? null : Names.literal(by.getPropertyName()),
        variants(definition));
  }

  List<Variant> variants(Types.Definition definition) {
    List<Variant> known = unionVariants.get(definition.name());
    if (known == null) {
      known = newVariants(definition);
      unionVariants.put(definition.name(), known);
    }
    return known;
  }

  private List<Variant> newVariants(Types.Definition definition) {
    Schema<?> schema = document.resolved(definition.schema());
    Names.Scope names = new Names.Scope(false, List.of("Raw"));
    Names.Scope constants = new Names.Scope(false, RESERVED_CONSTANTS);
    Set<String> javaTypes = new HashSet<>();
    List<Variant> variants = new ArrayList<>();
    int number = 0;
    for (Schema<?> each : alternatives(schema)) {
      number++;
      Type type = types.of(each, definition.name() + hint(each, number));
      if (!javaTypes.add(type.java())) {
        continue;
      }
      String name = names.take(variantName(type), "");
      String component = document.component(each);
      String check = type.check("each", "path");
      variants.add(
          new Variant(
              definition.name(),
              name,
              constants.take(Names.constant(name), "_"),
              "A " + Javadoc.code(type.java()) + '.',
              type.java(),
              type.shape(),
              type.copy("value"),
              check.isEmpty() ? null : check,
              type.isContainer(),
              type.kind() == Type.Kind.OBJECT,
              type.kind() == Type.Kind.UNION,
              schema.getDiscriminator() == null || component == null
                  ? List.of()
                  : values(schema, component)));
    }
    return variants;
  }

  private List<Schema<?>> alternatives(Schema<?> schema) {
    List<Schema<?>> variants = document.variants(schema);
    if (!variants.isEmpty()) {
      return variants;
    }
    List<Schema<?>> alternatives = new ArrayList<>();
    for (String type : Document.types(schema)) {
      Schema<?> one = new Schema<>();
      one.setType(type);
      one.setTypes(new LinkedHashSet<>(List.of(type)));
      switch (type) {
        case "array" -> one.setItems(schema.getItems());
        case "object" -> {
          Document.properties(schema).forEach(one::addProperty);
          one.setRequired(schema.getRequired());
          one.setAdditionalProperties(schema.getAdditionalProperties());
        }
        default -> one.setFormat(schema.getFormat());
      }
      limit(one, schema, type);
      alternatives.add(one);
    }
    return alternatives;
  }

  /** Of the limits of a schema of several types, those that are for one of them. */
  private static void limit(Schema<?> one, Schema<?> schema, String type) {
    switch (type) {
      case "array" -> {
        one.setMinItems(schema.getMinItems());
        one.setMaxItems(schema.getMaxItems());
        one.setUniqueItems(schema.getUniqueItems());
      }
      case "object" -> {
        one.setMinProperties(schema.getMinProperties());
        one.setMaxProperties(schema.getMaxProperties());
      }
      case "string" -> {
        one.setMinLength(schema.getMinLength());
        one.setMaxLength(schema.getMaxLength());
        one.setPattern(schema.getPattern());
      }
      default -> {
        one.setMinimum(schema.getMinimum());
        one.setMaximum(schema.getMaximum());
        one.setExclusiveMinimumValue(schema.getExclusiveMinimumValue());
        one.setExclusiveMaximumValue(schema.getExclusiveMaximumValue());
        one.setMultipleOf(schema.getMultipleOf());
      }
    }
  }

  private static String hint(Schema<?> schema, int number) {
    String title = schema.getTitle() == null ? "" : Names.type(schema.getTitle(), "");
    boolean good =
        !title.isEmpty()
            && title.length() <= 40
            && Character.isJavaIdentifierStart(title.charAt(0));
    return good ? title : "Option" + number;
  }

  private static String variantName(Type type) {
    return switch (type.kind()) {
      case LIST -> variantName(type.item()) + "List";
      case MAP -> variantName(type.item()) + "Map";
      default -> type.java();
    };
  }

  // Extensions

  static @Nullable Object extension(Schema<?> schema, String name) {
    return schema.getExtensions() == null ? null : schema.getExtensions().get(name);
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static List<String> literals(@Nullable Object value) {
    return list(value).stream()
        .map(each -> Names.literal(String.valueOf(each)))
        .collect(Collectors.toList());
  }
}
