package io.github.kling4j.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An OpenAPI document as it was written, with every key in the place where its author put it. */
public final class Contract {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String text;
  private final JsonNode root;

  private Contract(String text) {
    this.text = text;
    this.root = YAML.readTree(text);
  }

  /**
   * Reads a document.
   *
   * @param yaml its text
   * @return the document
   */
  public static Contract of(String yaml) {
    return new Contract(yaml);
  }

  /**
   * Reads a document.
   *
   * @param file its file, in UTF-8
   * @return the document
   * @throws IOException if the file can't be read
   */
  public static Contract read(Path file) throws IOException {
    return new Contract(Files.readString(file));
  }

  /**
   * Reads YAML that is no document by itself.
   *
   * @param yaml the text
   * @return what it says
   */
  public static JsonNode tree(String yaml) {
    return YAML.readTree(yaml);
  }

  /**
   * Returns the text that was read.
   *
   * @return the text, unchanged
   */
  public String text() {
    return text;
  }

  /**
   * Returns the document as a tree.
   *
   * @return its root
   */
  public JsonNode root() {
    return root;
  }

  /**
   * Returns a schema of the components.
   *
   * @param name its name
   * @return the schema
   * @throws IllegalArgumentException if there is none of this name
   */
  public JsonNode schema(String name) {
    JsonNode schema = root.at("/components/schemas").get(name);
    if (schema == null) {
      throw new IllegalArgumentException("no schema " + name);
    }
    return schema;
  }

  /**
   * Follows a reference within this document.
   *
   * @param node what may be a reference
   * @return what it leads to, or {@code node} itself if it is none
   * @throws IllegalArgumentException if it leads to nothing
   */
  public JsonNode resolve(JsonNode node) {
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

  /**
   * Looks up a reference.
   *
   * @param reference such as {@code #/components/schemas/Task}
   * @return what it leads to, or a missing node
   */
  public JsonNode target(String reference) {
    return reference.startsWith("#/") ? root.at(reference.substring(1)) : root.at("/no/other/file");
  }
}
