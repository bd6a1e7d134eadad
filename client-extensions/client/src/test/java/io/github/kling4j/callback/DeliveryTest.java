package io.github.kling4j.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.KlingClientBuilder;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.CallbackRefusedException;
import io.github.kling4j.error.CallbackRefusedException.Reason;
import io.github.kling4j.error.TaskFailedException;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.task.WaitPolicy;
import io.github.kling4j.task.WaitProgress;
import io.github.kling4j.testkit.KlingGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callbacks over sockets, into waits that would not look for an hour. */
@Timeout(30)
class DeliveryTest {
  private final BlockingQueue<Object> delivered = new LinkedBlockingQueue<>();
  private final BlockingQueue<WaitProgress> seen = new LinkedBlockingQueue<>();
  private final WaitPolicy inAnHour =
      WaitPolicy.builder()
          .firstDelay(Duration.ofHours(1))
          .interval(Duration.ofHours(1), Duration.ofHours(1))
          .deadline(Duration.ofHours(9))
          .listener(seen::add)
          .build();
  private HttpServer receiver;
  private KlingGateway gateway;
  private KlingClient kling;

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::receive);
    receiver.start();
  }

  @AfterEach
  void close() {
    kling.close();
    gateway.close();
    receiver.stop(0);
  }

  private void unsigned() {
    gateway = KlingGateway.builder().taskDuration(Duration.ofHours(4)).start();
    kling = client().build();
  }

  private void signed() {
    gateway =
        KlingGateway.builder()
            .taskDuration(Duration.ofHours(4))
            .signCallbacks(Signed.SECRET)
            .start();
    kling = client().callbackSecret(Signed.SECRET).build();
  }

  private KlingClientBuilder client() {
    return KlingClient.builder()
        .gateway(Gateway.relay(gateway.url()))
        .credentials(Credentials.apiKey("sk-test"))
        .waitPolicy(inAnHour);
  }

  private void receive(HttpExchange exchange) throws IOException {
    int status = 200;
    Object result;
    try {
      byte[] body = exchange.getRequestBody().readAllBytes();
      result = kling.callbacks().deliver(exchange.getRequestHeaders()::getFirst, body);
    } catch (CallbackRefusedException e) {
      status = e.httpStatus();
      result = e.reason();
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
    delivered.add(result);
  }

  private VideoTask create(String prompt) {
    String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/kling";
    return kling.textToVideo().create(r -> r.prompt(prompt).callbackUrl(url));
  }

  private Object nextDelivery() throws InterruptedException {
    return delivered.poll(20, TimeUnit.SECONDS);
  }

  private WaitProgress nextLook() throws InterruptedException {
    return seen.poll(20, TimeUnit.SECONDS);
  }

  private static VideoTask result(CompletableFuture<VideoTask> wait) throws Exception {
    return wait.get(20, TimeUnit.SECONDS);
  }

  @Test
  void aSignedCallbackEndsAWaitWithoutAQuery() throws Exception {
    signed();
    VideoTask task = create("A beach.");
    CompletableFuture<VideoTask> wait = task.completion();

    gateway.advance(Duration.ofHours(1));
    assertThat(nextDelivery()).isEqualTo(true);
    assertThat(nextLook().task().status()).hasToString("processing");
    assertThat(wait).isNotDone();
    gateway.advance(Duration.ofHours(3));

    VideoTask done = result(wait);
    assertThat(done.id()).isEqualTo(task.id());
    assertThat(done.succeeded()).isTrue();
    assertThat(done.video().url()).startsWith(gateway.url());
    assertThat(nextDelivery()).isEqualTo(true);
    assertThat(gateway.queryRequests()).isEmpty();
  }

  @Test
  void aSignedCallbackOfAFailureEndsAWaitWithItsReason() throws Exception {
    signed();
    CompletableFuture<VideoTask> wait = create("A beach. [[fail: too bright]]").completion();

    gateway.advance(Duration.ofHours(4));

    assertThatThrownBy(() -> result(wait))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            TaskFailedException.class, e -> assertThat(e.reason()).isEqualTo("too bright"));
    assertThat(gateway.queryRequests()).isEmpty();
  }

  @Test
  void anUnsignedCallbackMakesTheWaitAskOnce() throws Exception {
    unsigned();
    VideoTask task = create("A beach.");
    gateway.advance(Duration.ofHours(1));
    // Nobody waits yet.
    assertThat(nextDelivery()).isEqualTo(false);
    CompletableFuture<VideoTask> wait = task.completion();
    assertThat(gateway.queryRequests()).isEmpty();

    gateway.advance(Duration.ofHours(3));

    assertThat(result(wait).succeeded()).isTrue();
    assertThat(nextDelivery()).isEqualTo(true);
    assertThat(gateway.queryRequests()).hasSize(1);
  }

  @Test
  void aForgedSuccessEndsNoWait() throws Exception {
    unsigned();
    VideoTask task = create("A beach.");
    gateway.advance(Duration.ofHours(2));
    assertThat(nextDelivery()).isEqualTo(false);
    CompletableFuture<VideoTask> wait = task.completion();

    assertThat(post(succeeded(task))).isEqualTo(200);

    assertThat(nextDelivery()).isEqualTo(true);
    assertThat(nextLook().task().status()).hasToString("processing");
    assertThat(gateway.queryRequests()).hasSize(1);
    assertThat(wait).isNotDone();
  }

  @Test
  void withASecretAForgedCallbackDoesNotEvenMakeTheWaitAsk() throws Exception {
    signed();
    VideoTask task = create("A beach.");
    CompletableFuture<VideoTask> wait = task.completion();
    String stamp = String.valueOf(Instant.now().getEpochSecond());

    assertThat(post(succeeded(task))).isEqualTo(401);
    assertThat(
            post(
                succeeded(task),
                "webhook-id",
                "msg_1",
                "webhook-timestamp",
                stamp,
                "webhook-signature",
                "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc="))
        .isEqualTo(401);

    assertThat(nextDelivery()).isEqualTo(Reason.MISSING_HEADER);
    assertThat(nextDelivery()).isEqualTo(Reason.NO_SIGNATURE_FITS);
    assertThat(gateway.queryRequests()).isEmpty();
    assertThat(wait).isNotDone();
  }

  @Test
  void aRecordedCallbackIsWorthNothingAfterFiveMinutes() throws Exception {
    signed();
    VideoTask task = create("A beach.");
    String body = succeeded(task);
    Signed old = Signed.at(Instant.now().getEpochSecond() - 400, body);

    post(
        body,
        "webhook-id",
        old.header("webhook-id"),
        "webhook-timestamp",
        old.header("webhook-timestamp"),
        "webhook-signature",
        old.header("webhook-signature"));

    assertThat(nextDelivery()).isEqualTo(Reason.TOO_OLD);
  }

  @Test
  void aNameOfAHeaderIsFoundInAnyCase() throws Exception {
    signed();
    VideoTask task = create("A beach.");
    CompletableFuture<VideoTask> wait = task.completion();
    String body = succeeded(task);
    Signed now = Signed.at(Instant.now().getEpochSecond(), body);

    post(
        body,
        "WEBHOOK-ID",
        now.header("webhook-id"),
        "Webhook-Timestamp",
        now.header("webhook-timestamp"),
        "webhook-SIGNATURE",
        now.header("webhook-signature"));

    assertThat(nextDelivery()).isEqualTo(true);
    assertThat(result(wait).succeeded()).isTrue();
  }

  @Test
  void anOlderCallbackDoesNotUndoANewerOne() throws Exception {
    signed();
    VideoTask task = create("A beach.");
    CompletableFuture<VideoTask> wait = task.completion();
    long now = gateway.now().toEpochMilli();

    assertThat(kling.callbacks().deliver(verified(task, "processing", now + 2_000))).isTrue();
    assertThat(kling.callbacks().deliver(verified(task, "failed", now + 1_000))).isTrue();
    assertThat(kling.callbacks().deliver(verified(task, "succeed", now + 3_000))).isTrue();

    assertThat(result(wait).updatedAt()).isEqualTo(Instant.ofEpochMilli(now + 3_000));
  }

  @Test
  void allWaitsForATaskAreTold() throws Exception {
    signed();
    VideoTask task = create("A beach.");
    List<CompletableFuture<VideoTask>> waits = List.of(task.completion(), task.completion());

    gateway.advance(Duration.ofHours(4));

    for (CompletableFuture<VideoTask> wait : waits) {
      assertThat(result(wait).succeeded()).isTrue();
    }
    assertThat(gateway.queryRequests()).isEmpty();
  }

  @Test
  void aTaskThatNobodyWaitsForIsNoError() {
    unsigned();
    byte[] body = "{\"task_id\":\"17\",\"task_status\":\"succeed\"}".getBytes(UTF_8);

    assertThat(kling.callbacks().deliver(body)).isFalse();
    assertThat(kling.callbacks().deliver(Callbacks.parse(body))).isFalse();
    assertThat(kling.callbacks().deliver(name -> null, body)).isFalse();
    assertThat(gateway.requests()).isEmpty();
    kling.close();
    assertThat(kling.callbacks().deliver(body)).isFalse();
  }

  @Test
  void withASecretABodyAloneIsStillAHint() throws Exception {
    signed();
    VideoTask task = create("A beach.");
    CompletableFuture<VideoTask> wait = task.completion();

    assertThat(kling.callbacks().deliver(succeeded(task).getBytes(UTF_8))).isTrue();

    assertThat(nextLook().task().status()).hasToString("submitted");
    assertThat(wait).isNotDone();
  }

  private static String succeeded(VideoTask task) {
    return body(task, "succeed", System.currentTimeMillis() + 1_000_000);
  }

  private static Callback verified(VideoTask task, String status, long updatedAt) {
    String body = body(task, status, updatedAt);
    Signed signed = Signed.at(Instant.now().getEpochSecond(), body);
    return Callbacks.verify(signed::header, signed.body, Signed.SECRET);
  }

  private static String body(VideoTask task, String status, long updatedAt) {
    return """
        {"task_id":"%s","task_status":"%s","updated_at":%d,
         "task_result":{"videos":[{"url":"https://files.example.com/beach.mp4"}]}}"""
        .formatted(task.id(), status, updatedAt);
  }

  private int post(String body, String... headers) throws Exception {
    URI receiverUri = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/kling");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(receiverUri).POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
