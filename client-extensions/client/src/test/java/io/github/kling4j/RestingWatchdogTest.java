package io.github.kling4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.KlingConnectionException;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.testing.Fixtures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okio.AsyncTimeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class RestingWatchdogTest {
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theWatchdogSleepsWhileCallsAreMade() {
    int calls = 20;
    for (int i = 0; i <= calls; i++) {
      server.enqueue(task());
    }
    try (KlingClient kling = client(LONG)) {
      kling.textToVideo().get("17");
      long before = waits();

      for (int i = 0; i < calls; i++) {
        kling.textToVideo().get("17");
      }

      assertThat(waits() - before).isLessThan(calls / 2);
    }
  }

  /** One ends before what lies in the queue, one after it. */
  @ParameterizedTest
  @ValueSource(ints = {100, 1_100})
  void aServerThatStaysSilentIsGivenUpAllTheSame(int millis) {
    server.enqueue(silence());

    try (KlingClient kling = client(Duration.ofMillis(millis))) {
      KlingConnectionException e =
          catchThrowableOfType(KlingConnectionException.class, () -> kling.textToVideo().get("17"));

      assertThat(e).hasRootCauseInstanceOf(IOException.class).hasMessageContaining("time");
    }
  }

  @Test
  void aTimeOutEndsThoughWhatLiesBeforeItIsRenewedAllTheTime() throws InterruptedException {
    server.enqueue(silence());
    OkHttpClient http = new OkHttpClient.Builder().readTimeout(Duration.ofMillis(200)).build();
    Request request = new Request.Builder().url(server.url("/")).build();

    try (RestingWatchdog rest = new RestingWatchdog(SHORT)) {
      Thread calls = new Thread(() -> keep(rest));
      calls.start();
      IOException e =
          catchThrowableOfType(IOException.class, () -> http.newCall(request).execute().close());
      calls.interrupt();
      calls.join();

      assertThat(e).hasMessageContaining("time");
    }
  }

  @Test
  void nothingLiesInTheQueueBeforeTheFirstCall() {
    try (RestingWatchdog rest = new RestingWatchdog(LONG)) {
      assertThat(rest.isQueued()).isFalse();

      rest.callBegins();

      assertThat(rest.isQueued()).isTrue();
    }
  }

  @Test
  void afterTheLastCallNothingLiesInTheQueueAndTheNextBeginsAnew() throws InterruptedException {
    try (RestingWatchdog rest = new RestingWatchdog(SHORT)) {
      for (int i = 0; i < 3; i++) {
        rest.callBegins();
      }

      while (rest.isQueued()) {
        awaitWatchdog();
      }

      rest.callBegins();
      assertThat(rest.isQueued()).isTrue();
    }
  }

  @Test
  void closingTakesItOutForGood() throws InterruptedException {
    RestingWatchdog rest = new RestingWatchdog(SHORT);
    rest.callBegins();
    rest.callBegins();

    rest.close();
    awaitWatchdog();
    assertThat(rest.isQueued()).isFalse();
    rest.callBegins();

    assertThat(rest.isQueued()).isFalse();
    rest.close();
  }

  @Test
  void aClosedClientLeavesNothingInTheQueue() {
    server.enqueue(task());
    KlingClient kling = client(LONG);
    kling.textToVideo().get("17");
    assertThat(kling.calls.watchdog.isQueued()).isTrue();

    kling.close();

    assertThat(kling.calls.watchdog.isQueued()).isFalse();
  }

  private KlingClient client(Duration readTimeout) {
    return KlingClient.builder()
        .gateway(Gateway.relay("http://127.0.0.1:" + server.getPort()))
        .credentials(Credentials.apiKey("sk-hunter2"))
        .retryPolicy(RetryPolicy.never())
        .readTimeout(readTimeout)
        .build();
  }

  private static MockResponse task() {
    return Fixtures.json(200, "{\"data\":{\"task_id\":\"17\"}}");
  }

  private static MockResponse silence() {
    return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
  }

  private static void keep(RestingWatchdog rest) {
    while (!Thread.currentThread().isInterrupted()) {
      rest.callBegins();
    }
  }

  /** Returns once the watchdog has handled what was due before a while had passed. */
  private static void awaitWatchdog() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    AsyncTimeout probe =
        new AsyncTimeout() {
          @Override
          protected void timedOut() {
            over.countDown();
          }
        };
    probe.timeout(3 * SHORT.toMillis(), TimeUnit.MILLISECONDS);
    probe.enter();
    over.await();
    boolean unused = probe.exit();
  }

  /** Returns how often the watchdog has begun to wait. */
  private static long waits() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long waits = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().equals("Okio Watchdog")) {
        waits += thread.getWaitedCount();
      }
    }
    return waits;
  }
}
