package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.NotFoundException;
import io.github.kling4j.testkit.KlingGateway;
import io.github.kling4j.testkit.KlingGatewayExtension;
import io.github.kling4j.testkit.ReceivedRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money, where a process ends between its POST and the answer: the id alone finds the task. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class KilledProcessTest {
  private static final String ID = "order-17";

  @RegisterExtension static final KlingGatewayExtension KLING = new KlingGatewayExtension();

  private final KlingGateway gateway = KLING.gateway();
  private final List<Process> processes = new ArrayList<>();

  /** The process that is killed: it creates a task, and gets no answer. */
  static final class Creator {
    private Creator() {}

    public static void main(String[] args) {
      try (KlingClient kling = client(args[0])) {
        throw new AssertionError("There is an answer: " + create(kling, args[1]));
      }
    }
  }

  @AfterEach
  void endAll() {
    processes.forEach(Process::destroyForcibly);
  }

  @ParameterizedTest
  @CsvSource({
    "[[hang]], POST",
    "[[http 503 paid]] [[query hang once]], POST GET",
  })
  void aTaskWhoseProcessWasKilledIsFoundByItsIdAlone(String directives, String requests)
      throws Exception {
    Process process = start(gateway.url(), "A beach. " + directives);
    while (!requests.equals(methods())) {
      assertRuns(process);
      Thread.onSpinWait();
    }

    kill(process);

    try (KlingClient kling = client(gateway.url())) {
      VideoTask task = kling.textToVideo().recover(ID);

      assertThat(gateway.paidTasks()).containsExactly(task.id());
      assertThat(task.externalTaskId()).isEqualTo(ID);
      assertThat(methods()).isEqualTo(requests + " GET");
    }
  }

  @Test
  void aTaskThatTheKilledProcessDidNotMakeIsNotFoundAndCanBeMade() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process process = start("http://127.0.0.1:" + deaf.getLocalPort(), "A beach.");
      try (Socket socket = deaf.accept()) {
        assertThat(socket.getInputStream().read()).isEqualTo('P');

        kill(process);
      }
    }

    try (KlingClient kling = client(gateway.url())) {
      NotFoundException e =
          catchThrowableOfType(NotFoundException.class, () -> kling.textToVideo().recover(ID));
      VideoTask task = create(kling, "A beach.");

      assertThat(e.externalTaskId()).isEqualTo(ID);
      assertThat(gateway.paidTasks()).containsExactly(task.id());
      assertThat(kling.textToVideo().recover(ID).id()).isEqualTo(task.id());
      assertThat(methods()).isEqualTo("GET POST GET");
    }
  }

  private static KlingClient client(String url) {
    return KlingClient.builder()
        .gateway(Gateway.relay(url))
        .credentials(Credentials.apiKey("sk-test"))
        .build();
  }

  private static VideoTask create(KlingClient kling, String prompt) {
    return kling.textToVideo().create(r -> r.prompt(prompt).externalTaskId(ID));
  }

  private String methods() {
    return String.join(" ", gateway.requests().stream().map(ReceivedRequest::method).toList());
  }

  private Process start(String url, String prompt) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Creator.class.getName(),
            url,
            prompt);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.redirectErrorStream(true).start();
    processes.add(process);
    return process;
  }

  private static void assertRuns(Process process) throws IOException {
    if (!process.isAlive()) {
      String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      throw new AssertionError("The process ended by itself: " + told);
    }
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor()).isNotZero();
  }
}
