package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters that a path and an operation describe. */
final class Described {
  private Described() {}

  /** Returns the parameters of an operation, which come before those of its path. */
  static List<Parameter> parameters(OneOperation one) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    collect(one, one.item.getParameters(), parameters);
    collect(one, one.operation.getParameters(), parameters);
    parameters.values().forEach(each -> warnOfPlace(one, each));
    return new ArrayList<>(parameters.values());
  }

  private static void collect(
      OneOperation one, @Nullable List<Parameter> described, Map<String, Parameter> parameters) {
    for (Parameter each : described == null ? List.<Parameter>of() : described) {
      Parameter parameter = one.references.parameter(each);
      if (parameter == null) {
        one.warn("the parameter " + each.get$ref() + " is nowhere in the document; it is left out");
      } else if (parameter.getName() != null && parameter.getIn() != null) {
        parameters.put(parameter.getIn() + ' ' + parameter.getName(), parameter);
      }
    }
  }

  private static void warnOfPlace(OneOperation one, Parameter parameter) {
    switch (parameter.getIn()) {
      case "path", "query", "header" -> {}
      case "cookie" ->
          one.warn(
              "Retrofit has no cookie parameters; "
                  + parameter.getName()
                  + " is left out: send it from a CookieJar or an interceptor");
      default ->
          one.warn(
              "a parameter in " + parameter.getIn() + ", " + parameter.getName() + ", is left out");
    }
  }

  static @Nullable Schema<?> schema(Parameter parameter) {
    if (parameter.getSchema() != null) {
      return parameter.getSchema();
    }
    Content content = parameter.getContent();
    return content == null || content.isEmpty()
        ? null
        : content.values().iterator().next().getSchema();
  }

  /** Tells whether a parameter travels as JSON. */
  static boolean isJson(Parameter parameter) {
    return parameter.getSchema() == null
        && parameter.getContent() != null
        && parameter.getContent().keySet().stream()
            .allMatch(each -> MediaTypes.of(each) == MediaTypes.JSON);
  }
}
