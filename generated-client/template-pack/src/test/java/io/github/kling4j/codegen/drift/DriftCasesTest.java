package io.github.kling4j.codegen.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.codegen.drift.DriftCase.Expected;
import io.github.kling4j.codegen.drift.ProjectCopy.Outcome;
import io.github.kling4j.spec.Contract;
import io.github.kling4j.spec.ContractRules;
import io.github.kling4j.spec.Examples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever upstream changes, one command brings it into the contract, the client and the wire. */
final class DriftCasesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern DEPRECATED = Pattern.compile(" *deprecated: true");

  @TempDir private static Path shared;
  private static Wire wire;

  static List<DriftCase> cases() {
    return DriftCase.all("cases.yaml");
  }

  @BeforeAll
  static void compileTheClientAsItIs() throws Exception {
    wire = Wire.in(shared);
  }

  @AfterAll
  static void forget() {
    wire = null;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aChangeIsReported(DriftCase one, @TempDir Path folder) throws Exception {
    ProjectCopy project = ProjectCopy.in(folder);
    SortedMap<String, String> before = project.files();
    for (Map.Entry<String, String> form : one.pages().entrySet()) {
      Outcome json = project.drift(form.getValue(), "--json");
      Outcome text = project.drift(form.getValue());

      assertThat(json.exit()).as("%s: %s", form.getKey(), json).isEqualTo(1);
      assertThat(text.exit()).as("%s: %s", form.getKey(), text).isEqualTo(1);
      List<Expected> reported = Report.ofJson(json.out());
      assertThat(reported)
          .as("%s: %s", form.getKey(), text.out())
          .extracting(Expected::head)
          .containsExactlyInAnyOrderElementsOf(heads(one));
      assertThat(one.differences())
          .as("%s: upstream's values in %s", form.getKey(), reported)
          .allMatch(each -> each.upstream() == null || reported.contains(each));
      assertThat(Report.heads(text.out()))
          .isEqualTo(reported.stream().map(Expected::head).toList());
    }
    assertThat(project.files()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aChangeGoesAllTheWay(DriftCase one, @TempDir Path folder) throws Exception {
    Path contract = null;
    for (Map.Entry<String, String> form : one.pages().entrySet()) {
      ProjectCopy project = ProjectCopy.in(Files.createDirectory(folder.resolve(form.getKey())));
      applied(one, form.getKey(), form.getValue(), project);
      contract = contract == null ? project.contractFile() : contract;
    }
    Wire.Exchange exchange = wire.run(contract, statements(one), one.answer());

    assertThat(exchange.line()).isEqualTo(one.line());
    JsonNode sent = exchange.body() == null ? null : JSON.readTree(exchange.body());
    assertThat(sent).isEqualTo(one.sent());
    assertThat(exchange.seen()).isEqualTo(saying(one));
  }

  /** Apply, check, apply; the contract that comes of it has to be a sound one. */
  private static void applied(DriftCase one, String form, String page, ProjectCopy project)
      throws Exception {
    SortedMap<String, String> before = project.files();
    Outcome check = project.drift(page);
    Outcome apply = project.drift(page, "--apply");
    assertThat(apply.exit()).as("%s: apply says %s", form, apply).isZero();
    assertThat(check.out().lines())
        .as("%s: report", form)
        .containsAll(apply.out().lines().toList());
    SortedMap<String, String> after = project.files();
    assertThat(project.drift(page)).as("%s: check again", form).isEqualTo(new Outcome(0, "", ""));
    assertThat(project.drift(page, "--apply").exit()).as("%s: apply again", form).isZero();
    assertThat(project.files()).as("%s: after applying again", form).isEqualTo(after);

    assertNothingElseTouched(one, form, before, after);
    assertSound(one, form, project.contract());
  }

  private static List<String> heads(DriftCase one) {
    return one.differences().stream().map(Expected::head).toList();
  }

  private static void assertNothingElseTouched(
      DriftCase one, String form, Map<String, String> before, Map<String, String> after) {
    String contract = "api-spec/kling.yaml";
    assertThat(Untouched.gonePaths(before.get(contract), after.get(contract)))
        .as("%s: lines of the contract that are gone", form)
        .allMatch(
            path -> path.equals("info.version") || one.touches().stream().anyMatch(path::contains));
    assertThat(count(after.get(contract), DEPRECATED) - count(before.get(contract), DEPRECATED))
        .as("%s: things deprecated", form)
        .isEqualTo(one.differences().stream().filter(Expected::deprecates).count());
    for (String log : List.of("CHANGELOG.md", "api-spec/SOURCES.md")) {
      assertThat(Untouched.gone(before.get(log), after.get(log))).as(form + ": " + log).isEmpty();
      assertThat(after.get(log)).as("%s: %s", form, log).isNotEqualTo(before.get(log));
    }
    assertThat(after.get("api-spec/released/kling.yaml"))
        .isEqualTo(before.get("api-spec/released/kling.yaml"));
  }

  private static long count(String text, Pattern line) {
    return text.lines().filter(line.asMatchPredicate()).count();
  }

  private static void assertSound(DriftCase one, String form, Contract contract) {
    assertThat(ContractRules.breaches(contract)).as("%s: breaches of rules", form).isEmpty();
    assertThat(Examples.conforming(contract))
        .as("%s: examples", form)
        .allSatisfy(
            example ->
                assertThat(Examples.breaches(contract, example)).as("%s", example).isEmpty());
    one.contract()
        .forEach(
            (pointer, value) ->
                assertThat(contract.root().at(pointer)).as(form + ": " + pointer).isEqualTo(value));
  }

  private static String statements(DriftCase one) {
    if (one.statements() != null) {
      return one.statements();
    }
    List<String> lines = new ArrayList<>();
    String builder = "TextToVideoRequest.builder().modelName(\"kling-v3\").prompt(\"Rain.\")";
    lines.add("TextToVideoRequest request = " + builder + one.call() + ".build();");
    lines.add("TextToVideoApi api = retrofit.create(TextToVideoApi.class);");
    lines.add("TaskAnswer answer = api.createTextToVideo(request).execute().body();");
    for (String expression : one.reads().keySet()) {
      lines.add("seen.add(String.valueOf(" + expression + "));");
    }
    for (String call : one.violations().keySet()) {
      lines.add("{ List<String> broken = new ArrayList<>();");
      lines.add("for (Violation each : " + builder + call + ".build().violations()) {");
      lines.add("  broken.add(each.path() + ' ' + each.rule());");
      lines.add("}");
      lines.add("seen.add(broken.toString()); }");
    }
    return String.join("\n", lines);
  }

  private static List<String> saying(DriftCase one) {
    List<String> saying = new ArrayList<>(one.seen());
    one.reads().values().forEach(value -> saying.add(value.asString()));
    for (JsonNode broken : one.violations().values()) {
      saying.add(
          StreamSupport.stream(broken.spliterator(), false)
              .map(JsonNode::asString)
              .toList()
              .toString());
    }
    return saying;
  }
}
