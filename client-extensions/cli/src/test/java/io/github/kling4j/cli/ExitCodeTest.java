package io.github.kling4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.testkit.Dialect;
import io.github.kling4j.testkit.KlingGateway;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExitCodeTest {
  @TempDir Path folder;

  private final KlingGateway gateway = KlingGateway.builder().taskDuration(Duration.ZERO).start();

  @AfterEach
  void close() {
    gateway.close();
  }

  private Run run(String... args) {
    return Run.in(folder).at(gateway).run(args);
  }

  /** One line for the error, at most one for the hint, no trace, no key. */
  private static void assertReadable(Run run) {
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).doesNotContain("sk-test").doesNotContain("\tat ").doesNotContain(".java");
    assertThat(run.errLines()).filteredOn(line -> line.startsWith("error: ")).hasSize(1);
    assertThat(run.errLines()).filteredOn(line -> line.startsWith("hint: ")).hasSizeBetween(0, 1);
    assertThat(run.errLines()).noneMatch(line -> line.strip().endsWith(":"));
  }

  @ParameterizedTest
  @CsvSource({
    "[[code 1103]], 5, 1103 PERMISSION_DENIED",
    "[[code 1304]], 5, 1304 IP_NOT_ALLOWED",
    "[[code 1200]], 6, 1200 INVALID_PARAMETERS",
    "[[code 1300]], 7, 1300 PLATFORM_POLICY",
    "[[code 1301]], 7, 1301 CONTENT_SAFETY",
    "[[code 1203]], 8, 1203 RESOURCE_NOT_FOUND",
    "[[code 1302]], 9, 1302 RATE_LIMITED",
    "[[code 1102]], 10, 1102 RESOURCE_PACK_EXHAUSTED",
  })
  void aRefusedCreateEndsWithItsKind(String directive, int code, String said) {
    Run run = run("A beach. " + directive, "--poll-interval=10ms", "--retries=0");

    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(gateway.createRequests()).hasSize(1);
    assertThat(run.err()).contains("error: The server refused with HTTP ").contains(said);
    assertReadable(run);
    assertThat(run.err()).doesNotContain("kling wait").doesNotContain("kling status");
  }

  @Test
  void aWrongKeyIsAnAuthenticationError() {
    try (KlingGateway strict = KlingGateway.builder().apiKey("another").start()) {
      Run run = Run.in(folder).at(strict).run("A beach.");

      assertThat(run.code()).as(run.err()).isEqualTo(4);
      assertThat(run.err()).contains("KLING_API_KEY");
      assertReadable(run);
    }
  }

  @Test
  void aBlankPromptIsNotEvenSent() {
    Run run = run("  ");

    assertThat(run.code()).isEqualTo(6);
    assertThat(run.err()).contains("error: The request was not sent: prompt is blank");
    assertThat(gateway.requests()).isEmpty();
    assertReadable(run);
  }

  @Test
  void aRefusedRequestNamesTheLimitsThatItBreaks() {
    Run run = run("A beach. [[code 1201]]", "--mode=no-such-mode");

    assertThat(run.code()).isEqualTo(6);
    assertThat(run.err()).contains("hint: ").contains("mode is no-such-mode");
    assertReadable(run);
  }

  @Test
  void aTaskThatFailsIsNamedWithItsReason() {
    Run run = run("A beach. [[fail: risk control]]", "--poll-interval=10ms");

    assertThat(run.code()).isEqualTo(14);
    assertThat(run.err())
        .contains(
            "error: Task "
                + gateway.paidTasks().get(0)
                + " failed: Failure to pass the risk control system");
    assertReadable(run);
  }

  @Test
  void aTaskThatFailsIsStillPrintedAsJson() {
    Run run = run("A beach. [[fail: risk control]]", "--poll-interval=10ms", "--json");

    assertThat(run.code()).isEqualTo(14);
    assertThat(TestJson.object(run.out())).containsEntry("task_status", "failed");
  }

  @Test
  void aTimeOutSaysHowToGoOn() {
    Run run = run("A beach. [[slow 1h]]", "--timeout=200ms", "--poll-interval=10ms");

    assertThat(run.code()).isEqualTo(15);
    assertThat(run.err())
        .contains("its last status was submitted")
        .contains("with: ./kling wait " + gateway.paidTasks().get(0));
    assertReadable(run);
  }

  @Test
  void anUncertainCreateSaysHowToFindTheTask() {
    Run run =
        run(
            "A beach. [[drop after read]] [[query http 503]]",
            "--set=external_task_id=mine",
            "--retries=0");

    assertThat(run.code()).as(run.err()).isEqualTo(16);
    assertThat(run.err())
        .contains("error: It is not certain whether a task was made: No answer came: ")
        .contains("hint: A task may have been made, which costs money.")
        .contains("./kling wait --external-task-id mine");
    assertThat(gateway.createRequests()).hasSize(1);
    assertReadable(run);
  }

  @Test
  void anUncertainCreateWithoutAnIdIsLookedForByHand() {
    Run run =
        Run.in(folder)
            .at(gateway)
            .with("KLING_RELAY_NEEDS", "no-external-task-id")
            .run("A beach. [[drop after read]]", "--retries=0");

    assertThat(run.code()).as(run.err()).isEqualTo(16);
    assertThat(run.err())
        .contains("hint: A task may have been made, which costs money.")
        .contains("look at the relay's own list")
        .doesNotContain("kling4j-")
        .doesNotContain("--external-task-id");
    assertThat(gateway.createRequests()).hasSize(1);
    assertReadable(run);
  }

  @Test
  void aListThatTheRelayLacksIsAnOperationThatIsNotThere() {
    try (KlingGateway relay = KlingGateway.builder().dialect(Dialect.NEW_API).start()) {
      Run run = Run.in(folder).at(relay).run("list");

      assertThat(run.code()).as(run.err()).isEqualTo(8);
      assertThat(run.err())
          .contains("error: The server has no list of tasks: ")
          .contains("status and wait take the id of a task");
      assertReadable(run);
    }
  }

  @Test
  void aLostDownloadSaysHowToGetTheVideo() {
    Run run = run("A beach. [[download http 404]]", "--poll-interval=10ms");

    assertThat(run.code()).isEqualTo(17);
    assertThat(run.err()).contains("./kling wait " + gateway.paidTasks().get(0));
    assertThat(folder).isEmptyDirectory();
    assertReadable(run);
  }

  @Test
  void aServerThatFailsIsAServerError() {
    run("A beach. [[query http 503]] [[slow 1h]]", "--timeout=10ms", "--poll-interval=10ms");

    Run run = run("status", gateway.paidTasks().get(0), "--retries=0");

    assertThat(run.code()).as(run.err()).isEqualTo(11);
    assertReadable(run);
  }

  @Test
  void anAnswerThatIsNoJsonIsUnreadable() {
    run("A beach. [[query html]] [[slow 1h]]", "--timeout=10ms", "--poll-interval=10ms");

    Run run = run("status", gateway.paidTasks().get(0), "--retries=0");

    assertThat(run.code()).as(run.err()).isEqualTo(13);
    assertReadable(run);
  }

  @Test
  void anUnknownTaskIsNotFound() {
    Run run = run("status", "nobody");

    assertThat(run.code()).as(run.err()).isEqualTo(8);
    assertReadable(run);
  }

  @Test
  void aServerThatIsNotThereIsAConnectionError() {
    String url = gateway.url();
    gateway.close();

    Run run =
        Run.in(folder)
            .with("KLING_BASE_URL", url)
            .with("KLING_API_KEY", "sk-test-0123456789")
            .run("A beach.", "--retries=0");

    assertThat(run.code()).as(run.err()).isEqualTo(12);
    assertThat(run.err()).contains("The request was not sent").contains("KLING_BASE_URL");
    assertReadable(run);
  }

  @Test
  void debugAddsATraceWithoutTheKey() {
    Run run =
        run("A beach. [[fail: bad key sk-test-0123456789]]", "--poll-interval=10ms", "--debug");

    assertThat(run.code()).isEqualTo(14);
    assertThat(run.err()).contains("\tat ").contains("***").doesNotContain("sk-test-0123456789");
  }

  @Test
  void everyCodeIsInTheHelp() {
    Run run = Run.in(folder).run("--help");

    assertThat(run.code()).isZero();
    for (ExitCode code : ExitCode.values()) {
      assertThat(run.out()).containsPattern("(?m)^  " + code.number + " +" + code.meaning + "$");
    }
  }

  @Test
  void noTwoKindsShareACode() {
    assertThat(ExitCode.values()).extracting(code -> code.number).doesNotHaveDuplicates();
  }
}
