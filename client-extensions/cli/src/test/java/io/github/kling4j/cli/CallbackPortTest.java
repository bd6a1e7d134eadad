package io.github.kling4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.testkit.KlingGateway;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class CallbackPortTest {
  private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OWN_ADDRESS = "http://127\\.0\\.0\\.1:\\d+/[A-Za-z0-9_-]{22}";

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private @Nullable KlingGateway gateway;

  @AfterEach
  void close() {
    if (gateway != null) {
      gateway.close();
    }
  }

  private KlingGateway start(Duration taskDuration) {
    gateway = KlingGateway.builder().taskDuration(taskDuration).start();
    return gateway;
  }

  private Run run(KlingGateway gateway, String... args) {
    return Run.in(folder).at(gateway).run(args);
  }

  /** Waits for the create of a run on another thread, and returns the address for its callbacks. */
  private static URI callbackUrl(KlingGateway gateway) {
    spinUntil(() -> !gateway.paidTasks().isEmpty());
    return URI.create(String.valueOf(gateway.lastCreateBody().get("callback_url")));
  }

  private static void spinUntil(BooleanSupplier done) {
    while (!done.getAsBoolean()) {
      assertThat(Thread.currentThread().isInterrupted()).as("out of time").isFalse();
      Thread.onSpinWait();
    }
  }

  @Test
  void aSignedCallbackEndsTheWaitWithoutALook() throws Exception {
    KlingGateway slow = start(Duration.ofHours(1));
    Run run = Run.in(folder).at(slow).with("KLING_CALLBACK_SECRET", "whsec_" + SECRET);
    CompletableFuture<Run> job =
        CompletableFuture.supplyAsync(
            () -> run.run("A beach.", "--callback-port=0", "--no-download", "--poll-interval=1h"));
    URI address = callbackUrl(slow);
    String body =
        "{\"task_id\":\"%s\",\"task_status\":\"succeed\",\"task_result\":{\"videos\":[{\"url\":\"%s\"}]}}"
            .formatted(slow.paidTasks().get(0), "https://cdn.example.com/v.mp4");

    // The wait may not have begun at the first one.
    while (!job.isDone()) {
      try {
        assertThat(post(address, body, signature(body))).isEqualTo(200);
      } catch (IOException e) {
        // The run has ended in between.
      }
    }

    assertThat(job.join().code()).as(run.err()).isZero();
    assertThat(run.out().strip()).isEqualTo("https://cdn.example.com/v.mp4");
    assertThat(slow.queryRequests()).isEmpty();
  }

  @Test
  void whatIsForgedIsToldAndEndsNothing() throws Exception {
    KlingGateway slow = start(Duration.ofHours(1));
    Run run = Run.in(folder).at(slow).with("KLING_CALLBACK_SECRET", "whsec_" + SECRET);
    CompletableFuture<Run> job =
        CompletableFuture.supplyAsync(
            () ->
                run.run("A beach.", "--callback-port=0", "--no-download", "--poll-interval=10ms"));
    URI address = callbackUrl(slow);
    String body = "{\"task_id\":\"17\",\"task_status\":\"succeed\"}";

    assertThat(post(address, body)).isEqualTo(401);
    assertThat(post(address, "<html>", signature("<html>"))).isEqualTo(400);
    assertThat(post(address, "x".repeat(1_048_577))).isEqualTo(400);
    assertThat(post(address.resolve("/"), body)).isEqualTo(404);
    assertThat(post(address.resolve("/another"), body)).isEqualTo(404);
    assertThat(send(HttpRequest.newBuilder(address).GET())).isEqualTo(405);
    assertThat(job).isNotDone();
    slow.advance(Duration.ofHours(1));

    assertThat(job.join().code()).as(run.err()).isZero();
    assertThat(run.errLines())
        .filteredOn(line -> line.startsWith("A callback was refused: "))
        .hasSizeGreaterThanOrEqualTo(3)
        .anyMatch(line -> line.contains("webhook-id"));
    assertThat(run.err()).doesNotContain(SECRET);
  }

  @Test
  void withoutCallbacksItLooksAsEver() {
    KlingGateway fast = start(Duration.ZERO);

    Run run =
        run(
            fast,
            "A beach.",
            "--callback-port=0",
            "--callback-url=https://tunnel.example.com/kling/",
            "--poll-interval=10ms");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(String.valueOf(fast.lastCreateBody().get("callback_url")))
        .matches("https://tunnel\\.example\\.com/kling/[A-Za-z0-9_-]{22}");
    assertThat(fast.queryRequests()).isNotEmpty();
  }

  @Test
  void aTunnelMayKeepItsPathOrTakeItAway() throws Exception {
    KlingGateway slow = start(Duration.ofHours(1));
    Run run = Run.in(folder).at(slow);
    CompletableFuture<Run> job =
        CompletableFuture.supplyAsync(
            () ->
                run.run(
                    "A beach.",
                    "--callback-port=0",
                    "--callback-url=https://tunnel.example.com/kling",
                    "--poll-interval=10ms"));
    String path = callbackUrl(slow).getPath();
    String body = "{\"task_id\":\"17\"}";
    String port = run.errLines().get(0).replace("Receiving callbacks on port ", "");

    assertThat(post(URI.create("http://127.0.0.1:" + port + path), body)).isEqualTo(200);
    String token = path.substring("/kling".length());
    assertThat(post(URI.create("http://127.0.0.1:" + port + token), body)).isEqualTo(200);
    slow.advance(Duration.ofHours(1));
    assertThat(job.join().code()).isZero();
  }

  @Test
  void onThisMachineTheAddressIsKnownAndAnotherOneEachTime() {
    KlingGateway fast = start(Duration.ZERO);

    run(fast, "A beach.", "--callback-port=0", "--poll-interval=10ms", "-o", "1.mp4");
    Object first = fast.lastCreateBody().get("callback_url");
    run(fast, "A beach.", "--callback-port=0", "--poll-interval=10ms", "-o", "2.mp4");
    Object second = fast.lastCreateBody().get("callback_url");

    assertThat(String.valueOf(first)).matches(OWN_ADDRESS);
    assertThat(String.valueOf(second)).matches(OWN_ADDRESS);
    // The ports differ by themselves.
    assertThat(URI.create(String.valueOf(second)).getPath())
        .isNotEqualTo(URI.create(String.valueOf(first)).getPath());
  }

  @Test
  void theBuiltInGatewayIsThisMachine() {
    Run run = Run.in(folder).run("A beach.", "--callback-port=0", "--poll-interval=100ms");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).containsPattern("Receiving callbacks on port [1-9]\\d*\\R");
  }

  @Test
  void anAddressThatWasSetIsSentAsItIs() {
    KlingGateway fast = start(Duration.ZERO);

    Run run =
        run(
            fast,
            "A beach.",
            "--callback-port=0",
            "--set=callback_url=https://mine.example.com/hook",
            "--poll-interval=10ms");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(fast.lastCreateBody())
        .containsEntry("callback_url", "https://mine.example.com/hook");
  }

  @Test
  void withoutThePortNoAddressIsSent() {
    KlingGateway fast = start(Duration.ZERO);

    run(fast, "A beach.", "--poll-interval=10ms");

    assertThat(fast.lastCreateBody()).doesNotContainKey("callback_url");
  }

  @Test
  void aPortThatIsInUseIsToldBeforeAnythingIsSent() {
    KlingGateway fast = start(Duration.ZERO);

    Run run = run(fast, "A beach.", "--callback-port=" + fast.port());

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.errLines()).hasSize(2);
    assertThat(run.errLines().get(0))
        .startsWith("error: Cannot listen for callbacks on port " + fast.port());
    assertThat(run.errLines().get(1)).startsWith("hint: ").contains("--callback-port");
    assertThat(fast.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://relay.example.com",
        "https://127.0.0.1.example.com",
        "https://localhost.example.com/",
        "https://10.0.0.1",
      })
  void forAServerElsewhereAnAddressIsNeeded(String server) {
    Run run =
        Run.in(folder)
            .with("KLING_BASE_URL", server)
            .with("KLING_API_KEY", "sk-test-0123456789")
            .run("A beach.", "--callback-port=0");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errLines()).hasSize(2);
    assertThat(run.errLines().get(0)).startsWith("error: ").contains("--callback-url");
  }

  @Test
  void nothingIsLeftOfIt() {
    KlingGateway fast = start(Duration.ZERO);

    run(fast, "A beach.", "--callback-port=0", "--poll-interval=10ms");

    URI address = URI.create(String.valueOf(fast.lastCreateBody().get("callback_url")));
    assertThatThrownBy(() -> post(address, "{}")).isInstanceOf(ConnectException.class);
    assertThat(threads()).allSatisfy(thread -> thread.join(TimeUnit.SECONDS.toMillis(20)));
    assertThat(threads()).isEmpty();
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("kling-callbacks|HTTP-Dispatcher"))
        .toList();
  }

  private static Mac mac() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
    return mac;
  }

  private static String[] signature(String body) throws Exception {
    long now = Instant.now().getEpochSecond();
    byte[] signature = mac().doFinal(("msg_1." + now + "." + body).getBytes(UTF_8));
    return new String[] {
      "webhook-id",
      "msg_1",
      "webhook-timestamp",
      String.valueOf(now),
      "webhook-signature",
      "v1," + Base64.getEncoder().encodeToString(signature)
    };
  }

  private int post(URI address, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
