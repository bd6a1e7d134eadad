package io.github.kling4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.testkit.Dialect;
import io.github.kling4j.testkit.KlingGateway;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TaskCommandsTest {
  @TempDir Path folder;

  private final KlingGateway gateway =
      KlingGateway.builder().taskDuration(Duration.ofHours(1)).start();

  @AfterEach
  void close() {
    gateway.close();
  }

  private Run run(String... args) {
    return Run.in(folder).at(gateway).run(args);
  }

  /** Makes a task that is not waited for, and returns its id. */
  private String task(String prompt) {
    run(prompt, "--timeout=10ms");
    List<String> ids = gateway.paidTasks();
    return ids.get(ids.size() - 1);
  }

  @Test
  void statusShowsARunningTask() {
    String id = task("A beach.");

    Run run = run("status", id);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).startsWith("task    " + id, "status  submitted");
  }

  @Test
  void statusShowsWhyATaskFailed() {
    String id = task("A beach. [[fail: too hot]]");
    gateway.advance(Duration.ofHours(1));

    Run run = run("status", id);

    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).contains("status  failed", "reason  too hot");
  }

  @Test
  void statusShowsTheAddressOfAVideo() {
    String id = task("A beach.");
    gateway.advance(Duration.ofHours(1));

    Run run = run("status", id);

    assertThat(run.out()).contains("video   " + gateway.url() + "files/");
  }

  @Test
  void statusPrintsTheTaskAsJson() {
    String id = task("A beach.");

    Run run = run("status", id, "--json");

    assertThat(TestJson.object(run.out()))
        .containsEntry("task_id", id)
        .containsEntry("task_status", "submitted");
  }

  @Test
  void whatAServerSaysCannotMoveTheCursor() {
    String id = task("A beach. [[fail: red \u001b[31m alert\u0007]]");
    gateway.advance(Duration.ofHours(1));

    Run run = run("status", id);

    assertThat(run.out()).contains("reason  red  [31m alert");
  }

  @Test
  void waitGoesOnWithATaskAndDownloadsItsVideo() {
    String id = task("A beach.");
    gateway.advance(Duration.ofHours(1));

    // Shorter than the time before the first look at a new task.
    Run run = run("wait", id, "--output", "beach.mp4", "--timeout=4s");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().strip()).isEqualTo(folder.resolve("beach.mp4").toString());
    assertThat(folder.resolve("beach.mp4")).isNotEmptyFile();
    assertThat(gateway.createRequests()).hasSize(1);
  }

  @Test
  void waitLooksAtOnceAndThenAtIntervals() {
    String id = task("A beach.");
    int before = gateway.queryRequests().size();

    Run run = run("wait", id, "--timeout=300ms", "--poll-interval=10ms");

    assertThat(run.code()).isEqualTo(15);
    assertThat(gateway.queryRequests().size() - before).isGreaterThan(1);
    assertThat(run.errLines()).filteredOn(line -> line.contains(": submitted")).hasSize(1);
  }

  @Test
  void waitRefusesAFileThatExistsBeforeItWaits() throws Exception {
    String id = task("A beach.");
    Files.writeString(folder.resolve("kling-" + id + ".mp4"), "precious");
    int before = gateway.requests().size();

    Run run = run("wait", id, "--timeout=10ms");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("kling-" + id + ".mp4 exists");
    assertThat(gateway.requests()).hasSize(before);
  }

  @Test
  void waitEndsAtOnceForAnUnknownTask() {
    Run run = run("wait", "nobody");

    assertThat(run.code()).isEqualTo(8);
    assertThat(run.err()).doesNotContain("goes on");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2"})
  void aQueryIsTriedAgainAsOftenAsIsSaid(int retries, int queries) {
    String id = task("A beach. [[query http 500]]");
    int before = gateway.queryRequests().size();

    Run run = run("status", id, "--retries=" + retries);

    assertThat(run.code()).as(run.err()).isEqualTo(11);
    assertThat(gateway.queryRequests().size() - before).isEqualTo(queries);
  }

  @Test
  void aCreateThatMadeNoTaskIsTriedAgainWithoutBeingTold() {
    Run run = run("A beach. [[code 1302 once]]", "--timeout=10ms");

    assertThat(run.code()).as(run.err()).isEqualTo(15);
    assertThat(gateway.createRequests()).hasSize(2);
    assertThat(gateway.paidTasks()).hasSize(1);
  }

  @Test
  void waitFindsTheTaskOfARunThatNeverToldItsId() {
    Run lost =
        run(
            "A beach. [[drop after read]] [[query http 503 once]]",
            "--external-task-id=mine",
            "--retries=0");
    assertThat(lost.code()).as(lost.err()).isEqualTo(16);
    gateway.advance(Duration.ofHours(1));

    Run run = run("wait", "--external-task-id=mine");

    String id = gateway.paidTasks().get(0);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.errLines()).startsWith("Task " + id + " is found");
    assertThat(run.out().strip()).isEqualTo(folder.resolve("kling-" + id + ".mp4").toString());
    assertThat(gateway.createRequests()).hasSize(1);
  }

  @Test
  void waitRefusesAFileThatExistsAsSoonAsTheTaskIsFound() throws Exception {
    run("A beach.", "--external-task-id=mine", "--timeout=10ms");
    String id = gateway.paidTasks().get(0);
    Files.writeString(folder.resolve("kling-" + id + ".mp4"), "precious");

    Run run = run("wait", "--external-task-id=mine");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("kling-" + id + ".mp4 exists");
  }

  @Test
  void waitSaysThatThereIsNoTaskOfThatExternalId() {
    Run run = run("wait", "--external-task-id=nobodys");

    assertThat(run.code()).as(run.err()).isEqualTo(8);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void waitTellsARelayThatDoesNotKnowExternalIdsFromOneWithoutTheTask() {
    try (KlingGateway relay = KlingGateway.builder().dialect(Dialect.NO_ENVELOPE).start()) {
      Run run = Run.in(folder).at(relay).run("wait", "--external-task-id=mine");

      assertThat(run.code()).as(run.err()).isEqualTo(16);
      assertThat(run.err())
          .contains("error: It is not certain whether a task was made: The server refused with")
          .contains("hint: A relay may not know the ids of callers");
    }
  }

  @Test
  void anIdCannotNameAFileElsewhere() {
    assertThat(new OutputOptions().target(folder, "../../etc/passwd"))
        .isEqualTo(folder.resolve("kling-.._.._etc_passwd.mp4"));
  }

  @Test
  void listPrintsALineForEachTask() {
    String first = task("A beach.");
    String second = task("Another beach.");

    Run run = run("list");

    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith(second + "  submitted  ");
    assertThat(lines.get(1)).startsWith(first + "  submitted  ");
  }

  @Test
  void listStopsAtItsLimit() {
    task("A beach.");
    String second = task("Another beach.");

    Run run = run("list", "--limit", "1", "--json");

    List<Map<String, Object>> tasks = TestJson.array(run.out());
    assertThat(tasks).hasSize(1);
    assertThat(tasks.get(0)).containsEntry("task_id", second);
    assertThat(gateway.listRequests()).hasSize(1);
  }

  @Test
  void anEmptyListSaysSo() {
    Run run = run("list");

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip()).isEqualTo("There are no tasks.");
    assertThat(run("list", "--json").out().strip()).isEqualTo("[]");
  }
}
