package io.github.kling4j.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.spec.Examples.Example;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class ExamplesTest {
  private static final Contract CONTRACT = Contracts.current();

  static List<Example> conforming() {
    return Examples.conforming(CONTRACT);
  }

  static List<Example> nonconforming() {
    return Examples.nonconforming(CONTRACT);
  }

  @ParameterizedTest
  @MethodSource("conforming")
  void anExampleFitsItsSchema(Example example) {
    assertThat(Examples.breaches(CONTRACT, example)).isEmpty();
  }

  /** Once one of them fits, it is an example like the others and belongs among them. */
  @ParameterizedTest
  @MethodSource("nonconforming")
  void aNonconformingExampleDoesNotFitItsSchema(Example example) {
    assertThat(Examples.breaches(CONTRACT, example)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{camera_control: {config: {zoom: 1}}}",
        "{camera_control: {type: no such movement}}",
        "{multi_prompt: [{duration: []}]}",
        "{watermark_info: {enabled: 'on'}}",
      })
  void whatIsNestedInARequestIsLimitedToo(String request) {
    String whole = request.replaceFirst("\\{", "{model_name: kling-v3, prompt: p, ");

    assertThat(breaches("TextToVideoRequest", "{model_name: kling-v3, prompt: p}")).isEmpty();
    assertThat(breaches("TextToVideoRequest", whole)).isNotEmpty();
  }

  @Test
  void aFieldThatTheContractDoesNotKnowIsAllowed() {
    assertThat(breaches("TextToVideoRequest", "{model_name: kling-v3, prompt: p, new: 1}"))
        .isEmpty();
    assertThat(breaches("Task", "{task_id: '1', new: {}}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{code: success}",
        "{code: '0'}",
        "{code: 7}",
        "{data: {task_status: failed}}",
        "{data: {task_id: '1', task_status: no such status}}",
        "{data: {task_id: 1}}",
        "{data: {task_id: '1', created_at: [soon]}}",
        "{data: {task_id: '1', task_result: {videos: [{duration: [5]}]}}}",
        "{data: []}",
      })
  void anAnswerThatBreaksTheContractIsRefused(String answer) {
    assertThat(breaches("TaskAnswer", answer)).isNotEmpty();
  }

  @Test
  void anErrorsWordMayBeNull() {
    assertThat(breaches("ErrorAnswer", "{error: {message: m, code: null}}")).isEmpty();
    assertThat(breaches("ErrorAnswer", "{error: {message: null}}")).isNotEmpty();
  }

  @Test
  void aBadExampleAnywhereInADocumentIsFound() {
    Contract broken =
        Contract.of(
            """
            paths:
              /things:
                get:
                  parameters:
                    - name: page
                      schema: {type: integer, default: one}
                      example: two
                  responses:
                    '200':
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Thing'}
                          examples: {named: {value: {size: three}}}
                          example: {size: four}
            components:
              schemas:
                Thing:
                  example: {size: five}
                  properties:
                    size: {type: integer, example: six}
                    kind: {default: seven, allOf: [{$ref: '#/components/schemas/Kind'}]}
                Kind: {type: integer, enum: [1, 2]}
            """);

    assertThat(Examples.conforming(broken))
        .hasSize(7)
        .noneMatch(example -> Examples.breaches(broken, example).isEmpty());
  }

  private static List<String> breaches(String schema, String yaml) {
    JsonNode value = Contract.tree(yaml);
    return Examples.breaches(CONTRACT, new Example(schema, value, CONTRACT.schema(schema)));
  }
}
