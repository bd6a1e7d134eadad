package io.github.kling4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.testkit.KlingGateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: signals, exit codes, and one gateway for two. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class ProcessTest {
  @TempDir Path folder;

  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void endAll() {
    processes.forEach(Process::destroyForcibly);
  }

  private Process start(String url, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("KLING_"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    if (!url.isEmpty()) {
      builder.environment().put("KLING_BASE_URL", url);
      builder.environment().put("KLING_API_KEY", "sk-test-0123456789");
    }
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private static BufferedReader err(Process process) {
    return new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
  }

  private static BufferedReader out(Process process) {
    return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  /** Reads up to the line that holds a text, and fails with what was read if there is none. */
  private static String readTo(BufferedReader reader, String text) throws IOException {
    StringBuilder read = new StringBuilder();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      read.append(line).append('\n');
      if (line.contains(text)) {
        return line;
      }
    }
    throw new AssertionError("no \"" + text + "\" in:\n" + read);
  }

  private static String rest(BufferedReader reader) {
    return String.join("\n", reader.lines().toList());
  }

  private static void signal(Process process, String signal) throws Exception {
    int code =
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
    assertThat(code).isZero();
  }

  /** A process that was started in the background may have inherited that it ignores Ctrl-C. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> new BigInteger(line.substring(7).strip(), 16).testBit(1));
  }

  @Test
  void ctrlCPrintsTheTaskAndHowToGoOn() throws Exception {
    // Where nobody can press it, a plain kill stands for it.
    boolean pressed = !ignoresInterrupts();
    try (KlingGateway gateway = KlingGateway.start()) {
      Process process = start(gateway.url(), "A beach. [[slow 1h]]");
      BufferedReader err = err(process);
      readTo(err, " is made");

      signal(process, pressed ? "INT" : "TERM");

      String id = gateway.paidTasks().get(0);
      assertThat(rest(err))
          .isEqualTo(
              "Interrupted. Task "
                  + id
                  + " goes on at the server; wait on with: ./kling wait "
                  + id);
      assertThat(process.waitFor()).isEqualTo(pressed ? 130 : 143);
    }
  }

  @Test
  void aPlainKillDoesToo() throws Exception {
    try (KlingGateway gateway = KlingGateway.start()) {
      Process process = start(gateway.url(), "A beach. [[slow 1h]]");
      BufferedReader err = err(process);
      readTo(err, " is made");

      signal(process, "TERM");

      assertThat(rest(err)).endsWith("with: ./kling wait " + gateway.paidTasks().get(0));
      assertThat(process.waitFor()).isEqualTo(143);
    }
  }

  @Test
  void aKillDuringTheCreateNamesTheIdUnderWhichATaskCanBeFound() throws Exception {
    try (KlingGateway gateway = KlingGateway.start()) {
      Process process = start(gateway.url(), "A beach. [[hang]]", "--set=external_task_id=mine");
      while (gateway.createRequests().isEmpty()) {
        Thread.onSpinWait();
      }

      signal(process, "TERM");

      assertThat(rest(err(process)))
          .contains("A task may have been made, which costs money.")
          .endsWith("./kling wait --external-task-id mine");
      assertThat(process.waitFor()).isEqualTo(143);
    }
  }

  @Test
  void theIdUnderWhichATaskCanBeFoundIsToldBeforeItIsMade() throws Exception {
    try (KlingGateway gateway = KlingGateway.builder().taskDuration(Duration.ZERO).start()) {
      Process process = start(gateway.url(), "A beach. [[hang]]");
      String line = readTo(err(process), "external_task_id");
      while (gateway.paidTasks().isEmpty()) {
        Thread.onSpinWait();
      }
      // As a power cut does: nothing more is said.
      process.destroyForcibly();

      String id = line.substring(line.lastIndexOf(' ') + 1);
      Process resumed = start(gateway.url(), "wait", "--external-task-id", id);

      assertThat(resumed.waitFor()).as(() -> rest(err(resumed))).isZero();
      String file = "kling-" + gateway.paidTasks().get(0) + ".mp4";
      assertThat(rest(out(resumed))).endsWith(file);
      assertThat(folder.resolve(file)).isNotEmptyFile();
      assertThat(gateway.createRequests()).hasSize(1);
    }
  }

  @Test
  void theExitCodeIsThatOfTheProcess() throws Exception {
    Process process = start("", "--sped");

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(rest(err(process))).contains("error: Unknown option: '--sped'");
  }

  @Test
  void simulateServesAnotherProcess() throws Exception {
    Process gateway = start("", "simulate", "--port", "0", "--task-duration", "0s");
    String url = out(gateway).readLine();
    BufferedReader instructions = err(gateway);
    assertThat(readTo(instructions, "export")).contains("KLING_BASE_URL=" + url);

    Process client = start(url, "在海滩上度假的快乐场景。", "--poll-interval=10ms", "-o", "beach.mp4");

    assertThat(client.waitFor()).as(() -> rest(err(client))).isZero();
    assertThat(rest(out(client))).endsWith("beach.mp4");
    byte[] bytes = Files.readAllBytes(folder.resolve("beach.mp4"));
    assertThat(new String(bytes, 4, 4, UTF_8)).isEqualTo("ftyp");
    signal(gateway, "TERM");
    assertThat(gateway.waitFor()).isEqualTo(143);
  }

  @Test
  void simulateSpeaksADialect() throws Exception {
    Process gateway = start("", "simulate", "--dialect", "new-api-old", "--task-duration", "0s");
    String url = out(gateway).readLine();

    assertThat(create(url, "A beach.").body()).matches("\\{\"task_id\":\"\\d+\"}");
  }

  @Test
  void simulateSpoilsRequestsAndSaysHowToRepeatThat() throws Exception {
    Process first = start("", "simulate", "--random-faults", "0.5", "--seed", "7");
    assertThat(readTo(err(first), "--seed"))
        .isEqualTo("Of all requests, a share of 0.5 is spoilt at random; --seed 7 repeats that.");
    Process same = start("", "simulate", "--random-faults", "0.5", "--seed", "7");

    String firstUrl = out(first).readLine();
    List<String> answers = answers(firstUrl);
    assertThat(answers(out(same).readLine())).isEqualTo(answers);
    assertThat(new HashSet<>(answers)).contains("HTTP 200").hasSizeGreaterThan(2);
  }

  @Test
  void simulateChoosesASeedAndTellsIt() throws Exception {
    Process process = start("", "simulate", "--random-faults", "1");
    assertThat(readTo(err(process), "--seed")).containsPattern("--seed \\d+ repeats that");
  }

  private static List<String> answers(String url) {
    return IntStream.range(0, 20).mapToObj(i -> answer(url, "Shot " + i)).toList();
  }

  private static String answer(String url, String prompt) {
    try {
      return "HTTP " + create(url, prompt).statusCode();
    } catch (IOException e) {
      return "no answer";
    }
  }

  private static HttpResponse<String> create(String url, String prompt) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "kling/v1/videos/text2video"))
            .header("Authorization", "Bearer any")
            .POST(HttpRequest.BodyPublishers.ofString("{\"prompt\":\"" + prompt + "\"}"))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void simulateSaysThatAPortIsTaken() throws Exception {
    try (KlingGateway gateway = KlingGateway.start()) {
      Process process = start("", "simulate", "--port", String.valueOf(gateway.port()));

      assertThat(process.waitFor()).isEqualTo(3);
      assertThat(rest(err(process))).contains("error: Cannot listen on port " + gateway.port());
    }
  }
}
