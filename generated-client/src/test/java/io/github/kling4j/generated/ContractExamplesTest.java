package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kling4j.api.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the contract itself, of every body and of every schema. */
final class ContractExamplesTest {
  private static final String SCHEMAS = "#/components/schemas/";

  static List<Arguments> examples() {
    return collect("examples");
  }

  static List<Arguments> nonconformingExamples() {
    return collect("x-nonconforming-examples");
  }

  static Stream<Arguments> schemaExamples() {
    return fields(Document.CONTRACT.at("/components/schemas"))
        .filter(schema -> schema.getValue().has("example"))
        .map(schema -> Arguments.of(schema.getKey(), "example", schema.getValue().get("example")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource({"examples", "schemaExamples"})
  void anExampleIsWrittenAsItWasRead(String schema, String name, JsonNode example) {
    Json.assertSameTree(
        Json.throughModel(Document.model(schema), example.toString()),
        withoutNull(example.toString(), "\"code\":null"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("nonconformingExamples")
  void anExampleOfAnotherShapeIsReadAndWrittenAgainWithoutChange(
      String schema, String name, JsonNode example) {
    String written = Json.throughModel(Document.model(schema), example.toString());

    assertThat(Json.throughModel(Document.model(schema), written)).isEqualTo(written);
  }

  @Test
  void theDocumentsVersionIsKnown() {
    assertThat(Contract.VERSION).isEqualTo(Document.CONTRACT.at("/info/version").textValue());
    assertThat(Contract.TITLE).isEqualTo(Document.CONTRACT.at("/info/title").textValue());
  }

  /**
   * A null where the contract knows the name reads as absent, and what is absent is not written.
   */
  private static String withoutNull(String json, String member) {
    return json.replace("," + member, "");
  }

  private static List<Arguments> collect(String key) {
    List<Arguments> found = new ArrayList<>();
    for (JsonNode content : Document.CONTRACT.findValues("application/json")) {
      String schema = content.at("/schema/$ref").textValue().substring(SCHEMAS.length());
      fields(content.path(key))
          .map(each -> Arguments.of(schema, each.getKey(), each.getValue().get("value")))
          .forEach(found::add);
    }
    return found;
  }

  private static Stream<Map.Entry<String, JsonNode>> fields(JsonNode node) {
    return node.properties().stream();
  }
}
