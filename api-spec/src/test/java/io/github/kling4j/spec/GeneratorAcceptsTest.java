package io.github.kling4j.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openapitools.codegen.validation.ValidationResult;
import org.openapitools.codegen.validations.oas.OpenApiEvaluator;
import org.openapitools.codegen.validations.oas.RuleConfiguration;

/**
 * What the generator thinks of the contract. Its Maven goal, which runs in this build too, keeps
 * its recommendations to itself; these are what {@code validate --recommend} would say.
 */
final class GeneratorAcceptsTest {
  @Test
  void theContractHasNeitherErrorsNorWarningsNorRecommendations() {
    assertThat(complaints(Contracts.current())).isEmpty();
  }

  @Test
  void aSchemaThatNothingUsesIsARecommendation() {
    String text = Contracts.current().text();
    String schemas = "\n  schemas:\n";
    Contract broken =
        Contract.of(
            text.replace(schemas, schemas + "    Unused: {type: object, description: N.}\n"));

    assertThat(complaints(broken)).singleElement().asString().contains("Unused");
  }

  private static List<String> complaints(Contract contract) {
    OpenAPI document = new OpenAPIV3Parser().readContents(contract.text()).getOpenAPI();
    RuleConfiguration rules = new RuleConfiguration();
    rules.setEnableRecommendations(true);
    ValidationResult result = new OpenApiEvaluator(rules).validate(document);
    return Stream.concat(result.getErrors().stream(), result.getWarnings().stream())
        .map(invalid -> invalid.getMessage() + " " + invalid.getDetails())
        .toList();
  }
}
