package io.github.kling4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegenerationTest {
  @Test
  void theSameDocumentGivesTheSameFilesAgain(@TempDir Path one, @TempDir Path other) {
    SortedMap<String, String> first = Generator.files(Generator.generate(Generator.CONTRACT, one));
    SortedMap<String, String> second =
        Generator.files(Generator.generate(Generator.CONTRACT, other));

    assertThat(first).isNotEmpty().isEqualTo(second);
  }
}
