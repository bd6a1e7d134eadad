package io.github.kling4j.spec.drift;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.spec.drift.ProjectCopy.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as a user meets it, on a page of the relay in our own words. */
final class DriftTest {
  @TempDir private Path folder;
  private ProjectCopy project;
  private String page;
  private String withNewProperty;

  @BeforeEach
  void copyTheProject() throws IOException {
    project = ProjectCopy.in(folder);
    page = ProjectCopy.page();
    withNewProperty = ProjectCopy.pageWithNewProperty();
  }

  @Test
  void aPageThatSaysWhatTheContractSaysGivesNothing() {
    assertThat(project.drift(page)).isEqualTo(new Outcome(0, "", ""));
  }

  @Test
  void allShowsEachDecidedDifferenceWithItsReason() {
    Outcome outcome = project.drift(page, "--all");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out().lines())
        .isNotEmpty()
        .allMatch(line -> line.matches(".* \\| decided: .{20,}"))
        .anyMatch(line -> line.contains("| request $ | required | upstream: all |"))
        .anyMatch(line -> line.contains("| request $.duration | type | upstream: number |"));
  }

  @Test
  void aDifferenceIsALineOfSixColumns() {
    assertThat(project.drift(withNewProperty))
        .isEqualTo(
            new Outcome(
                1,
                "createTextToVideo | request $.sound_effect | added"
                    + " | upstream: string, maxLength 200 | ours: nothing"
                    + " | Java: new builder method soundEffect(String)\n",
                ""));
  }

  @Test
  void jsonIsForPrograms() {
    Outcome outcome = project.drift(withNewProperty, "--json");

    assertThat(outcome.exit()).isEqualTo(1);
    JsonNode differences = new JsonMapper().readTree(outcome.out());
    assertThat(differences).hasSize(1);
    JsonNode difference = differences.get(0);
    assertThat(difference.propertyNames())
        .containsExactly(
            "operation",
            "place",
            "change",
            "keyword",
            "upstream",
            "ours",
            "java",
            "known",
            "reason");
    assertThat(difference.get("change").asString()).isEqualTo("added");
    assertThat(difference.get("place").asString()).isEqualTo("request $.sound_effect");
    assertThat(difference.get("ours").isNull()).isTrue();
    assertThat(difference.get("known").asBoolean()).isFalse();
  }

  @Test
  void theMostImportantDifferenceStandsFirst() {
    Outcome outcome =
        project.drift(
            withNewProperty
                .replace("最多200个字符\"", "最多100个字符\"")
                .replaceFirst("\"mode\":", "\"modes\":"));

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(
            outcome.out().lines().map(line -> line.replaceAll("^[^|]*\\|[^|]*\\| (\\w+).*", "$1")))
        .containsSubsequence("removed", "limit", "added");
  }

  @Test
  void applyEditsThreeFilesAndSaysWhat() throws IOException {
    Map<String, String> before = project.files();

    Outcome outcome = project.drift(withNewProperty, "--apply");

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("request $.sound_effect | added");
    assertThat(project.read("api-spec/kling.yaml"))
        .contains(
            """
                    sound_effect:
                      type: string
                      maxLength: 200
                      description: 'To be reviewed. The relay says: 音效,可选,最多200个字符. At most 200 characters.'
                      x-source: [relay]
            """
                .indent(0)
                .replaceFirst("\\n$", ""));
    assertThat(project.read("api-spec/SOURCES.md"))
        .containsPattern(
            "\\| \\d{4}-\\d\\d-\\d\\d \\| relay \\| `createTextToVideo` \\| `request \\$.sound_effect` \\|");
    assertThat(project.read("CHANGELOG.md"))
        .contains(
            "- `createTextToVideo request $.sound_effect`: added, string, maxLength 200 (relay).");
    assertThat(project.files().keySet()).isEqualTo(before.keySet());
  }

  @Test
  void aSecondApplyChangesNothing() throws IOException {
    project.drift(withNewProperty, "--apply");
    Map<String, String> before = project.files();

    assertThat(project.drift(withNewProperty, "--apply").exit()).isZero();
    assertThat(project.files()).isEqualTo(before);
  }

  @Test
  void theVersionMovesAsFarAsTheChangeDemands() throws IOException {
    assertThat(project.read("api-spec/released/kling.yaml")).contains("\n  version: 1.1.0\n");

    project.drift(withNewProperty, "--apply");
    assertThat(project.read("api-spec/kling.yaml")).contains("\n  version: 1.2.0\n");

    String texts = withNewProperty.replace("\"type\": \"number\"", "\"type\": \"string\"");
    assertThat(project.drift(texts, "--apply").out()).contains("| type |");
    assertThat(project.read("api-spec/kling.yaml")).contains("\n  version: 2.0.0\n");
  }

  @Test
  void aFileThatCannotBeWrittenLeavesAllAsTheyWere() throws IOException {
    Files.createFile(Files.createDirectory(folder.resolve(".CHANGELOG.md.new")).resolve("full"));
    Map<String, String> before = project.files();

    Outcome outcome = project.drift(withNewProperty, "--apply");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("CHANGELOG.md");
    assertThat(project.files()).isEqualTo(before);
  }

  /** Hand-written code reads task_id as a text. */
  @Test
  void whatAPersonMustDecideLeavesAllAsItIs() throws IOException {
    Map<String, String> before = project.files();

    Outcome outcome =
        project.drift(
            withNewProperty.replace(
                "\"task_id\": {\"type\": \"string\"}", "\"task_id\": {\"type\": \"object\"}"),
            "--apply");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("Nothing was changed")
        .contains("answer $.data.task_id | type")
        .contains("hand-written code counts on the type of task_id");
    assertThat(project.files()).isEqualTo(before);
  }

  @Test
  void aFileIsNamedThatIsNotThere() {
    Outcome outcome = project.run(new byte[0], "no.txt");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("error: There is no file no.txt.");
  }

  @Test
  void anUnknownSourceIsRefused() {
    Outcome outcome = project.drift(page, "--source", "rumour");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("--source is rumour; it is relay or vendor.");
  }

  @Test
  void aPageInAnotherEncodingIsRefused() {
    Outcome outcome = project.run("P\u00e9x".getBytes(ISO_8859_1), "-");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("not UTF-8");
  }

  @Test
  void withoutAPageItSaysHowItIsUsed() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    assertThat(
            Drift.run(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out, true),
                new PrintWriter(err, true)))
        .isEqualTo(2);
    assertThat(err.toString()).contains("PAGE").contains("Usage:");
    assertThat(out.toString()).isEmpty();
  }
}
