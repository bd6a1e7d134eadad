package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of one operation and the arguments that fill its places. */
final class PathParameters {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}/]+)\\}");

  private final OneOperation one;
  private final String address;
  private final List<Api.Argument> arguments = new ArrayList<>();
  private final List<Api.Argument> typed = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final Map<String, String> fillings = new LinkedHashMap<>();

  PathParameters(OneOperation one, List<Parameter> parameters, Names.Scope names) {
    this.one = one;
    Map<String, String> places = new LinkedHashMap<>();
    this.address = relative(withPlaces(withoutPlacesInQuery(parameters), places));
    places.forEach((raw, place) -> add(raw, place, described(raw, parameters), names));
    for (Parameter each : parameters) {
      if ("path".equals(each.getIn()) && !places.containsKey(each.getName())) {
        one.warn("the path has no place for the parameter " + each.getName() + "; it is left out");
      }
    }
  }

  /** Returns what stands in Retrofit's annotation: relative, with places that Retrofit takes. */
  String address() {
    return address;
  }

  /** Returns the expression of the address with the arguments in it, or of its literal. */
  String expression() {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(address);
    int from = 0;
    while (matcher.find()) {
      pieces.add(Names.literal(address.substring(from, matcher.start())));
      pieces.add(fillings.getOrDefault(matcher.group(1), ""));
      from = matcher.end();
    }
    pieces.add(Names.literal(address.substring(from)));
    if (pieces.size() > 1) {
      pieces.removeIf("\"\""::equals);
    }
    return String.join(" + ", pieces);
  }

  /** Returns what Retrofit's method takes: texts, where Retrofit cannot write the type itself. */
  List<Api.Argument> arguments() {
    return arguments;
  }

  /** Returns what the caller's method takes. */
  List<Api.Argument> typed() {
    return typed;
  }

  /** Returns the expressions that make the former of the latter. */
  List<String> values() {
    return values;
  }

  /** Retrofit fills no place in a query; what is described as a query parameter needs none. */
  private String withoutPlacesInQuery(List<Parameter> parameters) {
    int question = one.path.indexOf('?');
    if (question < 0 || !PLACEHOLDER.matcher(one.path.substring(question)).find()) {
      return one.path;
    }
    List<String> pairs = new ArrayList<>();
    for (String pair : one.path.substring(question + 1).split("&", -1)) {
      Matcher matcher = PLACEHOLDER.matcher(pair);
      if (!matcher.find()) {
        pairs.add(pair);
      } else if (parameters.stream()
          .noneMatch(
              each -> "query".equals(each.getIn()) && matcher.group(1).equals(each.getName()))) {
        one.warn("Retrofit fills no place in a query; " + pair + " is left out of the path");
      }
    }
    return one.path.substring(0, question) + (pairs.isEmpty() ? "" : '?' + String.join("&", pairs));
  }

  private static String withPlaces(String path, Map<String, String> places) {
    Names.Scope names = new Names.Scope(false, List.of());
    Matcher matcher = PLACEHOLDER.matcher(path);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String place = places.computeIfAbsent(matcher.group(1), raw -> names.take(place(raw), ""));
      matcher.appendReplacement(text, Matcher.quoteReplacement('{' + place + '}'));
    }
    return matcher.appendTail(text).toString();
  }

  /** Retrofit takes few names for a place. */
  private static String place(String raw) {
    return raw.matches("[a-zA-Z][a-zA-Z0-9_-]*")
        ? raw
        : "p_" + raw.replaceAll("[^a-zA-Z0-9_-]", "_");
  }

  private @Nullable Parameter described(String raw, List<Parameter> parameters) {
    for (Parameter each : parameters) {
      if ("path".equals(each.getIn()) && raw.equals(each.getName())) {
        return each;
      }
    }
    one.warn("the path parameter " + raw + " is not described; it is taken as a string");
    return null;
  }

  /**
   * Returns an address that no colon makes an absolute one: {@code a:b} would name a scheme.
   * Retrofit refuses {@code ./} beside a place, so it gets a tab, which addresses are read without.
   */
  private String relative(String address) {
    int fragment = address.indexOf('#');
    if (fragment >= 0) {
      one.warn("the fragment of the path is never sent");
    }
    String relative = fragment < 0 ? address : address.substring(0, fragment);
    while (relative.startsWith("/")) {
      relative = relative.substring(1);
    }
    String first = relative.split("[/?]", 2)[0];
    if (!first.isEmpty() && !first.matches(".*[:{].*")) {
      return relative;
    }
    return (relative.contains("{") ? ".\t/" : "./") + relative;
  }

  private void add(String raw, String place, @Nullable Parameter parameter, Names.Scope names) {
    Type type = type(raw, parameter);
    String name = names.take(Names.member(raw), "_");
    String doc =
        Javadoc.line(
            parameter == null ? null : parameter.getDescription(),
            "the parameter " + Javadoc.escaped(raw));
    String style = style(parameter);
    String literal = Names.literal(place);
    boolean plain = style.equals("SIMPLE") && isPlain(type);
    fillings.put(place, "DirectCalls.path(" + literal + ", " + name + ", " + !plain + ')');
    if (plain) {
      Api.Argument argument = new Api.Argument("@Path(" + literal + ')', type.java(), name, doc);
      arguments.add(argument);
      typed.add(argument);
      values.add(name);
      return;
    }
    String annotation = "@Path(value = " + literal + ", encoded = true)";
    String encoded = doc + " As it stands in the address, encoded.";
    arguments.add(new Api.Argument(annotation, "String", name, encoded));
    typed.add(new Api.Argument("", type.java(), name, doc));
    values.add(
        "Parameters.path("
            + Names.literal(raw)
            + ", "
            + name
            + ", Parameters.Style."
            + style
            + ')');
  }

  private Type type(String raw, @Nullable Parameter parameter) {
    Schema<?> schema = parameter == null ? null : Described.schema(parameter);
    return schema == null
        ? Type.of(Type.Kind.TEXT, Rules.NONE)
        : one.types.of(schema, one.hint + Names.type(raw, ""));
  }

  /** Tells whether Retrofit writes a type as OpenAPI has it. */
  private static boolean isPlain(Type type) {
    return switch (type.kind()) {
      case TEXT, INTEGER, LONG, FLAG, ENUM, UUID, DATE -> true;
      default -> false;
    };
  }

  private static String style(@Nullable Parameter parameter) {
    if (parameter == null) {
      return "SIMPLE";
    }
    if (Described.isJson(parameter)) {
      return "JSON";
    }
    String style = parameter.getStyle() == null ? "simple" : parameter.getStyle().toString();
    boolean explode = Boolean.TRUE.equals(parameter.getExplode());
    return style.toUpperCase(Locale.ROOT) + (explode ? "_EXPLODED" : "");
  }
}
