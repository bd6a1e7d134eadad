package io.github.kling4j.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An OpenAPI document as it was written, with every key in the place where its author put it. */
final class Contract {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String text;
  private final JsonNode root;

  private Contract(String text) {
    this.text = text;
    this.root = YAML.readTree(text);
  }

  /** Reads the contract as it stands now. */
  static Contract current() {
    return read("kling.yaml");
  }

  /** Reads the contract of the last release. */
  static Contract released() {
    return read("released/kling.yaml");
  }

  static Contract of(String yaml) {
    return new Contract(yaml);
  }

  private static Contract read(String name) {
    Path file = Path.of(System.getProperty("basedir", ".")).resolve(name);
    try {
      return new Contract(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(String yaml) {
    return YAML.readTree(yaml);
  }

  String text() {
    return text;
  }

  JsonNode root() {
    return root;
  }

  JsonNode schema(String name) {
    JsonNode schema = root.at("/components/schemas").get(name);
    if (schema == null) {
      throw new IllegalArgumentException("no schema " + name);
    }
    return schema;
  }

  /** Follows {@code node}'s reference within this document, if it is one. */
  JsonNode resolve(JsonNode node) {
    JsonNode ref = node.get("$ref");
    if (ref == null) {
      return node;
    }
    JsonNode target = target(ref.asString());
    if (target.isMissingNode()) {
      throw new IllegalArgumentException("nothing at " + ref);
    }
    return target;
  }

  /** Returns what {@code reference} leads to, or a missing node. */
  JsonNode target(String reference) {
    return reference.startsWith("#/") ? root.at(reference.substring(1)) : root.at("/no/other/file");
  }
}
