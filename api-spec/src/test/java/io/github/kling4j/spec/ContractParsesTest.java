package io.github.kling4j.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

final class ContractParsesTest {
  @Test
  void theContractParsesWithoutAMessage() {
    assertThat(parse(Contracts.current()).getMessages()).isEmpty();
  }

  @Test
  void theReleasedContractParsesWithoutAMessage() {
    assertThat(parse(Contracts.released()).getMessages()).isEmpty();
  }

  @Test
  void aMisspeltKeyIsReported() {
    Contract broken = edited("operationId: getTextToVideo", "operationid: getTextToVideo");

    assertThat(parse(broken).getMessages())
        .singleElement()
        .asString()
        .contains("operationid is unexpected");
  }

  @Test
  void aKeyGivenTwiceIsReported() {
    String text = Contracts.current().text();
    String twice = text.replace("  title: Kling", "  title: Other\n  title: Kling");

    assertThat(twice).isNotEqualTo(text);
    assertThatThrownBy(() -> Contract.of(twice))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("title");
  }

  /** YAML 1.1 reads a bare {@code on} as a boolean, 1.2 as a string; the generator reads 1.1. */
  @Test
  void enumsReadTheSameInBothVersionsOfYaml() {
    assertThat(differingEnums(Contracts.current())).isEmpty();
  }

  @Test
  void anEnumThatReadsDifferentlyIsSeen() {
    Contract broken = edited("enum:\n        - 'on'", "enum:\n        - on");

    assertThat(differingEnums(broken)).contains("Sound");
  }

  @Test
  void theContractIsAResourceOfTheJar() throws IOException {
    try (InputStream resource =
        ContractParsesTest.class.getResourceAsStream("/io/github/kling4j/kling.yaml")) {
      assertThat(resource).isNotNull();
      assertThat(new String(resource.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(Contracts.current().text());
    }
  }

  private static Contract edited(String from, String to) {
    String text = Contracts.current().text();
    assertThat(text).contains(from);
    return Contract.of(text.replace(from, to));
  }

  private static SwaggerParseResult parse(Contract contract) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    return new OpenAPIV3Parser().readContents(contract.text(), List.of(), options);
  }

  private static List<String> differingEnums(Contract contract) {
    List<String> differing = new ArrayList<>();
    parse(contract)
        .getOpenAPI()
        .getComponents()
        .getSchemas()
        .forEach(
            (name, schema) -> {
              List<String> written = new ArrayList<>();
              for (JsonNode value : ContractWalker.child(contract.schema(name), "enum")) {
                written.add(value.asString());
              }
              List<String> read = new ArrayList<>();
              List<?> values = schema.getEnum() == null ? List.of() : schema.getEnum();
              values.forEach(value -> read.add(String.valueOf(value)));
              if (!read.equals(written)) {
                differing.add(name);
              }
            });
    return differing;
  }
}
