package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the templates write, kept where a reviewer sees it change. The document is kept with it, so
 * that a change of the contract changes nothing here. Layout is free; see the module's README for
 * how to renew the files.
 */
final class GoldenFilesTest {
  private static final boolean RENEW = Boolean.getBoolean("golden.renew");
  private static final Path DOCUMENT = Project.GOLDEN.resolve("kling.yaml");

  private static Path generated;

  @BeforeAll
  static void generate(@TempDir Path folder) throws IOException {
    if (RENEW) {
      Files.createDirectories(Project.GOLDEN);
      Files.copy(Document.FILE, DOCUMENT, StandardCopyOption.REPLACE_EXISTING);
    }
    generated = Generator.generate(DOCUMENT, folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/io/github/kling4j/model/CameraControl.java",
        "java/io/github/kling4j/model/CameraControlJsonAdapter.java",
        "java/io/github/kling4j/model/TaskJsonAdapter.java",
        "java/io/github/kling4j/model/TaskStatus.java",
        "java/io/github/kling4j/model/ErrorCodeJsonAdapter.java",
        "java/io/github/kling4j/api/TextToVideoApi.java",
        "resources/META-INF/native-image/io.github.kling4j/kling4j-generated/"
            + "reachability-metadata.json",
        "resources/META-INF/proguard/kling4j-generated.pro"
      })
  void aGeneratedFileIsAsItWas(String file) throws IOException {
    Path golden = Project.GOLDEN.resolve(Path.of(file).getFileName());
    if (RENEW) {
      Files.copy(Project.GENERATED.resolve(file), golden, StandardCopyOption.REPLACE_EXISTING);
    }

    assertThat(Tokens.difference(written(file), Files.readString(golden)))
        .as("what the templates make of %s, against %s", DOCUMENT, golden)
        .isEmpty();
  }

  /** The formatter of the build unescapes apostrophes. */
  private static String written(String file) throws IOException {
    return Files.readString(generated.resolve(file)).replace("&#39;", "'");
  }
}
