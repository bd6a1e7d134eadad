package io.github.kling4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's configuration is the one that the project in {@code src/it} builds with. */
final class ReadmeTest {
  private static final Path README = Generator.MODULE.resolve("README.md");
  private static final Path PARENT = Generator.MODULE.resolve("../../pom.xml");
  private static final Path PROJECT = Generator.MODULE.resolve("src/it/pet-shop/pom.xml");

  @Test
  void theConfigurationToCopyIsThatOfTheOutsideProject() throws IOException {
    String readme = Files.readString(README);
    int start = readme.indexOf("```xml\n") + "```xml\n".length();
    String block = readme.substring(start, readme.indexOf("```", start));

    assertThat(block).startsWith("<plugin>").endsWith("</plugin>\n");
    assertThat(withVersions(Files.readString(PROJECT))).contains(block.indent(6));
  }

  /** Puts in the versions as the build does. */
  private static String withVersions(String pom) throws IOException {
    String parent = Files.readString(PARENT);
    return Pattern.compile("@([\\w.-]+)@")
        .matcher(pom)
        .replaceAll(found -> Matcher.quoteReplacement(version(parent, found)));
  }

  private static String version(String parent, MatchResult found) {
    String property = found.group(1);
    String tag = property.equals("project.version") ? "version" : property;
    Matcher matcher = Pattern.compile('<' + Pattern.quote(tag) + ">([^<]+)<").matcher(parent);
    assertThat(matcher.find()).as(property).isTrue();
    return matcher.group(1);
  }

  @Test
  void everyVendorExtensionThatIsReadIsDescribed() throws IOException {
    try (Stream<Path> sources = Files.walk(Generator.MODULE.resolve("src/main/java"))) {
      String code =
          sources.filter(Files::isRegularFile).map(ReadmeTest::text).reduce("", String::concat);
      assertThat(Pattern.compile("(?<!put\\()\"(x-[\\w-]+)\"").matcher(code).results())
          .extracting(found -> found.group(1))
          .hasSizeGreaterThan(4)
          .allSatisfy(name -> assertThat(text(README)).contains("| `" + name));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
