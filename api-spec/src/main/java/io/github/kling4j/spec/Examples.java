package io.github.kling4j.spec;

import static io.github.kling4j.spec.ContractWalker.child;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The values that stand in a contract as examples and defaults, each with its schema. */
public final class Examples implements ContractWalker.Visitor {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30());

  /**
   * A value at a place, and the schema that describes it.
   *
   * @param where its place
   * @param value the value
   * @param schema its schema, which may refer to those of the components
   */
  public record Example(String where, JsonNode value, JsonNode schema) {
    @Override
    public String toString() {
      return where;
    }
  }

  private final List<Example> conforming = new ArrayList<>();
  private final List<Example> nonconforming = new ArrayList<>();

  private Examples() {}

  private static Examples in(Contract contract) {
    Examples examples = new Examples();
    ContractWalker.walk(contract, examples);
    return examples;
  }

  /**
   * Finds all examples and defaults, of bodies, parameters, schemas and properties.
   *
   * @param contract the contract
   * @return all of them
   */
  public static List<Example> conforming(Contract contract) {
    return in(contract).conforming;
  }

  /**
   * Finds the bodies that servers are known to send though their schema doesn't allow them.
   *
   * @param contract the contract
   * @return all of them
   */
  public static List<Example> nonconforming(Contract contract) {
    return in(contract).nonconforming;
  }

  /**
   * Checks an example.
   *
   * @param contract the contract that its schema belongs to
   * @param example the example
   * @return what is wrong with it; nothing if its schema allows it
   */
  public static List<String> breaches(Contract contract, Example example) {
    ObjectNode schema = (ObjectNode) example.schema().deepCopy();
    schema.set("components", child(contract.root(), "components"));
    Schema compiled = REGISTRY.getSchema(schema);
    return compiled.validate(example.value()).stream().map(Error::toString).toList();
  }

  @Override
  public void mediaType(String where, JsonNode mediaType) {
    examplesOf(where, mediaType, child(mediaType, "schema"));
    child(mediaType, "x-nonconforming-examples")
        .forEachEntry(
            (name, example) ->
                nonconforming.add(
                    new Example(
                        where + "." + name, child(example, "value"), child(mediaType, "schema"))));
  }

  @Override
  public void parameter(String where, JsonNode parameter) {
    examplesOf(where, parameter, child(parameter, "schema"));
  }

  @Override
  public void schema(String where, JsonNode schema, boolean named) {
    examplesOf(where, schema, schema);
    if (schema.has("default")) {
      conforming.add(new Example(where + ".default", schema.get("default"), schema));
    }
  }

  private void examplesOf(String where, JsonNode node, JsonNode schema) {
    if (node.has("example")) {
      conforming.add(new Example(where + ".example", node.get("example"), schema));
    }
    child(node, "examples")
        .forEachEntry(
            (name, example) ->
                conforming.add(new Example(where + "." + name, child(example, "value"), schema)));
  }
}
