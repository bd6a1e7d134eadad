package io.github.kling4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.testkit.Dialect;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UsageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                | There is no prompt",
        "beach --sped 5                    | --sped",
        "beach --duration 5s               | '5s' is not an int",
        "beach --cfg-scale much            | 'much' is not a double",
        "beach --set sound                 | 'sound' is not NAME=VALUE",
        "beach --set =on                   | '=on' is not NAME=VALUE",
        "beach --timeout 5x                | '5x' is not a duration",
        "beach --timeout 0s                | --timeout must be more than zero",
        "beach --poll-interval PT0S        | --poll-interval must be more than zero",
        "beach --model a --model b         | --model",
        "wait                              | Either the task's ID is needed, or --external-task-id",
        "wait 1 --external-task-id 2       | Either the task's ID is needed, or --external-task-id",
        "beach --retries many              | 'many' is not an int",
        "beach --retries -1                | --retries must be from 0 to 99, not -1",
        "wait 1 --retries 100              | --retries must be from 0 to 99, not 100",
        "simulate --retries 1              | --retries",
        "status                            | ID",
        "list --limit 0                    | --limit must be 1 or more",
        "beach --callback-port 65536       | --callback-port must be from 0 to 65535, not 65536",
        "beach --callback-port many        | 'many' is not an int",
        "beach --callback-url https://x.de | --callback-url is of use with --callback-port only",
        "beach --callback-url x.example.de | --callback-url must be as https://tunnel.example.com",
        "beach --callback-url https://x/?a | without ? or #, not https://x/?a",
        "beach --callback-url ftp://x.de/  | --callback-url must be as https://tunnel.example.com",
        "wait 1 --callback-port 0          | --callback-port",
        "simulate --port 70000             | --port must be from 0 to 65535",
        "simulate --dialect klingon        | 'klingon' is not one of vendor, word-code, new-api",
        "simulate --random-faults 1.5      | --random-faults must be from 0 to 1, not 1.5",
        "simulate --random-faults -1       | --random-faults must be from 0 to 1",
        "simulate --random-faults many     | 'many' is not a double",
        "simulate --seed 7                 | --seed is of use with --random-faults only",
        "--output a.mp4 wait 1             | --output stands before the command wait",
        "--mode pro list                   | --mode stands before the command list",
        "a list                            | The prompt stands before the command list",
      })
  void aWrongCommandLineIsOneLineAndAHint(String arguments, String said) {
    Run run = Run.in(folder).run(arguments.isEmpty() ? new String[0] : arguments.split(" +"));

    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(2);
    assertThat(run.errLines().get(0)).startsWith("error: ").contains(said);
    assertThat(run.errLines().get(1)).startsWith("hint: ").contains("--help");
  }

  @Test
  void wordsWithoutQuotesAreExplained() {
    Run run = Run.in(folder).run("a", "day", "at", "the", "beach");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Put a prompt of several words in quotes");
  }

  @Test
  void aPromptThatBeginsWithAHyphenIsExplained() {
    Run run = Run.in(folder).run("-5 degrees and snow");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Write -- before a prompt that begins with a hyphen");
  }

  @Test
  void theHelpNamesAllCommandsAndOptions() {
    Run run = Run.in(folder).run("--help");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("Usage: ./kling [OPTIONS] PROMPT")
        .contains("--output", "--model", "--mode", "--duration", "--aspect-ratio")
        .contains("--negative-prompt", "--cfg-scale", "--set", "--timeout", "--poll-interval")
        .contains("--json", "--no-download", "--force", "--debug", "--version", "--retries")
        .contains("--external-task-id", "--callback-port", "--callback-url")
        .contains("status ", "wait ", "list ", "simulate ")
        .contains("KLING_BASE_URL", "KLING_API_KEY", "KLING_RELAY_NEEDS", "KLING_CALLBACK_SECRET")
        .contains("kling-v2-5-turbo");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @CsvSource({"status", "wait", "list", "simulate"})
  void everyCommandHasHelp(String command) {
    Run run = Run.in(folder).run(command, "--help");

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Usage: ./kling " + command);
  }

  @ParameterizedTest
  @CsvSource({"status, false", "wait, true", "list, false"})
  void commandsThatAskTheServerCanBeToldHowOften(String command, boolean knowsExternalIds) {
    Run run = Run.in(folder).run(command, "--help");

    assertThat(run.out()).contains("--retries=N");
    assertThat(run.out().contains("--external-task-id=ID")).isEqualTo(knowsExternalIds);
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void theHelpOfSimulateNamesItsOptionsAndAllDialects() {
    Run run = Run.in(folder).run("simulate", "--help");

    assertThat(run.out()).contains("--port", "--task-duration", "--random-faults", "--seed");
    for (Dialect dialect : Dialect.values()) {
      assertThat(run.out()).contains(DialectConverter.nameOf(dialect));
    }
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void theVersionNamesTheContractToo() {
    Run run = Run.in(folder).run("--version");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .matches("kling4j \\d+\\.\\d+\\.\\d+\\S* \\(contract: Kling text-to-video \\d\\S+\\)\\R");
  }
}
