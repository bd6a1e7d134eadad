package io.github.kling4j.codegen.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.kling4j.codegen.drift.ProjectCopy.Outcome;
import io.github.kling4j.spec.Contract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** However an OpenAPI document says it, it is the same. */
final class DocumentFormsTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonNode CHANGE =
      Contract.tree(
          """
          request:
            properties:
              prompt: {maxLength: 2500}
              fade: {type: string, maxLength: 20, description: How it ends.}
              music:
                type: object
                description: Music.
                properties: {title: {type: string}, gain: {type: number}}
          answer:
            properties:
              data: {properties: {progress: {type: integer, description: Per cent.}}}
          """);

  private static final RelayDocument USUAL = RelayDocument.of(Upstream.document(CHANGE));

  @TempDir private static Path shared;
  private static ProjectCopy plain;
  private static List<String> expected;

  static Stream<Arguments> forms() {
    return Stream.of(
        arguments("3.1", version("3.1.0")),
        arguments("3.1 with lists of types", each("3.1.0", DocumentFormsTest::typeAsList)),
        arguments("3.1 with null among the types", each("3.1.0", DocumentFormsTest::orNullType)),
        arguments("3.1 with a choice of null", each("3.1.0", DocumentFormsTest::anyOfNull)),
        arguments("3.1 with one constant a choice", each("3.1.0", DocumentFormsTest::constants)),
        arguments("3.0 with nullable", each("3.0.3", DocumentFormsTest::nullable)),
        arguments("references to named schemas", (UnaryOperator<ObjectNode>) Named::of),
        arguments("allOf with one part", each("3.0.3", DocumentFormsTest::allOfOne)),
        arguments("allOf of two halves", (UnaryOperator<ObjectNode>) DocumentFormsTest::halves));
  }

  /** The usual form, applied once for all others. */
  @BeforeAll
  static void applyTheUsualForm() throws Exception {
    plain = ProjectCopy.in(shared);
    expected = heads(plain.drift(USUAL.yaml(), "--json"));
    assertThat(expected).hasSize(4);
    assertThat(plain.drift(USUAL.yaml(), "--apply").exit()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void anotherFormOfADocumentSaysTheSame(
      String form, UnaryOperator<ObjectNode> change, @TempDir Path folder) throws Exception {
    RelayDocument other = USUAL.changed(change);
    assertThat(other.json()).as("the form").isNotEqualTo(USUAL.json());
    ProjectCopy project = ProjectCopy.in(folder);

    assertThat(heads(project.drift(other.json(), "--json"))).as(form).isEqualTo(expected);
    assertThat(heads(project.drift(other.yaml(), "--json"))).as(form).isEqualTo(expected);
    assertThat(project.drift(other.json(), "--apply").exit()).as(form).isZero();
    assertThat(project.drift(USUAL.yaml())).as(form).isEqualTo(new Outcome(0, "", ""));
    assertThat(plain.drift(other.yaml())).as(form).isEqualTo(new Outcome(0, "", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void aDocumentOfTodayHasNothingNew(
      String form, UnaryOperator<ObjectNode> change, @TempDir Path folder) throws Exception {
    ProjectCopy project = ProjectCopy.in(folder);
    SortedMap<String, String> before = project.files();
    RelayDocument document = RelayDocument.of(Upstream.document(Contract.tree("{}")));

    for (String text : List.of(document.yaml(), document.changed(change).json())) {
      assertThat(project.drift(text)).as(form).isEqualTo(new Outcome(0, "", ""));
      assertThat(project.drift(text, "--apply").exit()).as(form).isZero();
    }
    assertThat(project.files()).isEqualTo(before);
  }

  private static List<String> heads(Outcome outcome) {
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(1);
    return Report.ofJson(outcome.out()).stream().map(DriftCase.Expected::head).toList();
  }

  private static UnaryOperator<ObjectNode> version(String version) {
    return root -> root.put("openapi", version);
  }

  /** Changes each property that is not required, from the inside out. */
  private static UnaryOperator<ObjectNode> each(String version, UnaryOperator<ObjectNode> change) {
    return root -> {
      walk(root.get("paths"), change);
      return root.put("openapi", version);
    };
  }

  private static void walk(JsonNode node, UnaryOperator<ObjectNode> change) {
    for (JsonNode child : node) {
      walk(child, change);
    }
    if (node.get("properties") instanceof ObjectNode properties) {
      for (String name : List.copyOf(properties.propertyNames())) {
        properties.set(name, change.apply((ObjectNode) properties.get(name)));
      }
    }
  }

  private static ObjectNode typeAsList(ObjectNode schema) {
    schema.set("type", NODES.arrayNode().add(schema.get("type")));
    return schema;
  }

  private static ObjectNode orNullType(ObjectNode schema) {
    schema.set("type", NODES.arrayNode().add(schema.get("type")).add("null"));
    if (schema.get("enum") instanceof ArrayNode values) {
      values.addNull();
    }
    return schema;
  }

  private static ObjectNode anyOfNull(ObjectNode schema) {
    ObjectNode either = NODES.objectNode();
    for (String outside : List.of("description", "default")) {
      if (schema.has(outside)) {
        either.set(outside, schema.remove(outside));
      }
    }
    either.putArray("anyOf").add(schema).addObject().put("type", "null");
    return either;
  }

  private static ObjectNode constants(ObjectNode schema) {
    if (schema.remove("enum") instanceof ArrayNode values) {
      ArrayNode choices = schema.putArray("oneOf");
      for (JsonNode value : values) {
        choices.addObject().put("title", "one").set("const", value);
      }
    }
    return schema;
  }

  private static ObjectNode nullable(ObjectNode schema) {
    return schema.put("nullable", true);
  }

  private static ObjectNode allOfOne(ObjectNode schema) {
    ObjectNode outer = NODES.objectNode();
    outer.putArray("allOf").add(schema);
    return outer;
  }

  /** The request's first properties in one schema, and the others beside a reference to it. */
  private static ObjectNode halves(ObjectNode root) {
    ObjectNode media =
        (ObjectNode)
            root.at(
                "/paths/~1kling~1v1~1videos~1text2video/post/requestBody/content/application~1json");
    ObjectNode rest = (ObjectNode) media.get("schema");
    ObjectNode first = NODES.objectNode().put("type", "object");
    ObjectNode properties = first.putObject("properties");
    for (String name : List.of("model_name", "prompt", "negative_prompt")) {
      properties.set(name, ((ObjectNode) rest.get("properties")).remove(name));
    }
    first.set("required", rest.remove("required"));
    ((ObjectNode) root.at("/components/schemas")).set("First", first);
    ArrayNode both = media.putObject("schema").putArray("allOf");
    both.addObject().put("$ref", "#/components/schemas/First");
    both.add(rest);
    return root;
  }

  /** Gives every schema that has properties or values a name of its own. */
  private static final class Named {
    private final ObjectNode schemas;

    private Named(ObjectNode schemas) {
      this.schemas = schemas;
    }

    static ObjectNode of(ObjectNode root) {
      new Named((ObjectNode) root.at("/components/schemas")).walk(root.get("paths"));
      return root;
    }

    private void walk(JsonNode node) {
      List<String> names = node.isObject() ? List.copyOf(node.propertyNames()) : new ArrayList<>();
      for (String name : names) {
        JsonNode child = node.get(name);
        walk(child);
        if (!name.equals("properties") && (child.has("properties") || child.has("enum"))) {
          String schema = "S" + schemas.size();
          schemas.set(schema, child);
          ((ObjectNode) node).putObject(name).put("$ref", "#/components/schemas/" + schema);
        }
      }
      if (node.isArray()) {
        node.forEach(this::walk);
      }
    }
  }
}
