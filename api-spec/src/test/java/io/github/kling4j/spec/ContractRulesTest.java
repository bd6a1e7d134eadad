package io.github.kling4j.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContractRulesTest {
  /** In order; each test breaks it in one place. */
  private static final String SOUND =
      """
      paths:
        /things:
          get:
            operationId: listThings
            summary: Lists the things.
            description: Lists the things.
            parameters:
              - name: page
                in: query
                description: Number of the page.
                x-source: [vendor]
                schema: {type: integer}
                example: 1
            responses:
              '200':
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Thing'}
                    examples: {one: {value: {}}}
            callbacks:
              done:
                '{$request.body#/url}':
                  post:
                    operationId: receiveThing
                    summary: Reports a thing.
                    description: Reports a thing.
                    parameters:
                      - name: signature
                        in: header
                        description: Signature of the body.
                        x-source: [vendor]
                        schema: {type: string}
                        example: x
                    requestBody:
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              inBody:
                                type: string
                                description: A text of the body.
                                x-source: [relay]
                          example: {}
      components:
        schemas:
          Thing:
            type: object
            description: A thing.
            properties:
              kind:
                description: Its kind.
                x-source: [relay, vendor]
                x-aliases: [sort]
                allOf:
                  - $ref: '#/components/schemas/Kind'
              parts:
                type: array
                description: Its parts.
                x-source: [relay]
                items:
                  type: object
                  properties:
                    size:
                      type: integer
                      description: Size of the part.
                      x-source: [relay]
          Kind:
            type: string
            description: A kind.
            enum: [big, small]
            x-enum-varnames: [BIG, SMALL]
            x-enum-descriptions: [Big., Small.]
            x-enum-aliases: {big: [large]}
            x-enum-deprecated: [small]
      """;

  @Test
  void theContractKeepsTheRules() {
    assertThat(ContractRules.breaches(Contracts.current())).isEmpty();
  }

  @Test
  void aSoundDocumentHasNoBreach() {
    assertThat(ContractRules.breaches(Contract.of(SOUND))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          description: Its parts.          | x: y                     | Thing.parts: has no desc
          description: Size of the part.   | x: y                     | items.size: has no desc
          description: Size of the part.   | description: ''          | items.size: has no desc
          description: Number of the page. | x: y                     | get.page: has no desc
          description: Signature of the bo | x: y                     | signature: has no desc
          description: A text of the body. | x: y                     | inBody: has no desc
          description: A thing.            | x: y                     | Thing: has no desc
          x-source: [relay, vendor]        | x: y                     | kind: has no x-source
          x-source: [relay, vendor]        | x-source: []             | kind: has no x-source
          x-source: [relay, vendor]        | x-source: [rumour]       | kind: has no x-source
          x-source: [relay, vendor]        | x-source: relay          | kind: has no x-source
          x-source: [vendor]               | x: y                     | page: has no x-source
          x-source: [vendor]               | x: y                     | signature: has no x-source
          x-source: [relay]                | x: y                     | size: has no x-source
          x-source: [relay]                | x: y                     | inBody: has no x-source
          Its kind.                        | Its kind                 | kind: its description does
          Its kind.                        | Its "kind".              | kind: its description would
          Its kind.                        | See @kind.               | kind: its description would
          Its kind.                        | Ends */ here.            | kind: its description would
          summary: Lists the things.       | x: y                     | get: has no summary
          operationId: listThings          | x: y                     | get: has no operationId
          example: 1                       | x: y                     | page: has no example
          examples: {one: {value: {}}}     | x: y                     | json: has no example
          examples: {one: {value: {}}}     | examples: {}             | json: has no example
          example: {}                      | x: y                     | json: has no example
          """)
  void aBreachOfTheRulesForDescriptionsIsSeen(String from, String to, String breach) {
    assertBreach(from, to, breach);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {type: integer}                | {type: integer, enum: [1]}   | page: is an enum without
          [BIG, SMALL]                   | [BIG]                        | but 1 x-enum-varnames
          [BIG, SMALL]                   | [BIG, BIG]                   | "BIG" is taken
          [BIG, SMALL]                   | [BIG, UNRECOGNIZED]          | "UNRECOGNIZED" is taken
          [BIG, SMALL]                   | [BIG, 2SMALL]                | no name for a constant
          [BIG, SMALL]                   | [BIG, True]                  | no name for a constant
          x-enum-varnames                | x-names                      | but 0 x-enum-varnames
          [Big., Small.]                 | [Big.]                       | but 1 descriptions
          x-enum-descriptions            | x-d                          | but 0 descriptions
          [Big., Small.]                 | [Big., '']                   | Kind: has no description
          enum: [big, small]             | enum: [big, big]             | "big" stands there twice
          {big: [large]}                 | {huge: [large]}              | of huge, which is no value
          deprecated: [small]            | deprecated: [large]          | has "large", which is no
          x-enum-aliases                 | x-aliases                    | Kind: has x-aliases, which
          {big: [large]}                 | {big: [small]}               | alias "small" is taken
          {big: [large]}                 | {big: [l], small: [l]}       | alias "l" is taken
          {big: [large]}                 | {big: large}                 | are no list of names
          {big: [large]}                 | {big: [1]}                   | alias 1 is no string
          x-aliases: [sort]              | x-aliases: [parts]           | alias "parts" is taken
          x-aliases: [sort]              | x-aliases: sort              | are no list of names
          """)
  void aBreachOfTheRulesForEnumsAndAliasesIsSeen(String from, String to, String breach) {
    assertBreach(from, to, breach);
  }

  @Test
  void aPropertyThatIsABareReferenceIsSeen() {
    assertBreach(
        "allOf:\n            - $ref: '#/components/schemas/Kind'",
        "$ref: '#/components/schemas/Kind'",
        "kind: is a bare $ref");
  }

  /** The parser takes such a reference without a word. */
  @Test
  void aReferenceToNothingIsSeen() {
    assertBreach(
        "{$ref: '#/components/schemas/Thing'}",
        "{$ref: '#/components/schemas/Thin'}",
        "leads to nothing");
    assertBreach("{$ref: '#/components/schemas/Thing'}", "{$ref: 'x.yaml'}", "x.yaml: leads to");
  }

  @Test
  void aSchemaThatForbidsOtherPropertiesIsSeen() {
    assertBreach(
        "description: A thing.",
        "description: A thing.\n      additionalProperties: false",
        "Thing: says of additionalProperties");
  }

  private static void assertBreach(String from, String to, String breach) {
    String broken = SOUND.replace(from, to);

    assertThat(broken).isNotEqualTo(SOUND);
    assertThat(ContractRules.breaches(Contract.of(broken))).anyMatch(b -> b.contains(breach));
  }
}
