package io.github.kling4j.spec.drift;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as a user meets it, on a page of the relay in our own words. */
final class DriftTest {
  private static final Path ROOT = Path.of(System.getProperty("basedir", ".")).resolve("..");
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."))
          .resolve("src/test/resources/pages/text2video.txt");
  private static final String NEW_PROPERTY =
      "\"sound_effect\":{\"type\":\"string\",\"description\":\"音效,可选,最多200个字符\"},";

  @TempDir private Path project;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void copyTheProject() throws IOException {
    for (String file :
        List.of(
            "api-spec/kling.yaml",
            "api-spec/released/kling.yaml",
            "api-spec/SOURCES.md",
            "CHANGELOG.md")) {
      Files.createDirectories(project.resolve(file).getParent());
      Files.copy(ROOT.resolve(file), project.resolve(file));
    }
    // The contract may have moved on since; these tests are about the command.
    assertThat(run(page(), "--apply", "-")).as(err::toString).isZero();
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
  }

  @Test
  void aPageThatSaysWhatTheContractSaysGivesNothing() throws IOException {
    assertThat(run(page(), "-")).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void allShowsEachDecidedDifferenceWithItsReason() throws IOException {
    assertThat(run(page(), "--all", "-")).isZero();

    assertThat(out.toString().lines())
        .isNotEmpty()
        .allMatch(line -> line.matches(".* \\| decided: .{20,}"))
        .anyMatch(line -> line.contains("| request $ | required | upstream: all |"))
        .anyMatch(line -> line.contains("| request $.duration | type | upstream: number |"));
  }

  @Test
  void aDifferenceIsALineOfSixColumns() throws IOException {
    assertThat(run(withNewProperty(), "-")).isEqualTo(1);
    assertThat(out.toString().lines())
        .containsExactly(
            "createTextToVideo | request $.sound_effect | added"
                + " | upstream: string, maxLength 200 | ours: nothing"
                + " | Java: new builder method soundEffect(String)");
  }

  @Test
  void jsonIsForPrograms() throws IOException {
    assertThat(run(withNewProperty(), "--json", "-")).isEqualTo(1);

    JsonNode differences = new JsonMapper().readTree(out.toString());
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
  void theMostImportantDifferenceStandsFirst() throws IOException {
    String page =
        withNewProperty()
            .replace("最多200个字符\"", "最多100个字符\"")
            .replaceFirst("\"mode\":", "\"modes\":");

    assertThat(run(page, "-")).isEqualTo(1);
    assertThat(
            out.toString().lines().map(line -> line.replaceAll("^[^|]*\\|[^|]*\\| (\\w+).*", "$1")))
        .containsSubsequence("removed", "limit", "added");
  }

  @Test
  void applyEditsThreeFilesAndSaysWhat() throws IOException {
    Map<String, String> before = files();

    assertThat(run(withNewProperty(), "--apply", "-")).as(err::toString).isZero();

    assertThat(out.toString()).contains("request $.sound_effect | added");
    assertThat(Files.readString(project.resolve("api-spec/kling.yaml")))
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
    assertThat(Files.readString(project.resolve("api-spec/SOURCES.md")))
        .containsPattern(
            "\\| \\d{4}-\\d\\d-\\d\\d \\| relay \\| `createTextToVideo` \\| `request \\$.sound_effect` \\|");
    assertThat(Files.readString(project.resolve("CHANGELOG.md")))
        .contains(
            "- `createTextToVideo request $.sound_effect`: added, string, maxLength 200 (relay).");
    assertThat(files().keySet()).isEqualTo(before.keySet());
  }

  @Test
  void aSecondApplyChangesNothing() throws IOException {
    run(withNewProperty(), "--apply", "-");
    Map<String, String> before = files();

    assertThat(run(withNewProperty(), "--apply", "-")).isZero();
    assertThat(files()).isEqualTo(before);
  }

  /** Hand-written code reads task_id as a text. */
  @Test
  void whatAPersonMustDecideLeavesAllAsItIs() throws IOException {
    Map<String, String> before = files();
    String page =
        withNewProperty()
            .replace("\"task_id\": {\"type\": \"string\"}", "\"task_id\": {\"type\": \"object\"}");

    assertThat(run(page, "--apply", "-")).isEqualTo(2);
    assertThat(err.toString())
        .contains("Nothing was changed")
        .contains("answer $.data.task_id | type")
        .contains("hand-written code counts on the type of task_id");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aFileIsNamedThatIsNotThere() {
    assertThat(Drift.run(in(""), writer(out), writer(err), "--project", "" + project, "no.txt"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("error: There is no file no.txt.");
  }

  @Test
  void anUnknownSourceIsRefused() throws IOException {
    assertThat(run(page(), "--source", "rumour", "-")).isEqualTo(2);
    assertThat(err.toString()).contains("--source is rumour; it is relay or vendor.");
  }

  @Test
  void aPageInAnotherEncodingIsRefused() {
    ByteArrayInputStream latin = new ByteArrayInputStream(new byte[] {'P', (byte) 0xe9, 'x'});

    assertThat(Drift.run(latin, writer(out), writer(err), "--project", "" + project, "-"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("not UTF-8");
  }

  @Test
  void withoutAPageItSaysHowItIsUsed() {
    assertThat(Drift.run(in(""), writer(out), writer(err))).isEqualTo(2);
    assertThat(err.toString()).contains("PAGE").contains("Usage:");
    assertThat(out.toString()).isEmpty();
  }

  private int run(String page, String... args) {
    String[] all = new String[args.length + 2];
    all[0] = "--project";
    all[1] = project.toString();
    System.arraycopy(args, 0, all, 2, args.length);
    return Drift.run(in(page), writer(out), writer(err), all);
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static PrintWriter writer(StringWriter to) {
    return new PrintWriter(to, true);
  }

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  private static String withNewProperty() throws IOException {
    String page = page().replaceFirst("\"prompt\":", NEW_PROPERTY + "\"prompt\":");
    assertThat(page).contains(NEW_PROPERTY);
    return page;
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var walk = Files.walk(project)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(project.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }
}
