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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example of a parameter that upstream has changed. */
final class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("basedir", ".")).resolve("..");
  private static final String NEW_PROPERTY =
      "\"sound_effect\":{\"type\":\"string\",\"description\":\"音效,可选,最多200个字符\"},";

  @TempDir private Path project;

  @Test
  void theExampleIsWhatTheCommandDoes() throws IOException {
    for (String file :
        List.of(
            "api-spec/kling.yaml",
            "api-spec/released/kling.yaml",
            "api-spec/SOURCES.md",
            "CHANGELOG.md")) {
      Files.createDirectories(project.resolve(file).getParent());
      Files.copy(ROOT.resolve(file), project.resolve(file));
    }
    String readme = Files.readString(ROOT.resolve("README.md"));
    String section = readme.substring(readme.indexOf("## When upstream changes a parameter"));
    String before =
        Files.readString(ROOT.resolve("api-spec/src/test/resources/pages/text2video.txt"));
    String page = before.replaceFirst("\"prompt\":", NEW_PROPERTY + "\"prompt\":");
    // The contract may have moved on since the page of the example.
    run(before, "--apply");

    assertThat(run(page)).isEqualTo("1\n" + block(section, "text"));
    assertThat(run(page, "--apply")).isEqualTo("0\n" + block(section, "text"));
    assertThat(Files.readString(project.resolve("api-spec/kling.yaml")))
        .contains(block(section, "diff").replaceAll("(?m)^\\+", ""));
    assertThat(run(page)).isEqualTo("0\n");
    assertThat(section).contains("api-spec/drift page.txt\n", "api-spec/drift --apply page.txt\n");
  }

  private String run(String page, String... options) {
    StringWriter out = new StringWriter();
    String[] args = new String[options.length + 3];
    System.arraycopy(options, 0, args, 0, options.length);
    args[options.length] = "--project";
    args[options.length + 1] = project.toString();
    args[options.length + 2] = "-";
    int code =
        Drift.run(
            new ByteArrayInputStream(page.getBytes(UTF_8)),
            new PrintWriter(out, true),
            new PrintWriter(out, true),
            args);
    return code + "\n" + out;
  }

  private static String block(String section, String language) {
    Matcher block = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(section);
    assertThat(block.find()).as("a block of " + language).isTrue();
    return block.group(1);
  }
}
