package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which values of a discriminator name which schema. */
final class Discriminators {
  private Discriminators() {}

  /** Returns a discriminator's mapping, from component to values. */
  static Map<String, List<String>> mapped(Schema<?> schema) {
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

  static List<String> values(Schema<?> schema, String component) {
    return mapped(schema).getOrDefault(component, List.of(Names.literal(component)));
  }
}
