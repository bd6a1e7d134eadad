package io.github.kling4j.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The contract that the module is generated from, as a tree. */
final class Document {
  static final Path FILE = Project.DIR.resolve("../api-spec/kling.yaml").normalize();
  static final JsonNode CONTRACT = read(FILE);

  private Document() {}

  static JsonNode read(Path file) {
    try {
      return new YAMLMapper().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the generated class of a schema. */
  static Class<Object> model(String schema) {
    try {
      @SuppressWarnings("unchecked")
      Class<Object> model = (Class<Object>) Class.forName("io.github.kling4j.model." + schema);
      return model;
    } catch (ClassNotFoundException e) {
      throw new AssertionError("No class was generated for the schema " + schema, e);
    }
  }
}
