package io.github.kling4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.media.DownloadPolicy;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testkit.KlingGateway;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ties the README to what is compiled and run. */
class ReadmeTest {
  private static final Path README = Path.of("..", "..", "README.md");
  private static final Path EXAMPLE = Path.of("src/it/consumer/src/main/java/BeachVideo.java");
  private static final Path EXAMPLES =
      Path.of("src/test/java/io/github/kling4j/ReadmeExamples.java");
  private static final Path EXCEPTIONS = Path.of("src/main/java/io/github/kling4j/error");
  private static final Pattern CODE = Pattern.compile("(?s)```java\\n(.*?)```");

  @Test
  void theExampleOfTheReadmeIsTheOneThatIsRun() throws IOException {
    Matcher code =
        Pattern.compile("```java\\n(import .*?)```", Pattern.DOTALL)
            .matcher(Files.readString(README));

    assertThat(code.find()).isTrue();
    assertThat(code.group(1)).isEqualTo(Files.readString(EXAMPLE));
  }

  @Test
  void whatIsShownOfSendingAgainCompiles() throws IOException {
    String compiled = Files.readString(EXAMPLES);
    List<String> shown = blocks(section("Sending again, and money"));

    assertThat(shown).hasSize(2);
    assertThat(shown).allSatisfy(code -> assertThat(compiled).contains(code.indent(4)));
  }

  @Test
  void whatIsShownOfDownloadsCompiles() throws IOException {
    List<String> shown = blocks(section("Downloads"));

    assertThat(shown).hasSize(1);
    assertThat(Files.readString(EXAMPLES)).contains(shown.get(0).indent(4));
  }

  @Test
  void whatIsSaidOfDownloadsNamesAllThatAPolicySets() throws IOException {
    String downloads = section("Downloads");

    assertThat(DownloadPolicy.Builder.class.getMethods())
        .filteredOn(method -> method.getReturnType() == DownloadPolicy.Builder.class)
        .hasSize(4)
        .allSatisfy(method -> assertThat(downloads).contains("`" + method.getName() + "("));
  }

  @Test
  void whatIsShownOfSendingAgainMakesATaskAndFindsIt() {
    try (KlingGateway gateway = KlingGateway.start();
        KlingClient kling =
            KlingClient.builder()
                .gateway(Gateway.relay(gateway.url()))
                .credentials(Credentials.apiKey("sk-test"))
                .retryPolicy(ReadmeExamples.policy())
                .waitPolicy(Fixtures.IMPATIENT)
                .build()) {
      VideoTask task = ReadmeExamples.create(kling);

      assertThat(kling.textToVideo().recover("order-17").id()).isEqualTo(task.id());
      assertThat(gateway.paidTasks()).containsExactly(task.id());
    }
  }

  @Test
  void eachExceptionIsExplained() throws Exception {
    String errors = section("Errors");

    assertThat(exceptions())
        .hasSizeGreaterThan(15)
        .allSatisfy(name -> assertThat(errors).contains("`" + name + "`"));
  }

  /** What a caller can catch: public, and thrown by this client or by an interceptor of it. */
  private static List<String> exceptions() throws IOException, ClassNotFoundException {
    try (Stream<Path> files = Files.list(EXCEPTIONS)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .filter(name -> name.endsWith("Exception"))
              .sorted()
              .toList();
      for (String name : names) {
        Class<?> type = Class.forName(KlingException.class.getPackageName() + "." + name);
        assertThat(Modifier.isPublic(type.getModifiers())).as(name).isTrue();
      }
      return names;
    }
  }

  static String section(String heading) throws IOException {
    Matcher section =
        Pattern.compile("(?sm)^## " + Pattern.quote(heading) + "\\n(.*?)(?=^## |\\z)")
            .matcher(Files.readString(README));
    assertThat(section.find()).as(heading).isTrue();
    return section.group(1);
  }

  static List<String> blocks(String section) {
    return CODE.matcher(section).results().map((MatchResult block) -> block.group(1)).toList();
  }
}
