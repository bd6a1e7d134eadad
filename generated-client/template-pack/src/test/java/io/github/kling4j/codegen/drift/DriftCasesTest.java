package io.github.kling4j.codegen.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.codegen.drift.DriftCase.Expected;
import io.github.kling4j.codegen.drift.ProjectCopy.Outcome;
import io.github.kling4j.spec.Contract;
import io.github.kling4j.spec.ContractRules;
import io.github.kling4j.spec.Examples;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever upstream changes, one command reports it and brings it into the contract. */
final class DriftCasesTest {
  private static final Pattern DEPRECATED = Pattern.compile(" *deprecated: true");

  static List<DriftCase> cases() {
    return DriftCase.all("cases.yaml");
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

  /** Check, apply, check; the contract that comes of it has to be a sound one. */
  static void applied(List<DriftCase> cases, String page, ProjectCopy project) throws Exception {
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
}
