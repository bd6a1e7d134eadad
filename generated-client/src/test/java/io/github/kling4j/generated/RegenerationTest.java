package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegenerationTest {
  @Test
  void theSameDocumentGivesTheSameFilesAgain(@TempDir Path one, @TempDir Path other) {
    SortedMap<String, String> first = Generator.files(Generator.generate(Document.FILE, one));
    SortedMap<String, String> second = Generator.files(Generator.generate(Document.FILE, other));

    assertThat(first).isNotEmpty().isEqualTo(second);
    assertSameButForLayout(first, Generator.files(Project.GENERATED));
  }

  /** What the build made has gone through a formatter, which also unescapes apostrophes. */
  private static void assertSameButForLayout(
      SortedMap<String, String> files, SortedMap<String, String> built) {
    assertThat(files.keySet()).isEqualTo(built.keySet());
    files.forEach(
        (name, text) ->
            assertThat(Tokens.difference(built.get(name), text.replace("&#39;", "'")))
                .as(name)
                .isEmpty());
  }
}
