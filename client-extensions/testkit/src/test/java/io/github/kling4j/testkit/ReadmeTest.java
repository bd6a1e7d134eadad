package io.github.kling4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  @Test
  void everyDirectiveInItIsKnown() throws IOException {
    List<String> directives = directives();
    assertThat(directives).contains("fail: REASON", "hang", "list html").hasSizeGreaterThan(12);

    for (String directive : directives) {
      boolean inTheKey = directive.startsWith("list");
      Script.Source source = inTheKey ? Script.Source.KEY : Script.Source.PROMPT;
      assertThat(Script.of("[[" + directive + "]]", source)).isNotSameAs(Script.NONE);
    }
  }

  private static List<String> directives() throws IOException {
    List<String> found = new ArrayList<>();
    Matcher matcher =
        Pattern.compile("\\[\\[([^\\]]+)]]").matcher(Files.readString(Path.of("README.md")));
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
