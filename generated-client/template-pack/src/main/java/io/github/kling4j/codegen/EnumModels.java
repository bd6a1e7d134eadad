package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes of a schema with values what the templates need to write its class. */
final class EnumModels {
  static final List<String> RESERVED_CONSTANTS = List.of("UNRECOGNIZED", "VALUES");

  /** As Java writes whole numbers, so that a number gives back the very text. */
  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");

  private final Document document;
  private final Map<String, Model.EnumModel> enums = new LinkedHashMap<>();

  EnumModels(Document document) {
    this.document = document;
  }

  Model.EnumModel of(Types.Definition definition) {
    Model.EnumModel known = enums.get(definition.name());
    if (known == null) {
      known = newEnum(definition);
      enums.put(definition.name(), known);
    }
    return known;
  }

  private Model.EnumModel newEnum(Types.Definition definition) {
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
    Set<String> old =
        Extensions.list(Extensions.of(schema, "x-enum-deprecated")).stream()
            .map(String::valueOf)
            .collect(Collectors.toSet());
    List<?> docs = each(schema, "x-enum-descriptions", Schema::getDescription);
    Names.Scope scope = new Names.Scope(false, RESERVED_CONSTANTS);
    List<Model.Constant> constants = new ArrayList<>();
    Set<String> literals = new LinkedHashSet<>();
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i).toString();
      String literal = literal(values.get(i), java);
      if (literals.add(literal)) {
        String given = i < names.size() ? Descriptions.text(names.get(i)) : null;
        String name = scope.take(Names.constant(given == null ? value : given), "_");
        String told = i < docs.size() ? Descriptions.text(docs.get(i)) : null;
        List<String> doc = Javadoc.of(told, valueDoc(value));
        constants.add(new Model.Constant(name, literal, doc, old.contains(value)));
      }
    }
    String boxed = text ? "String" : fits ? "Integer" : whole ? "Long" : "Double";
    return new Model.EnumModel(
        definition.name(),
        Descriptions.of(schema, Descriptions.fallback(definition)),
        java,
        boxed,
        text ? "Shape.STRING" : "Shape." + boxed.toUpperCase(Locale.ROOT),
        text,
        text ? number(values) : null,
        java.equals("double"),
        text || fits,
        constants,
        aliases(schema, java));
  }

  /** Returns the type for numbers that texts are written of, or null where one is no such text. */
  private static @Nullable String number(List<Object> values) {
    boolean fits = true;
    for (Object value : values) {
      if (!WHOLE.matcher(value.toString()).matches()) {
        return null;
      }
      long number = Long.parseLong(value.toString());
      fits &= number == (int) number;
    }
    return fits ? "int" : "long";
  }

  /** What an extension says of each value, or of a choice between constants each of them. */
  private List<?> each(Schema<?> schema, String extension, Function<Schema<?>, String> otherwise) {
    List<?> told = Extensions.list(Extensions.of(schema, extension));
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

  private static List<Model.Alias> aliases(Schema<?> schema, String java) {
    List<Model.Alias> aliases = new ArrayList<>();
    if (Extensions.of(schema, "x-enum-aliases") instanceof Map<?, ?> map) {
      map.forEach(
          (value, words) -> {
            String literal =
                java.equals("String")
                    ? Names.literal(value.toString())
                    : value + (java.equals("long") ? "L" : "");
            aliases.add(new Model.Alias(Extensions.literals(words), literal));
          });
    }
    return aliases;
  }
}
