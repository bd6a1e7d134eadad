package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the templates write, kept where a reviewer sees it change. Layout is free; see the module's
 * README for how to renew the files.
 */
final class GoldenFilesTest {
  private static final boolean RENEW = Boolean.getBoolean("golden.renew");

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
    Path generated = Project.GENERATED.resolve(file);
    Path golden = Project.GOLDEN.resolve(generated.getFileName());
    if (RENEW) {
      Files.createDirectories(Project.GOLDEN);
      Files.writeString(golden, Files.readString(generated));
    }

    assertThat(Tokens.difference(Files.readString(generated), Files.readString(golden)))
        .as("%s differs from %s", generated, golden)
        .isEmpty();
  }
}
