package io.github.kling4j.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The contract that the module is generated from, and the like of it that stays, as trees. */
final class Document {
  static final Path FILE = Project.DIR.resolve("../api-spec/kling.yaml").normalize();
  static final JsonNode CONTRACT = read(FILE);
  static final JsonNode VIDEOS = read(Project.DIR.resolve("src/test/openapi/videos.yaml"));

  private Document() {}

  static JsonNode read(Path file) {
    try {
      return new YAMLMapper().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the class that was generated for a schema of the contract. */
  static Class<Object> model(String schema) {
    return model("io.github.kling4j.model", schema);
  }

  /** Returns the class that was generated for a schema of some document. */
  static Class<Object> model(String inPackage, String schema) {
    try {
      @SuppressWarnings("unchecked")
      Class<Object> model = (Class<Object>) Class.forName(inPackage + '.' + schema);
      return model;
    } catch (ClassNotFoundException e) {
      throw new AssertionError("No class was generated for the schema " + schema, e);
    }
  }
}
