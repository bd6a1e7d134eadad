package io.github.kling4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.kling4j.testkit.KlingGateway;
import io.github.kling4j.testkit.ReceivedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainJobTest {
  private static final String PROMPT = "在海滩上度假的快乐场景。";

  @TempDir Path folder;

  private final KlingGateway gateway = KlingGateway.builder().taskDuration(Duration.ZERO).start();

  @AfterEach
  void close() {
    gateway.close();
  }

  private Run run(String... args) {
    return Run.in(folder).at(gateway).run(args);
  }

  @Test
  void aPromptBecomesAPlayableFile() throws IOException {
    Run run = run(PROMPT, "--poll-interval", "10ms");

    assertThat(run.code()).as(run.err()).isZero();
    Path file = folder.resolve("kling-" + gateway.paidTasks().get(0) + ".mp4");
    assertThat(run.out()).isEqualTo(file + System.lineSeparator());
    byte[] bytes = Files.readAllBytes(file);
    assertThat(new String(bytes, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
  }

  @Test
  void theRequestIsTheExampleOfTheRelaysPage() {
    run(PROMPT, "--poll-interval", "10ms");

    assertThat(gateway.createRequests()).hasSize(1);
    ReceivedRequest create = gateway.createRequests().get(0);
    assertThat(create).hasToString("POST /kling/v1/videos/text2video");
    assertThat(create.header("Authorization")).isEqualTo("Bearer sk-test-0123456789");
    assertThat(create.header("Accept")).isEqualTo("application/json");
    assertThat(create.header("Content-Type")).startsWith("application/json");
    Map<String, Object> body = new HashMap<>(create.json());
    assertThat(body.remove("external_task_id")).asString().startsWith("kling4j-");
    assertThat(TestJson.texts(body))
        .containsOnly(
            entry("model_name", "kling-v2-5-turbo"),
            entry("prompt", PROMPT),
            entry("duration", "5"));
  }

  @Test
  void optionsAreSentAsTheParametersTheyName() {
    Run run =
        run(
            PROMPT,
            "--model=kling-v9",
            "--mode=pro",
            "--duration=10",
            "--aspect-ratio=9:16",
            "--negative-prompt=rain",
            "--cfg-scale=0.25",
            "--external-task-id=mine",
            "--poll-interval=10ms");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(TestJson.texts(gateway.lastCreateBody()))
        .contains(
            entry("model_name", "kling-v9"),
            entry("mode", "pro"),
            entry("duration", "10"),
            entry("aspect_ratio", "9:16"),
            entry("negative_prompt", "rain"),
            entry("cfg_scale", "0.25"),
            entry("external_task_id", "mine"));
  }

  @Test
  void setSendsAnyParameterAsItWasWritten() {
    Run run =
        run(
            PROMPT,
            "--set=sound_effect=waves = loud",
            "--set",
            "new_number=1.50",
            "--set",
            "new_flag=true",
            "--set",
            "duration=\"5\"",
            "--set",
            "watermark_info={\"enabled\": true, \"places\": [1, null]}",
            "--set",
            "external_task_id=mine",
            "--poll-interval=10ms");

    assertThat(run.code()).as(run.err()).isZero();
    Map<String, Object> watermark = new HashMap<>();
    watermark.put("enabled", true);
    List<Object> places = new java.util.ArrayList<>();
    places.add(1L);
    places.add(null);
    watermark.put("places", places);
    assertThat(gateway.lastCreateBody())
        .contains(
            entry("sound_effect", "waves = loud"),
            entry("new_number", new java.math.BigDecimal("1.50")),
            entry("new_flag", true),
            entry("duration", "5"),
            entry("watermark_info", watermark),
            entry("external_task_id", "mine"));
  }

  @Test
  void jsonIsTheTaskAndItsFile() {
    Run run = run(PROMPT, "--json", "--output", "beach.mp4", "--poll-interval=10ms");

    assertThat(run.code()).as(run.err()).isZero();
    Map<String, Object> json = TestJson.object(run.out());
    assertThat(json)
        .contains(
            entry("task_id", gateway.paidTasks().get(0)),
            entry("task_status", "succeed"),
            entry("file", folder.resolve("beach.mp4").toString()));
  }

  @Test
  void withoutADownloadTheAddressIsPrinted() {
    Run run = run(PROMPT, "--no-download", "--poll-interval=10ms");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().strip()).startsWith(gateway.url() + "files/").endsWith(".mp4");
    assertThat(gateway.downloadRequests()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anExistingFolderTakesAFileOfTheTasksName() throws IOException {
    Path videos = Files.createDirectory(folder.resolve("videos"));

    Run run = run(PROMPT, "-o", "videos", "--poll-interval=10ms");

    assertThat(run.out().strip())
        .isEqualTo(videos.resolve("kling-" + gateway.paidTasks().get(0) + ".mp4").toString());
  }

  @Test
  void aFileThatExistsIsRefusedBeforeAnythingIsPaid() throws IOException {
    Path file = Files.writeString(folder.resolve("beach.mp4"), "precious");

    Run run = run(PROMPT, "-o", "beach.mp4");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("beach.mp4 exists").contains("--force");
    assertThat(gateway.requests()).isEmpty();
    assertThat(file).hasContent("precious");
  }

  @Test
  void forceOverwritesAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("beach.mp4"), "old");

    Run run = run(PROMPT, "-o", "beach.mp4", "--force", "--poll-interval=10ms");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(file).isNotEmptyFile();
    assertThat(Files.size(file)).isGreaterThan(1_000);
  }

  @Test
  void aFolderThatIsNotThereIsRefusedBeforeAnythingIsPaid() {
    Run run = run(PROMPT, "-o", "nowhere/beach.mp4");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("There is no folder " + folder.resolve("nowhere"));
    assertThat(gateway.requests()).isEmpty();
  }

  @Test
  void withoutATerminalEachStatusIsOneLine() {
    Run run = run(PROMPT, "--poll-interval=10ms");

    String id = gateway.paidTasks().get(0);
    assertThat(run.errLines())
        .containsExactly(
            "Making a task with external_task_id "
                + gateway.lastCreateBody().get("external_task_id"),
            "Task " + id + " is made",
            "Task " + id + ": succeed (0:00)",
            "Downloading the video");
  }

  @Test
  void onATerminalABarMovesAndIsWipedOff() {
    Run run = Run.in(folder).at(gateway).onTerminal().run(PROMPT, "--poll-interval=500ms");

    String id = gateway.paidTasks().get(0);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("\rTask " + id + "  0:00").contains("[====");
    assertThat(run.errLines()).contains("Task " + id + ": succeed (0:00)");
    assertThat(run.out().strip()).endsWith(".mp4").doesNotContain("\r");
  }

  @Test
  void withoutSettingsTheBuiltInGatewayDoesTheWholeJob() throws IOException {
    Run run = Run.in(folder).run(PROMPT, "-o", "beach.mp4", "--poll-interval=100ms");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.errLines().get(0)).contains("built-in gateway").contains("no money is spent");
    assertThat(run.out().strip()).isEqualTo(folder.resolve("beach.mp4").toString());
    assertThat(Files.size(folder.resolve("beach.mp4"))).isGreaterThan(1_000);
  }

  @Test
  void anAtSignInAPromptIsNoFile() throws IOException {
    Files.writeString(folder.resolve("args"), "--help");

    run("@" + folder.resolve("args"), "--poll-interval=10ms");

    assertThat(gateway.lastCreateBody()).containsEntry("prompt", "@" + folder.resolve("args"));
  }

  @Test
  void afterTwoHyphensAPromptMayBeAnything() {
    run("--poll-interval=10ms", "--", "list");

    assertThat(gateway.lastCreateBody()).containsEntry("prompt", "list");
  }
}
