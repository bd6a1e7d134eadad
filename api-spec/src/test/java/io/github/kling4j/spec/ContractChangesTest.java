package io.github.kling4j.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContractChangesTest {
  private static final String CONTRACT =
      """
      openapi: 3.0.3
      info:
        title: Songs
        version: 1.2.3
      paths:
        /songs:
          get:
            operationId: listSongs
            summary: Lists songs.
            parameters:
              - name: page
                in: query
                description: The page.
                schema:
                  type: integer
            responses:
              '200':
                description: The songs.
                content:
                  application/json:
                    schema:
                      type: array
                      items:
                        $ref: '#/components/schemas/Song'
          post:
            operationId: createSong
            summary: Makes a song.
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    $ref: '#/components/schemas/Wish'
                  example:
                    title: Air
            responses:
              '200':
                description: The song.
                content:
                  application/json:
                    schema:
                      $ref: '#/components/schemas/Song'
        /charts:
          get:
            operationId: getCharts
            responses:
              '200':
                description: The charts.
      components:
        schemas:
          Wish:
            type: object
            required: [title]
            properties:
              title:
                description: The title.
                type: string
                minLength: 2
                maxLength: 100
              tempo:
                type: integer
                minimum: 40
                maximum: 200
              key:
                description: The key.
                allOf:
                  - $ref: '#/components/schemas/Key'
          Key:
            type: string
            enum: ['major', 'minor']
          Song:
            type: object
            required: [id]
            properties:
              id:
                type: string
                maxLength: 32
              state:
                description: How far it is.
                allOf:
                  - $ref: '#/components/schemas/State'
          State:
            type: string
            enum: ['begun', 'done']
      """;

  @Test
  void aContractThatDidNotChangeDemandsNothing() {
    ContractChanges changes = changed("Songs", "Songs");

    assertThat(changes.demand()).isEqualTo(Demand.NONE);
    assertThat(changes.lines()).isEmpty();
    assertThat(changes.complaint()).isEmpty();
  }

  @Test
  void aVersionThatMovedForNoReasonIsNoFault() {
    ContractChanges changes = changed("version: 1.2.3", "version: 1.3.0");

    assertThat(changes.demand()).isEqualTo(Demand.NONE);
    assertThat(changes.complaint()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a summary               | summary: Lists songs.        | summary: Lists all songs.
          a description           | description: The title.      | description: Its title.
          a parameter described   | description: The page.       | description: The page to list.
          an answer described     | description: The songs.      | description: All songs.
          an example              | title: Air                   | title: Aria
          the title of the whole  | title: Songs                 | title: All songs
          an alias                | description: How far it is. | description: How far it is.\\n          x-aliases: [status]
          """)
  void whatIsOnlySaidDemandsAPatch(String what, String from, String to) {
    assertThat(changed(from, to).demand()).as(what).isEqualTo(Demand.PATCH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a property of a request   |       tempo:                  |       mood:\\n          type: string\\n        tempo:
          a property of an answer   |       state:                  |       length:\\n          type: integer\\n        state:
          a parameter               |       parameters:             |       parameters:\\n        - name: size\\n          in: query\\n          schema:\\n            type: integer
          an operation              |  /charts:                     |  /moods:\\n    get:\\n      operationId: listMoods\\n      responses:\\n        '200':\\n          description: All.\\n  /charts:
          a value of a request      | ['major', 'minor']            | ['major', 'minor', 'other']
          a value of an answer      | ['begun', 'done']             | ['begun', 'done', 'lost']
          no longer required        | required: [title]             | required: []
          a higher limit            | maximum: 200                  | maximum: 300
          a lower limit of an answer | maxLength: 32                 | maxLength: 16
          a longer text in an answer | maxLength: 32                 | maxLength: 64
          deprecated                | operationId: getCharts        | operationId: getCharts\\n      deprecated: true
          """)
  void whatIsNewOrFreerDemandsAMinorVersion(String what, String from, String to) {
    assertThat(changed(from, to).demand()).as(what).isEqualTo(Demand.MINOR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a type                        | type: integer\\n          minimum | type: string\\n          minimum
          a value of a request is gone  | ['major', 'minor']        | ['major']
          a shorter text                | maxLength: 100            | maxLength: 50
          a longer text at least        | minLength: 2              | minLength: 3
          a lower limit                 | maximum: 200              | maximum: 180
          a new required property       | required: [title]         | required: [title, tempo]
          not always in an answer       | required: [id]            | required: [state]
          an operation's name           | operationId: listSongs    | operationId: getSongs
          a parameter's name            | name: page                | name: pageNum
          an operation is gone          | /charts:                  | /hits:
          """)
  void whatBreaksCallersDemandsAMajorVersion(String what, String from, String to) {
    assertThat(changed(from, to).demand()).as(what).isEqualTo(Demand.MAJOR);
  }

  @Test
  void theGreatestDemandCounts() {
    Contract released = Contract.of(CONTRACT);
    Contract current =
        Contract.of(
            edited(
                edited(CONTRACT, "maximum: 200", "maximum: 180"),
                "['begun', 'done']",
                "['begun', 'done', 'lost']"));

    assertThat(ContractChanges.between(released, current).demand()).isEqualTo(Demand.MAJOR);
  }

  @Test
  void theComplaintNamesTheVersionsTheFileAndEachChange() {
    String text = edited(CONTRACT, "version: 1.2.3", "version: 1.3.0");
    text = edited(text, "maximum: 200", "maximum: 180");
    text =
        edited(text, "        state:", "        length:\n          type: integer\n        state:");

    String complaint =
        ContractChanges.between(Contract.of(CONTRACT), Contract.of(text)).complaint();

    assertThat(complaint)
        .contains("info.version in api-spec/kling.yaml is 1.3.0")
        .contains("since 1.2.3 was released")
        .contains("demands 2.0.0 or later")
        .containsSubsequence(
            "MAJOR POST /songs request.tempo: changed NumericRange",
            "MINOR GET /songs answer 200[]: added length");
  }

  @Test
  void theReportsTellTheDemandAndTheChanges() {
    ContractChanges changes = changed("maximum: 200", "maximum: 180");

    assertThat(changes.markdown()).contains("demanded: 2.0.0 (MAJOR)", "request.tempo", "/songs");
    assertThat(changes.html()).contains("<html", "/songs");
  }

  private static ContractChanges changed(String from, String to) {
    String edited = edited(CONTRACT, from.replace("\\n", "\n"), to.replace("\\n", "\n"));
    return ContractChanges.between(Contract.of(CONTRACT), Contract.of(edited));
  }

  private static String edited(String text, String from, String to) {
    assertThat(text).contains(from);
    return text.replace(from, to);
  }
}
