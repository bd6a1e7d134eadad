package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes of a schema with properties what the templates need to write its class. */
final class ObjectModels {
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

  private static final Pattern ADDRESS =
      Pattern.compile("(?i:(.*[_-])?ur[il])|.*[a-z]U(rl|ri|RL|RI)");

  private final Document document;
  private final Types types;
  private final Models models;

  ObjectModels(Document document, Types types, Models models) {
    this.document = document;
    this.types = types;
    this.models = models;
  }

  Model.ObjectModel of(Types.Definition definition) {
    Schema<?> schema = definition.schema();
    Document.Members members = document.members(schema);
    Names.Scope scope = new Names.Scope(false, RESERVED_MEMBERS);
    Model.Entries entries = null;
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
    List<Model.Property> properties = new ArrayList<>();
    List<Model.Heir> named = new ArrayList<>();
    for (Map.Entry<String, Document.Member> member : members.properties.entrySet()) {
      String json = member.getKey();
      Model.Property property = property(definition, json, member.getValue(), members, scope);
      properties.add(property);
      if (by != null && json.equals(by.getPropertyName())) {
        String doc = Javadoc.code(json);
        heirs.forEach(
            (heir, values) ->
                named.add(new Model.Heir(definition.name(), heir, values, property.name(), doc)));
      }
    }
    String size = members.rules.forSize("size", "path");
    return new Model.ObjectModel(
        definition.name(),
        Descriptions.of(schema, Descriptions.fallback(definition)),
        properties,
        entries,
        named,
        size.isEmpty() ? null : size);
  }

  private static Model.Entries entries(Type type) {
    String check = type.check("each", "at");
    String java = type.nullable() ? "@Nullable " + type.java() : type.java();
    String shape = type.nullable() ? "Shape.orNull(" + type.shape() + ')' : type.shape();
    String orNull = type.isContainer() && type.nullable() ? "value == null ? null : " : "";
    String copy = orNull + type.copy("value");
    return new Model.Entries(java, type.java(), shape, copy, check.isEmpty() ? null : check);
  }

  private Model.Property property(
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
    boolean readOnly =
        Descriptions.is(schema.getReadOnly()) || Descriptions.is(target.getReadOnly());
    boolean writeOnly =
        Descriptions.is(schema.getWriteOnly()) || Descriptions.is(target.getWriteOnly());
    boolean required = members.required.contains(json);
    String name = scope.take(Names.member(json), "_");
    String check = type.check("this." + name, type.isContainer() ? "at" : at(json));
    return new Model.Property(
        definition.name(),
        Names.literal(json),
        name,
        type.java(),
        type.shape(),
        Descriptions.ofProperty(schema, target, json, readOnly, writeOnly),
        !required || writeOnly || type.nullable(),
        required && !readOnly && !type.nullable(),
        required && !readOnly && type.nullable(),
        required && !readOnly && !type.nullable(),
        !required && !readOnly && !type.nullable() && Extensions.is(schema, "x-required"),
        Descriptions.is(schema.getDeprecated()),
        type.kind() == Type.Kind.TEXT && isSigned(schema, json),
        type.isContainer() ? name + " == null ? null : " + type.copy(name) : name,
        type.isContainer(),
        check.isEmpty() ? null : check,
        Extensions.literals(Extensions.of(schema, "x-aliases")),
        models.overloads(type));
  }

  /** Where the document does not say, an address is taken for one that may be signed. */
  private static boolean isSigned(Schema<?> schema, String json) {
    return Extensions.of(schema, "x-signed") instanceof Boolean told
        ? told
        : "uri".equals(schema.getFormat()) || ADDRESS.matcher(json).matches();
  }

  private static String at(String json) {
    return "Limits.at(path, " + Names.literal(json) + ')';
  }

  private Map<String, List<String>> heirs(Types.Definition definition) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    String component = Objects.requireNonNull(definition.component());
    Stream.concat(
            document.heirs(component).stream(),
            Discriminators.mapped(definition.schema()).keySet().stream())
        .forEach(each -> named.putIfAbsent(each, Discriminators.values(definition.schema(), each)));
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
}
