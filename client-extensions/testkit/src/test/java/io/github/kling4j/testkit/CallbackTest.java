package io.github.kling4j.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackTest {
  private static final Instant START = Instant.ofEpochMilli(1_762_157_958_060L);

  private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ID = "webhook-id";
  private static final String TIMESTAMP = "webhook-timestamp";
  private static final String SIGNATURE = "webhook-signature";

  private final KlingGateway gateway =
      KlingGateway.builder()
          .clock(Clock.fixed(START, ZoneOffset.UTC))
          .taskDuration(Duration.ofHours(4))
          .start();
  private final Client client = new Client(gateway);
  private final MockWebServer receiver = new MockWebServer();

  @BeforeEach
  void listen() throws IOException {
    receiver.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void close() {
    gateway.close();
    receiver.close();
  }

  @Test
  void everyChangeOfStatusIsPostedAsABareTask() throws Exception {
    answer(200, 200);
    String id = create(client, "A beach.");

    gateway.advance(Duration.ofHours(1));
    RecordedRequest first = next();
    gateway.advance(Duration.ofHours(3));
    RecordedRequest second = next();

    assertThat(first.getRequestLine()).isEqualTo("POST /hook?a=1 HTTP/1.1");
    assertThat(first.getHeaders().get("Content-Type")).isEqualTo("application/json; charset=utf-8");
    assertThat(first.getHeaders().get("Authorization")).isNull();
    assertThat(json(first))
        .containsEntry("task_id", id)
        .containsEntry("task_status", "processing")
        .containsEntry("task_info", Map.of("external_task_id", "order-17"))
        .containsEntry("updated_at", START.plus(Duration.ofHours(1)).toEpochMilli())
        .doesNotContainKeys("code", "data");
    assertThat(json(second))
        .containsEntry("task_status", "succeed")
        .containsEntry("updated_at", START.plus(Duration.ofHours(4)).toEpochMilli())
        .containsKey("task_result")
        .doesNotContainKey("watermark_info");
  }

  @Test
  void changesThatCameTogetherArePostedInTheirOrder() throws Exception {
    answer(200, 200);
    create(client, "A beach. [[fail: too bright]]");

    gateway.advance(Duration.ofHours(4));

    assertThat(json(next())).containsEntry("task_status", "processing");
    assertThat(json(next()))
        .containsEntry("task_status", "failed")
        .containsEntry("task_status_msg", "too bright");
  }

  @Test
  void eachChangeIsPostedOnce() throws Exception {
    answer(200, 200, 200);
    create(client, "A beach.");
    gateway.advance(Duration.ofHours(4));
    next();
    next();

    gateway.advance(Duration.ofHours(4));
    client.get(Client.RELAY);
    create(client, "Another. [[fail: last]]", "order-18");
    gateway.advance(Duration.ofHours(4));

    assertThat(json(next())).containsEntry("task_info", Map.of("external_task_id", "order-18"));
  }

  @Test
  void aReceiverThatFailsChangesNothing() throws Exception {
    answer(500, 500);
    String id = create(client, "A beach.");
    gateway.advance(Duration.ofHours(4));

    assertThat(json(next())).containsEntry("task_status", "processing");
    assertThat(json(next())).containsEntry("task_status", "succeed");
    assertThat(client.query(id).taskStatus()).isEqualTo("succeed");
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    receiver.enqueue(new MockResponse.Builder().code(307).setHeader("Location", "/other").build());
    answer(200);
    create(client, "A beach.");
    gateway.advance(Duration.ofHours(4));

    next();
    assertThat(next().getTarget()).startsWith("/hook");
  }

  @Test
  void aReceiverThatIsNotThereChangesNothing() throws Exception {
    String id = create(client, "A beach.");
    receiver.close();

    gateway.advance(Duration.ofHours(4));

    assertThat(client.query(id).taskStatus()).isEqualTo("succeed");
  }

  @Test
  void callbacksComeByThemselvesWhenTheirTimeHasCome() throws Exception {
    answer(200, 200);
    try (KlingGateway live = KlingGateway.builder().taskDuration(Duration.ofMillis(80)).start()) {
      create(new Client(live), "A beach.");

      assertThat(json(next())).containsEntry("task_status", "processing");
      assertThat(json(next())).containsEntry("task_status", "succeed");
    }
  }

  @Test
  void aChangeThatAQueryShowsIsPosted() throws Exception {
    answer(200, 200);
    AtomicReference<Instant> now = new AtomicReference<>(START);
    try (KlingGateway live =
        KlingGateway.builder().clock(now::get).taskDuration(Duration.ofHours(4)).start()) {
      Client liveClient = new Client(live);
      String id = create(liveClient, "A beach.");
      now.set(START.plus(Duration.ofHours(2)));

      assertThat(liveClient.query(id).taskStatus()).isEqualTo("processing");

      assertThat(json(next())).containsEntry("task_status", "processing");
    }
  }

  @Test
  void aTaskThatWasForgottenPostsNothing() throws Exception {
    answer(200, 200, 200);
    AtomicReference<Instant> now = new AtomicReference<>(START);
    try (KlingGateway live =
        KlingGateway.builder().clock(now::get).taskDuration(Duration.ofMillis(40)).start()) {
      Client liveClient = new Client(live);
      create(liveClient, "Forgotten.", "order-16");
      live.reset();
      create(liveClient, "A beach.");

      now.set(START.plusSeconds(60));

      assertThat(json(next())).containsEntry("task_info", Map.of("external_task_id", "order-17"));
      assertThat(json(next())).containsEntry("task_info", Map.of("external_task_id", "order-17"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost,true",
    "hooks.localhost,true",
    "127.0.0.1,true",
    "127.8.9.10,true",
    "::1,true",
    "example.com,false",
    "localhost.example.com,false",
    "127.0.0.1.example.com,false",
    "10.0.0.1,false",
    "0.0.0.0,false",
  })
  void onlyThisMachineGetsMail(String host, boolean loopback) {
    assertThat(Callbacks.isLoopback(host)).isEqualTo(loopback);
  }

  @Test
  void aClockThatIsSetByTheTestIsFollowed() throws Exception {
    answer(200, 200, 200, 200);
    AtomicReference<Instant> now = new AtomicReference<>(START);
    CountDownLatch looks = new CountDownLatch(2);
    InstantSource clock =
        () -> {
          Instant instant = now.get();
          if (Thread.currentThread().getName().contains("callbacks")) {
            looks.countDown();
          }
          return instant;
        };
    try (KlingGateway live =
        KlingGateway.builder().clock(clock).taskDuration(Duration.ofMillis(40)).start()) {
      Client liveClient = new Client(live);
      create(liveClient, "A beach.");

      assertThat(looks.await(20, TimeUnit.SECONDS)).isTrue();
      now.set(START.plusSeconds(60));

      assertThat(json(next())).containsEntry("task_status", "processing");
      assertThat(json(next()))
          .containsEntry("task_status", "succeed")
          .containsEntry("task_info", Map.of("external_task_id", "order-17"));
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "0.0.0.0 is no address to send to there")
  void anotherHostGetsMailOnlyWhereItIsAllowed() throws Exception {
    answer(200, 200, 200, 200);
    String elsewhere = "http://0.0.0.0:" + receiver.getPort() + "/elsewhere";
    String task = Json.write(Map.of("prompt", "A beach.", "callback_url", elsewhere));

    assertThat(client.post(task).status()).isEqualTo(200);
    gateway.advance(Duration.ofHours(4));
    create(client, "A beach.");
    gateway.advance(Duration.ofHours(2));
    assertThat(next().getTarget()).startsWith("/hook");

    try (KlingGateway open =
        KlingGateway.builder().allowRemoteCallbacks().taskDuration(Duration.ZERO).start()) {
      new Client(open).post(task);
      assertThat(next().getTarget()).isEqualTo("/elsewhere");
    }
  }

  @Test
  void callbacksAreNotSignedUnlessThatIsAskedFor() throws Exception {
    answer(200);
    create(client, "A beach.");
    gateway.advance(Duration.ofHours(2));

    assertThat(next().getHeaders().names()).doesNotContain(ID, TIMESTAMP, SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {SECRET, "whsec_" + SECRET})
  void signedCallbacksCarryTheHeadersOfStandardWebhooks(String secret) throws Exception {
    answer(200, 200);
    try (KlingGateway signing =
        KlingGateway.builder()
            .clock(Clock.fixed(START, ZoneOffset.UTC))
            .taskDuration(Duration.ofHours(4))
            .signCallbacks(secret)
            .start()) {
      create(new Client(signing), "在海滩上度假的快乐场景。");
      signing.advance(Duration.ofHours(4));

      RecordedRequest first = next();
      RecordedRequest second = next();

      // The clock's time, not the gateway's.
      assertThat(first.getHeaders().get(TIMESTAMP)).isEqualTo("1762157958");
      assertThat(first.getHeaders().get(SIGNATURE)).isEqualTo(signature(first));
      assertThat(second.getHeaders().get(SIGNATURE)).isEqualTo(signature(second));
      assertThat(first.getHeaders().get(ID)).matches("msg_[0-9a-f]{32}");
      assertThat(second.getHeaders().get(ID)).isNotEqualTo(first.getHeaders().get(ID));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_not Base64"})
  void aSecretThatCannotSignIsRefused(String secret) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KlingGateway.builder().signCallbacks(secret))
        .withMessageContaining("whsec_ and then Base64");
  }

  private static String signature(RecordedRequest callback) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
    mac.update((callback.getHeaders().get(ID) + ".").getBytes(UTF_8));
    mac.update((callback.getHeaders().get(TIMESTAMP) + ".").getBytes(UTF_8));
    byte[] signature = mac.doFinal(callback.getBody().toByteArray());
    return "v1," + Base64.getEncoder().encodeToString(signature);
  }

  private RecordedRequest next() throws InterruptedException {
    RecordedRequest request = receiver.takeRequest(20, TimeUnit.SECONDS);
    assertThat(request).as("a callback").isNotNull();
    return request;
  }

  private void answer(int... statuses) {
    for (int status : statuses) {
      receiver.enqueue(new MockResponse.Builder().code(status).build());
    }
  }

  private String create(Client client, String prompt) throws IOException {
    return create(client, prompt, "order-17");
  }

  private String create(Client client, String prompt, String externalId) throws IOException {
    String url = "http://127.0.0.1:" + receiver.getPort() + "/hook?a=1";
    return client
        .post(
            Json.write(
                Map.of("prompt", prompt, "external_task_id", externalId, "callback_url", url)))
        .taskId();
  }

  private static Map<String, Object> json(RecordedRequest request) {
    return Json.readObject(request.getBody().utf8());
  }
}
