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
import java.util.LinkedHashMap;
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

  /** The same cases, as many at once as do not get into each other's way. */
  static List<List<DriftCase>> groups() {
    List<List<DriftCase>> groups = new ArrayList<>();
    for (DriftCase one : cases()) {
      List<DriftCase> group =
          groups.stream()
              .filter(other -> other.stream().allMatch(one::goesWith))
              .findFirst()
              .orElseGet(ArrayList::new);
      if (group.isEmpty()) {
        groups.add(group);
      }
      group.add(one);
    }
    return groups;
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
      Outcome outcome = project.drift(form.getValue(), "--json");

      assertThat(outcome.exit()).as("%s: %s", form.getKey(), outcome).isEqualTo(1);
      List<Expected> reported = Report.ofJson(outcome.out());
      assertThat(reported)
          .as(form.getKey())
          .extracting(Expected::head)
          .containsExactlyInAnyOrderElementsOf(heads(one));
      assertThat(one.differences())
          .as("%s: upstream's values in %s", form.getKey(), reported)
          .allMatch(each -> each.upstream() == null || reported.contains(each));
    }
    assertThat(project.files()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aChangeIsAppliedAndNothingElseIsTouched(DriftCase one, @TempDir Path folder)
      throws Exception {
    String page = one.pages().values().iterator().next();

    applied(List.of(one), page, ProjectCopy.in(folder));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void changesAtOnceGoAllTheWayToTheWire(List<DriftCase> group, @TempDir Path folder)
      throws Exception {
    Map<DriftCase, Wire.Exchange> exchanges = new LinkedHashMap<>();
    for (Map.Entry<String, String> form : DriftCase.pages(group).entrySet()) {
      List<DriftCase> here = group.stream().filter(one -> one.has(form.getKey())).toList();
      Path own = Files.createDirectory(folder.resolve(form.getKey()));
      ProjectCopy project =
          form.getKey().equals("page") ? ProjectCopy.in(own) : ProjectCopy.withComments(own);
      applied(here, form.getValue(), project);
      SortedMap<String, String> after = project.files();
      assertThat(project.drift(form.getValue(), "--apply").exit()).as("apply again").isZero();
      assertThat(project.files()).as("files after applying again").isEqualTo(after);
      List<DriftCase> calling = here.stream().filter(one -> !exchanges.containsKey(one)).toList();
      if (!calling.isEmpty()) {
        List<Wire.Exchange> all =
            wire.run(project.contractFile(), calling.stream().map(DriftCasesTest::call).toList());
        for (int i = 0; i < calling.size(); i++) {
          exchanges.put(calling.get(i), all.get(i));
        }
      }
    }

    assertThat(exchanges).containsOnlyKeys(group);
    exchanges.forEach(
        (one, exchange) -> {
          assertThat(exchange.line()).as("%s", one).isEqualTo(one.line());
          JsonNode sent = exchange.body() == null ? null : JSON.readTree(exchange.body());
          assertThat(sent).as("%s", one).isEqualTo(one.sent());
          assertThat(exchange.seen()).as("%s", one).isEqualTo(saying(one));
        });
  }

  /** Check, apply, check; the contract that comes of it has to be a sound one. */
  private static void applied(List<DriftCase> cases, String page, ProjectCopy project)
      throws Exception {
    SortedMap<String, String> before = project.files();
    Outcome check = project.drift(page);
    assertThat(Report.heads(check.out()))
        .containsExactlyInAnyOrderElementsOf(
            cases.stream().flatMap(one -> heads(one).stream()).toList());
    Outcome apply = project.drift(page, "--apply");
    assertThat(apply.exit()).as("%s", apply).isZero();
    assertThat(check.out().lines()).as("report").containsAll(apply.out().lines().toList());
    SortedMap<String, String> after = project.files();
    assertThat(project.drift(page)).as("check again").isEqualTo(new Outcome(0, "", ""));

    assertNothingElseTouched(cases, before, after);
    assertSound(cases, project.contract());
  }

  private static List<String> heads(DriftCase one) {
    return one.differences().stream().map(Expected::head).toList();
  }

  private static void assertNothingElseTouched(
      List<DriftCase> cases, Map<String, String> before, Map<String, String> after) {
    String contract = "api-spec/kling.yaml";
    List<String> touches = cases.stream().flatMap(one -> one.touches().stream()).toList();
    assertThat(Untouched.gonePaths(before.get(contract), after.get(contract)))
        .as("lines of the contract that are gone")
        .allMatch(path -> path.equals("info.version") || touches.stream().anyMatch(path::contains));
    assertThat(count(after.get(contract), DEPRECATED) - count(before.get(contract), DEPRECATED))
        .as("things deprecated")
        .isEqualTo(
            cases.stream()
                .flatMap(one -> one.differences().stream())
                .filter(Expected::deprecates)
                .count());
    for (String log : List.of("CHANGELOG.md", "api-spec/SOURCES.md")) {
      assertThat(Untouched.gone(before.get(log), after.get(log))).as(log).isEmpty();
      assertThat(after.get(log)).as(log).isNotEqualTo(before.get(log));
    }
    assertThat(after.get("api-spec/released/kling.yaml"))
        .isEqualTo(before.get("api-spec/released/kling.yaml"));
  }

  private static long count(String text, Pattern line) {
    return text.lines().filter(line.asMatchPredicate()).count();
  }

  private static void assertSound(List<DriftCase> cases, Contract contract) {
    assertThat(ContractRules.breaches(contract)).as("breaches of rules").isEmpty();
    assertThat(Examples.conforming(contract))
        .allSatisfy(
            example ->
                assertThat(Examples.breaches(contract, example)).as("%s", example).isEmpty());
    for (DriftCase one : cases) {
      one.contract()
          .forEach(
              (pointer, value) ->
                  assertThat(contract.root().at(pointer)).as(pointer).isEqualTo(value));
    }
  }

  private static Wire.Call call(DriftCase one) {
    return new Wire.Call(statements(one), one.answer());
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
