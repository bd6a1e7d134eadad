package io.github.kling4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All that the templates make of one small document, kept where a reviewer sees it change. See the
 * module's README for how to renew the files.
 */
final class GoldenFilesTest {
  private static final boolean RENEW = Boolean.getBoolean("golden.renew");
  private static final Path GOLDEN = Generator.RESOURCES.resolve("golden");

  private static SortedMap<String, String> generated;

  @BeforeAll
  static void generate(@TempDir Path folder) throws IOException {
    generated = Generator.files(Generator.generate(GOLDEN.resolve("pets.yaml"), folder));
    if (RENEW) {
      renew();
    }
  }

  private static void renew() throws IOException {
    Path files = GOLDEN.resolve("files");
    for (String old : goldenFiles().toList()) {
      Files.delete(files.resolve(old));
    }
    for (Map.Entry<String, String> file : generated.entrySet()) {
      Path golden = files.resolve(file.getKey());
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, file.getValue());
    }
  }

  static Stream<String> goldenFiles() {
    Path files = GOLDEN.resolve("files");
    return Files.exists(files) ? Generator.files(files).keySet().stream() : Stream.empty();
  }

  @Test
  void theSameFilesAreWritten() {
    assertThat(generated.keySet()).containsExactlyElementsOf(goldenFiles().toList());
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void aFileIsAsItWas(String file) throws IOException {
    assertThat(generated.get(file))
        .isEqualTo(Files.readString(GOLDEN.resolve("files").resolve(file)));
  }

  @Test
  void everyTemplateIsUsed() throws IOException {
    Path templates = Generator.MODULE.resolve("src/main/resources/retrofit2-moshi/support");
    try (Stream<Path> support = Files.list(templates)) {
      assertThat(support)
          .as("one golden file for each template that is filled once a document")
          .hasSize((int) generated.keySet().stream().filter(GoldenFilesTest::isSupport).count());
    }
  }

  private static boolean isSupport(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.\\w+$", "");
    Path template =
        Generator.MODULE.resolve(
            "src/main/resources/retrofit2-moshi/support/" + name + ".mustache");
    return Files.exists(template) || name.equals("package-info") || file.endsWith(".pro");
  }
}
