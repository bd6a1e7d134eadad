package io.github.kling4j.benchmarks.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
  @Test
  void thePropertyStandsFirstInTheRequestOfTheRealContract() throws IOException {
    String contract = Files.readString(Project.own().folder().resolve("api-spec/kling.yaml"));

    String changed = Project.withProperty(contract, "more");

    assertThat(changed)
        .contains(
            """
                  properties:
                    more:
                      type: string
                      description: A property more.
                    model_name:
            """);
    assertThat(changed.replaceFirst("        more:\n.*\n.*\n", "")).isEqualTo(contract);
  }

  @Test
  void anotherSchemaBeforeTheRequestIsLeftAlone() {
    String other = "\n    Other:\n      properties:\n        a: {}";
    String request = "\n    TextToVideoRequest:\n      properties:\n";

    assertThat(Project.withProperty(other + request, "more"))
        .startsWith(other + request + "        more:");
  }

  @Test
  void aContractWithoutTheRequestIsRefused() {
    assertThatThrownBy(() -> Project.withProperty("openapi: 3.0.3\n", "more"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aCopyHasTheSourcesAndNothingThatWasBuilt(@TempDir Path folder) throws IOException {
    Path from = Files.createDirectories(folder.resolve("from/module/target/classes")).getParent();
    Files.writeString(from.resolve("built.jar"), "");
    Files.writeString(folder.resolve("from/module/pom.xml"), "<project/>");
    Files.writeString(folder.resolve("from/.git"), "gitdir: elsewhere");

    Project copy = new Project(folder.resolve("from")).copy(folder.resolve("to"));

    assertThat(folder.resolve("to")).isDirectoryRecursivelyContaining("glob:**/module/pom.xml");
    assertThat(folder.resolve("to/module/target")).doesNotExist();
    assertThat(folder.resolve("to/.git")).doesNotExist();

    copy.delete();
    assertThat(folder.resolve("to")).doesNotExist();
    assertThat(folder.resolve("from/module/pom.xml")).exists();
  }
}
