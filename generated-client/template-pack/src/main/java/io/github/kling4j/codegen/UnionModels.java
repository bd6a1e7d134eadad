package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes of a choice between schemas what the templates need to write its class. */
final class UnionModels {
  private final Document document;
  private final Types types;
  private final Map<String, List<Model.Variant>> made = new LinkedHashMap<>();

  UnionModels(Document document, Types types) {
    this.document = document;
    this.types = types;
  }

  Model.UnionModel of(Types.Definition definition) {
    Schema<?> schema = document.resolved(definition.schema());
    Discriminator by = schema.getDiscriminator();
    return new Model.UnionModel(
        definition.name(),
        Descriptions.of(schema, Descriptions.fallback(definition)),
        by == null || by.getPropertyName() == null ? null : Names.literal(by.getPropertyName()),
        variants(definition));
  }

  List<Model.Variant> variants(Types.Definition definition) {
    List<Model.Variant> known = made.get(definition.name());
    if (known == null) {
      known = newVariants(definition);
      made.put(definition.name(), known);
    }
    return known;
  }

  private List<Model.Variant> newVariants(Types.Definition definition) {
    Schema<?> schema = document.resolved(definition.schema());
    Names.Scope names = new Names.Scope(false, List.of("Raw"));
    Names.Scope constants = new Names.Scope(false, EnumModels.RESERVED_CONSTANTS);
    Set<String> javaTypes = new HashSet<>();
    List<Model.Variant> variants = new ArrayList<>();
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
          new Model.Variant(
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
                  : Discriminators.values(schema, component)));
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
}
