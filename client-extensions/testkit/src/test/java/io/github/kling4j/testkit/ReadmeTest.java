package io.github.kling4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
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
    assertThat(directives)
        .contains("fail: REASON", "hang", "list html", "http_503_twice")
        .hasSizeGreaterThan(12);

    for (String directive : directives) {
      boolean inTheKey = directive.matches("list .*|(http|word)[_-].*");
      Script.Source source = inTheKey ? Script.Source.KEY : Script.Source.PROMPT;
      assertThat(Script.of("[[" + directive + "]]", source)).isNotSameAs(Script.NONE);
    }
  }

  @Test
  void everyDialectIsInBothItsTables() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (Dialect dialect : Dialect.values()) {
      assertThat(readme.split("\n\\| `" + dialect + "` \\|", -1)).as(dialect.name()).hasSize(3);
    }
  }

  @Test
  void everySettingIsInItsTable() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (Method method : KlingGatewayBuilder.class.getMethods()) {
      if (method.getReturnType() == KlingGatewayBuilder.class) {
        assertThat(readme).contains("\n| `" + method.getName() + "(");
      }
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
