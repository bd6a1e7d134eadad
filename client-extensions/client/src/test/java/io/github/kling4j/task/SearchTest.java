package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.KlingClientBuilder;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.InvalidRequestException;
import io.github.kling4j.error.KlingApiException;
import io.github.kling4j.error.QuotaExhaustedException;
import io.github.kling4j.error.ServerException;
import io.github.kling4j.error.UncertainCreateException;
import io.github.kling4j.testing.Fixtures;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money: when a task is looked for, when it is not, and what ends the search. */
class SearchTest {
  private static final String NONE = "{\"code\":1201,\"message\":\"Task not found\"}";

  private final MockWebServer server = new MockWebServer();
  private final Ledger ledger = new Ledger();
  private final OkHttpClient http = new OkHttpClient();

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(ledger);
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  @ParameterizedTest
  @CsvSource({
    "400, external_task_id already exists",
    "400, Duplicate external_task_id",
    "409, The id ALREADY EXISTS",
    "409, duplicate id",
  })
  void aDuplicateIsLookedFor(int status, String message) {
    ledger.spoilFirstPost(refusal(status, message), true);

    try (KlingClient kling = client().build()) {
      VideoTask task = create(kling);

      assertThat(ledger.tasks()).containsExactly(task.id());
      assertThat(ledger.methods()).containsExactly("POST", "GET");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403, An account of this name already exists",
    "429, duplicate request",
    "400, prompt is too long",
  })
  void noOtherRefusalIsADuplicate(int status, String message) {
    ledger.next(refusal(status, message));

    try (KlingClient kling = client().build()) {
      KlingApiException e = catchThrowableOfType(KlingApiException.class, () -> create(kling));

      assertThat(e.serverMessage()).isEqualTo(message);
      assertThat(ledger.methods()).containsExactly("POST");
    }
  }

  @Test
  void withoutAnIdNothingIsADuplicate() {
    ledger.next(refusal(400, "duplicate member: prompt"));

    try (KlingClient kling = client(Gateway::withoutExternalTaskId).build()) {
      InvalidRequestException e =
          catchThrowableOfType(InvalidRequestException.class, () -> create(kling));

      assertThat(e.externalTaskId()).isNull();
      assertThat(ledger.methods()).containsExactly("POST");
    }
  }

  @Test
  void withoutAnIdALostAnswerStaysUncertainAndNothingIsSentAfterIt() {
    ledger.next(Fixtures.html(502));

    try (KlingClient kling = client(Gateway::withoutExternalTaskId).build()) {
      UncertainCreateException e =
          catchThrowableOfType(UncertainCreateException.class, () -> create(kling));

      assertThat(e).hasCauseInstanceOf(ServerException.class);
      assertThat(e.externalTaskId()).isNull();
      assertThat(ledger.methods()).containsExactly("POST");
    }
  }

  @Test
  void aRefusalOfTheSecondPostIsCertainAgain() {
    ledger.next(Fixtures.html(502));
    ledger.next(Fixtures.json(400, NONE));
    ledger.next(Fixtures.json(400, NONE));
    ledger.next(Fixtures.json(429, "{\"code\":1101,\"message\":\"Account in arrears\"}"));

    try (KlingClient kling = client().build()) {
      Throwable e = catchThrowable(() -> create(kling));

      assertThat(e).isInstanceOf(QuotaExhaustedException.class);
      assertThat(ledger.methods()).containsExactly("POST", "GET", "GET", "POST");
    }
  }

  @Test
  void aCreateThatIsCancelledDuringItsSearchLeavesNoCallBehind() throws Exception {
    ledger.next(Fixtures.html(502));
    ledger.next(silence());
    CountDownLatch idle = new CountDownLatch(1);

    try (KlingClient kling = client().build()) {
      CompletableFuture<VideoTask> create = createAsync(kling);
      assertThat(server.takeRequest().getMethod()).isEqualTo("POST");
      assertThat(server.takeRequest().getMethod()).isEqualTo("GET");
      http.dispatcher().setIdleCallback(idle::countDown);

      create.cancel(true);

      assertThat(idle.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(ledger.methods()).containsExactly("POST", "GET");
    }
  }

  @Test
  void aCreateThatIsCancelledWhileItsSearchIsBegunLeavesNoCallBehind() throws Exception {
    ledger.next(Fixtures.html(502));
    ledger.next(silence());
    CountDownLatch idle = new CountDownLatch(1);
    http.dispatcher().setIdleCallback(idle::countDown);
    CompletableFuture<CompletableFuture<VideoTask>> create = new CompletableFuture<>();
    EventListener cancelling =
        new EventListener() {
          @Override
          public void callStart(Call call) {
            if (call.request().method().equals("GET")) {
              create.join().cancel(true);
            }
          }
        };
    OkHttpClient watched = http.newBuilder().eventListener(cancelling).build();

    try (KlingClient kling = client().httpClient(watched).build()) {
      create.complete(createAsync(kling));

      assertThat(idle.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(create.join()).isCancelled();
      assertThat(ledger.posts()).isEqualTo(1);
    }
  }

  @Test
  void aRecoveryThatIsCancelledLeavesNoCallBehind() throws Exception {
    ledger.next(silence());
    CountDownLatch idle = new CountDownLatch(1);
    http.dispatcher().setIdleCallback(idle::countDown);

    try (KlingClient kling = client().build()) {
      CompletableFuture<VideoTask> recovery = kling.textToVideo().recoverAsync("order-17");
      assertThat(server.takeRequest().getMethod()).isEqualTo("GET");

      recovery.cancel(true);

      assertThat(idle.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void anAnswerThatHoldsNoTaskAndNoRefusalIsAskedForAgain() {
    try (KlingClient kling = client().build()) {
      VideoTask task = create(kling);
      ledger.next(Fixtures.json(200, "{}"));

      VideoTask found = kling.textToVideo().recover("order-17");

      assertThat(found.id()).isEqualTo(task.id());
      assertThat(found.externalTaskId()).isEqualTo("order-17");
      assertThat(ledger.methods()).containsExactly("POST", "GET", "GET");
    }
  }

  private static MockResponse refusal(int status, String message) {
    return Fixtures.json(status, "{\"code\":1299,\"message\":\"" + message + "\"}");
  }

  private static MockResponse silence() {
    return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
  }

  private static VideoTask create(KlingClient kling) {
    return kling.textToVideo().create(r -> r.prompt("A beach.").externalTaskId("order-17"));
  }

  private static CompletableFuture<VideoTask> createAsync(KlingClient kling) {
    return kling.textToVideo().createAsync(r -> r.prompt("A beach.").externalTaskId("order-17"));
  }

  private KlingClientBuilder client() {
    return client(gateway -> gateway);
  }

  private KlingClientBuilder client(UnaryOperator<Gateway> needs) {
    return KlingClient.builder()
        .gateway(needs.apply(Gateway.relay("http://127.0.0.1:" + server.getPort())))
        .credentials(Credentials.apiKey("sk-test"))
        .retryPolicy(Fixtures.HASTY)
        .httpClient(http);
  }
}
