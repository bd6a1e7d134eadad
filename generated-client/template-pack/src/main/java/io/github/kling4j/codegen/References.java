package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows the references to paths, parameters, bodies and answers; what leads nowhere is null. */
final class References {
  private static final int MOST_STEPS = 8;

  private final Components components;

  References(OpenAPI api) {
    this.components = api.getComponents() == null ? new Components() : api.getComponents();
  }

  @Nullable PathItem path(PathItem item) {
    return follow(item, PathItem::get$ref, components.getPathItems(), "#/components/pathItems/");
  }

  @Nullable Parameter parameter(Parameter parameter) {
    return follow(
        parameter, Parameter::get$ref, components.getParameters(), "#/components/parameters/");
  }

  @Nullable RequestBody body(RequestBody body) {
    return follow(
        body, RequestBody::get$ref, components.getRequestBodies(), "#/components/requestBodies/");
  }

  @Nullable ApiResponse response(ApiResponse response) {
    return follow(
        response, ApiResponse::get$ref, components.getResponses(), "#/components/responses/");
  }

  private static <T> @Nullable T follow(
      T from,
      Function<T, @Nullable String> reference,
      @Nullable Map<String, T> targets,
      String folder) {
    T each = from;
    for (int i = 0; i < MOST_STEPS && each != null; i++) {
      String ref = reference.apply(each);
      if (ref == null) {
        return each;
      }
      each =
          targets != null && ref.startsWith(folder)
              ? targets.get(Document.unescaped(ref.substring(folder.length())))
              : null;
    }
    return null;
  }
}
