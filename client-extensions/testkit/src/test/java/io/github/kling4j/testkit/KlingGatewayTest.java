package io.github.kling4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KlingGatewayTest {
  @Test
  void itListensOnAFreePortOfThisMachine() throws IOException {
    try (KlingGateway gateway = KlingGateway.start()) {
      assertThat(gateway.port()).isPositive();
      assertThat(gateway.url()).isEqualTo("http://127.0.0.1:" + gateway.port() + "/");
      assertThat(new Client(gateway).create("A beach.").status()).isEqualTo(200);
    }
  }

  @Test
  void itListensWhereItIsTold() throws IOException {
    int port;
    try (KlingGateway gateway = KlingGateway.start()) {
      port = gateway.port();
    }
    try (KlingGateway gateway = KlingGateway.builder().host("0.0.0.0").port(port).start()) {
      assertThat(gateway.url()).isEqualTo("http://127.0.0.1:" + port + "/");
      assertThat(new Client(gateway).create("A beach.").status()).isEqualTo(200);
    }
    try (KlingGateway gateway = KlingGateway.builder().host("localhost").start()) {
      assertThat(gateway.url()).isEqualTo("http://localhost:" + gateway.port() + "/");
    }
  }

  @Test
  void aTakenPortIsNamed() {
    try (KlingGateway first = KlingGateway.start()) {
      KlingGatewayBuilder second = KlingGateway.builder().port(first.port());
      assertThatThrownBy(second::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("port " + first.port())
          .hasMessageContaining("choose another port");
    }
  }

  @Test
  void aHostThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> KlingGateway.builder().host("no.such.host.invalid").start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no.such.host.invalid");
  }

  @Test
  void aSettingOutOfBoundsIsRefusedAtOnce() {
    KlingGatewayBuilder builder = KlingGateway.builder();
    assertThatThrownBy(() -> builder.port(65_536)).hasMessageContaining("65536");
    assertThatThrownBy(() -> builder.taskDuration(Duration.ofSeconds(-1)))
        .hasMessageContaining("PT-1S");
  }

  @Test
  void aResetForgetsTasksRequestsAndCounts() throws IOException {
    try (KlingGateway gateway = KlingGateway.start()) {
      Client client = new Client(gateway);
      String body = "{\"prompt\":\"[[http 503 once]]\",\"external_task_id\":\"order-17\"}";
      client.post(body);
      String id = client.post(body).taskId();

      gateway.reset();

      assertThat(gateway.requests()).isEmpty();
      assertThat(gateway.paidTasks()).isEmpty();
      assertThat(client.query(id).code()).isEqualTo(1201);
      assertThat(client.post(body).status()).isEqualTo(503);
      assertThat(client.post(body).status()).isEqualTo(200);
      assertThat(client.post(body).message()).contains("already exists");
    }
  }

  @Test
  void withoutACreateThereIsNoLastOne() {
    try (KlingGateway gateway = KlingGateway.start()) {
      assertThatThrownBy(gateway::lastCreateBody)
          .isInstanceOf(NoSuchElementException.class)
          .hasMessageContaining("no create request");
    }
  }

  @Test
  void twoGatewaysShareNoIds() throws IOException {
    try (KlingGateway one = KlingGateway.start();
        KlingGateway other = KlingGateway.start()) {
      String id = new Client(one).create("A beach.").taskId();
      assertThat(id).matches("8\\d{17}");
      assertThat(new Client(other).query(id).code()).isEqualTo(1201);
    }
  }

  @Test
  void manyClientsAtOnceGetATaskEach() {
    try (KlingGateway gateway = KlingGateway.start()) {
      Client client = new Client(gateway);
      List<Integer> numbers = IntStream.range(0, 200).boxed().toList();

      Set<String> ids =
          numbers.parallelStream()
              .map(
                  number -> {
                    try {
                      return client.create("Shot " + number).taskId();
                    } catch (IOException e) {
                      throw new AssertionError(e);
                    }
                  })
              .collect(Collectors.toSet());

      assertThat(ids).hasSize(200);
      assertThat(gateway.paidTasks()).containsExactlyInAnyOrderElementsOf(ids);
      assertThat(gateway.createRequests()).hasSize(200);
    }
  }

  @Test
  void afterAFaultOfItsOwnItSaysSo() throws IOException {
    InstantSource broken =
        () -> {
          throw new IllegalStateException("no time");
        };
    try (KlingGateway gateway = KlingGateway.builder().clock(broken).start()) {
      Client.Answer answer = new Client(gateway).create("A beach.");
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.message()).startsWith("kling4j-testkit: ").endsWith("no time");
    }
  }

  @Test
  void aClosedGatewayLeavesNoThread() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    KlingGateway gateway = KlingGateway.builder().taskDuration(Duration.ofMillis(40)).start();
    Client client = new Client(gateway);
    client.post("{\"prompt\":\"p\",\"callback_url\":\"" + gateway.url() + "hook\"}");
    List<Thread> ours =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread))
            .filter(
                thread ->
                    thread.getName().contains("MockWebServer")
                        || thread.getName().contains("kling4j"))
            .toList();
    assertThat(ours).isNotEmpty();

    gateway.close();
    gateway.close();

    for (Thread thread : ours) {
      thread.join(20_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }

  @Test
  void itRunsWithoutJunit() throws Exception {
    URL[] classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("junit"))
            .map(KlingGatewayTest::url)
            .toArray(URL[]::new);
    try (URLClassLoader loader =
        new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
      Class<?> alone = loader.loadClass(KlingGateway.class.getName());
      assertThatThrownBy(() -> loader.loadClass("org.junit.jupiter.api.Test"))
          .isInstanceOf(ClassNotFoundException.class);
      try (AutoCloseable gateway = (AutoCloseable) alone.getMethod("start").invoke(null)) {
        assertThat(alone.getMethod("url").invoke(gateway)).asString().startsWith("http://");
      }
    }
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
