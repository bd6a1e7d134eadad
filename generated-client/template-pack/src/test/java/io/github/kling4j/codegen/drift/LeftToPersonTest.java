package io.github.kling4j.codegen.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.codegen.drift.ProjectCopy.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the command can't bring into the contract wholly, it leaves alone as a whole. */
final class LeftToPersonTest {
  static List<DriftCase> cases() {
    return DriftCase.all("left.yaml");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatCannotBeAppliedWhollyIsNotAppliedAtAll(DriftCase one, @TempDir Path folder)
      throws Exception {
    ProjectCopy project = ProjectCopy.in(folder);
    SortedMap<String, String> before = project.files();

    for (Map.Entry<String, String> form : one.pages().entrySet()) {
      assertThat(project.drift(form.getValue()).exit()).as(form.getKey()).isEqualTo(1);
      Outcome apply = project.drift(form.getValue(), "--apply");

      assertThat(apply.exit()).as("%s: %s", form.getKey(), apply).isEqualTo(2);
      assertThat(apply.err())
          .as(form.getKey())
          .contains(one.data().get("left").asString())
          .doesNotContain("\tat ");
      assertThat(project.files()).as(form.getKey()).isEqualTo(before);
    }
  }
}
