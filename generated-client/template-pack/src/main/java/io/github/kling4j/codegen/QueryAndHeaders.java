package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The classes that hold the query parameters and the header parameters of one operation. */
final class QueryAndHeaders {
  private final OneOperation one;

  QueryAndHeaders(OneOperation one) {
    this.one = one;
  }

  Api.@Nullable Argument query(List<Parameter> parameters) {
    List<Parameter> inside =
        parameters.stream().filter(each -> "query".equals(each.getIn())).toList();
    return inside.isEmpty()
        ? null
        : new Api.Argument(
            "@QueryMap(encoded = true)", bag(inside, true), "query", "what goes into the address");
  }

  Api.@Nullable Argument headers(List<Parameter> parameters) {
    List<Parameter> inside =
        parameters.stream()
            .filter(each -> "header".equals(each.getIn()))
            .filter(this::isOwnHeader)
            .toList();
    return inside.isEmpty()
        ? null
        : new Api.Argument(
            "@HeaderMap", bag(inside, false), "headers", "what goes into the headers");
  }

  private String bag(List<Parameter> inside, boolean query) {
    Names.Scope methods = new Names.Scope(false, Styles.RESERVED_METHODS);
    List<Api.Item> items = new ArrayList<>();
    List<String> required = new ArrayList<>();
    for (Parameter each : inside) {
      items.add(item(each, query, methods));
      if (Boolean.TRUE.equals(each.getRequired())) {
        required.add(Names.literal(each.getName()));
      }
    }
    String name = one.nested(query ? "Query" : "Headers");
    one.group.bags.add(new Api.Bag(name, one.name, query, !query, false, false, items, required));
    one.needsParameters();
    return name;
  }

  private Api.Item item(Parameter parameter, boolean query, Names.Scope methods) {
    Schema<?> schema = Described.schema(parameter);
    Type type = one.types.of(schema, one.hint + Names.type(parameter.getName(), ""));
    String description = parameter.getDescription();
    List<String> doc =
        new ArrayList<>(
            Javadoc.of(
                description, "The parameter `" + parameter.getName().replace('`', '\'') + "`."));
    if (schema != null) {
      Descriptions.addDefault(doc, description, one.document.resolved(schema).getDefault());
    }
    return new Api.Item(
        Names.literal(parameter.getName()),
        methods.take(Names.member(parameter.getName()), "_"),
        type.java(),
        doc,
        query ? queryStyle(parameter) : headerStyle(parameter),
        false,
        false,
        null,
        Boolean.TRUE.equals(parameter.getDeprecated()),
        one.models.overloads(type));
  }

  private boolean isOwnHeader(Parameter parameter) {
    boolean ignored =
        List.of("accept", "content-type", "authorization")
            .contains(parameter.getName().toLowerCase(Locale.ROOT));
    if (ignored) {
      one.warn(
          "OpenAPI ignores a header parameter named " + parameter.getName() + "; it is left out");
    }
    return !ignored;
  }

  private static String headerStyle(Parameter parameter) {
    if (Described.isJson(parameter)) {
      return "JSON";
    }
    return Boolean.TRUE.equals(parameter.getExplode()) ? "SIMPLE_EXPLODED" : "SIMPLE";
  }

  private String queryStyle(Parameter parameter) {
    if (Described.isJson(parameter)) {
      return "JSON";
    }
    String style = parameter.getStyle() == null ? "form" : parameter.getStyle().toString();
    boolean explode =
        parameter.getExplode() == null ? style.equals("form") : parameter.getExplode();
    boolean reserved = Boolean.TRUE.equals(parameter.getAllowReserved());
    String constant = Styles.of(style, explode);
    if (reserved && constant.startsWith("FORM")) {
      return constant + "_RESERVED";
    }
    if (reserved) {
      one.warn(
          "reserved characters of "
              + parameter.getName()
              + " are encoded: its style knows no other way");
    }
    return constant;
  }
}
