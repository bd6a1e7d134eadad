package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Vendor extensions of a schema. */
final class Extensions {
  private Extensions() {}

  static @Nullable Object of(Schema<?> schema, String name) {
    return schema.getExtensions() == null ? null : schema.getExtensions().get(name);
  }

  static boolean is(Schema<?> schema, String name) {
    return Boolean.TRUE.equals(of(schema, name));
  }

  static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  static List<String> literals(@Nullable Object value) {
    return list(value).stream()
        .map(each -> Names.literal(String.valueOf(each)))
        .collect(Collectors.toList());
  }
}
