package io.github.kling4j.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example of a parameter that upstream has changed. */
final class ReadmeTest {
  private static final Path README =
      Path.of(System.getProperty("basedir", ".")).resolve("../README.md");

  @TempDir private Path folder;

  @Test
  void theExampleIsWhatTheCommandDoes() throws IOException {
    ProjectCopy project = ProjectCopy.in(folder);
    String readme = Files.readString(README);
    String section = readme.substring(readme.indexOf("## When upstream changes a parameter"));
    String page = ProjectCopy.pageWithNewProperty();

    assertThat(project.drift(page))
        .isEqualTo(new ProjectCopy.Outcome(1, block(section, "text"), ""));
    assertThat(project.drift(page, "--apply"))
        .isEqualTo(new ProjectCopy.Outcome(0, block(section, "text"), ""));
    assertThat(project.read("api-spec/kling.yaml"))
        .contains(block(section, "diff").replaceAll("(?m)^\\+", ""));
    assertThat(project.drift(page)).isEqualTo(new ProjectCopy.Outcome(0, "", ""));
    assertThat(section).contains("api-spec/drift page.txt\n", "api-spec/drift --apply page.txt\n");
  }

  private static String block(String section, String language) {
    Matcher block = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(section);
    assertThat(block.find()).as("a block of " + language).isTrue();
    return block.group(1);
  }
}
