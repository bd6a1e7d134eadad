package io.github.kling4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DocumentationTool;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JavadocTest {
  @ParameterizedTest
  @CsvSource({
    "'*/', '*&#47;.'",
    "'a < b && c', 'a &lt; b &amp;&amp; c.'",
    "'@param x', '&#64;param x.'",
    "'{@link X}', '{&#64;link X}.'",
    "'a \\u002a b', 'a &#92;u002a b.'",
    "'Is it?', 'Is it?'",
    "'以句号结尾。', '以句号结尾。'",
    "'Set `a_b` or `{c}`.', 'Set {@code a_b} or <code>{c}</code>.'",
    "'See [it](https://a.example/?b=1&c).', 'See <a href=\"https://a.example/?b=1&amp;c\">it</a>.'",
    "'**Bold** and <b>bold</b>, <code>x</code>', 'Bold and bold, {@code x}.'"
  })
  void aDescriptionIsSafeInAComment(String description, String expected) {
    assertThat(Javadoc.of(description, "")).containsExactly(expected);
  }

  @Test
  void paragraphsAndListsStayWhatTheyAre() {
    assertThat(Javadoc.of("# Title\nOne\ntwo.\n\nThree:\n- a\n  b\n- c\n\nFour", ""))
        .containsExactly(
            "Title.",
            "",
            "<p>One two.",
            "",
            "<p>Three:",
            "",
            "<ul>",
            "<li>a b",
            "<li>c",
            "</ul>",
            "",
            "<p>Four.");
  }

  @Test
  void aListNeedsASentenceBeforeIt() {
    assertThat(Javadoc.of("- a\n- b", "")).startsWith("One of these.", "", "<ul>");
  }

  @Test
  void aLongTextIsWrapped() {
    assertThat(Javadoc.of("word ".repeat(100), ""))
        .hasSizeGreaterThan(4)
        .allMatch(line -> line.length() <= 90);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", "\u0000"})
  void whereThereIsNoDescriptionTheFallbackStands(String description) {
    assertThat(Javadoc.of(description, "The field `x`.")).containsExactly("The field {@code x}.");
    assertThat(Javadoc.of(null, "The field `x`.")).containsExactly("The field {@code x}.");
  }

  /** The strictest that javadoc can be: every public member, every tag, every character. */
  @ParameterizedTest
  @ValueSource(strings = {"models", "models31", "names", "operations"})
  void javadocHasNothingToComplainOf(String document, @TempDir Path folder) throws IOException {
    Path sources = Generator.generate(Generator.document(document), folder.resolve("project"));
    DocumentationTool javadoc = ToolProvider.getSystemDocumentationTool();
    StringWriter messages = new StringWriter();
    try (Stream<Path> paths = Files.walk(sources);
        StandardJavaFileManager files = javadoc.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-Xdoclint:all",
              "-Werror",
              "-quiet",
              "-cp",
              Compiler.classPath(),
              "-d",
              folder.resolve("doc").toString());
      boolean done =
          javadoc
              .getTask(
                  messages,
                  files,
                  null,
                  null,
                  options,
                  files.getJavaFileObjectsFromPaths(
                      paths.filter(path -> path.toString().endsWith(".java")).toList()))
              .call();

      assertThat(messages).asString().isEmpty();
      assertThat(done).isTrue();
    }
  }
}
