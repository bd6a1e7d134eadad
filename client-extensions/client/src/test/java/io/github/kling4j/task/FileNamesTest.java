package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
  private static final String URL = "https://cdn.example.com/a/b.mp4?sign=x.mov";

  @ParameterizedTest
  @CsvSource({
    "814237883686625347, 1, 1, 814237883686625347.mp4",
    "814237883686625347, 1, 2, 814237883686625347-1.mp4",
    "814237883686625347, 2, 2, 814237883686625347-2.mp4",
    "task_aB-9, 1, 1, task_aB-9.mp4",
    "console, 1, 1, console.mp4"
  })
  void aFileIsNamedByItsTask(String id, int number, int count, String name) {
    assertThat(FileNames.of(id, number, count, URL)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..", ".", "../x", "..\\x", "/etc/passwd", "C:\\x", "a/b", "a\\b", "a:b", "a\u0000b",
            "a\nb",
        "a*b?", "\u202egnp.exe", "CON", "nul", "Com1", "lpt9", "-rf", " ", "a.", "a ", ".bashrc",
        "\u00e9", "\ud83c\udfd6", ""
      })
  void anIdThatIsNoNameLeadsNowhereElse(String id) {
    String name = FileNames.of(id, 1, 1, URL);

    assertThat(name).matches("_[A-Za-z0-9_-]*-[0-9a-f]{16}\\.mp4");
    assertThat(Path.of("folder").resolve(name).normalize().getParent())
        .isEqualTo(Path.of("folder"));
  }

  @Test
  void anIdMayBeAsLongAsItLikes() {
    String name = FileNames.of("a".repeat(10_000), 12, 12, URL);

    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(120);
  }

  @Test
  void twoIdsNeverHaveOneName() {
    Set<String> names = new HashSet<>();
    String[] ids = {"a/b", "a\\b", "a_b", "_a_b", "a:b", "a".repeat(81), "a".repeat(82), "x", "y"};
    for (String id : ids) {
      names.add(FileNames.of(id, 1, 1, URL).toLowerCase(Locale.ROOT));
    }

    assertThat(names).hasSize(ids.length);
  }

  @ParameterizedTest
  @CsvSource({
    "https://x/v.mov, mov",
    "https://x/v.WEBM?a.b, webm",
    "https://x/v.mp4#x, mp4",
    "https://x/v, mp4",
    "https://x/v.php, mp4",
    "https://x/v.exe, mp4",
    "https://x/v.html?v.mov, mp4",
    "https://x.mov/v, mp4",
    "https://x/v.mo/v, mp4",
    "https://x/v., mp4",
    "'', mp4"
  })
  void theExtensionIsThatOfTheAddressIfItIsOneOfAVideo(String url, String extension) {
    assertThat(FileNames.of("17", 1, 1, url)).isEqualTo("17." + extension);
  }
}
