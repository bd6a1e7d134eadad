package io.github.kling4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Ties the README to what is run: its example is the one of the outside project. */
class ReadmeTest {
  private static final Path README = Path.of("..", "..", "README.md");
  private static final Path EXAMPLE = Path.of("src/it/consumer/src/main/java/BeachVideo.java");

  @Test
  void theExampleOfTheReadmeIsTheOneThatIsRun() throws IOException {
    Matcher code =
        Pattern.compile("```java\\n(import .*?)```", Pattern.DOTALL)
            .matcher(Files.readString(README));

    assertThat(code.find()).isTrue();
    assertThat(code.group(1)).isEqualTo(Files.readString(EXAMPLE));
  }
}
