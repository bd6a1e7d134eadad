package io.github.kling4j.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testkit.KlingGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemTimerTest {
  private final SystemTimer timer = new SystemTimer();

  @AfterEach
  void close() {
    timer.close();
  }

  @Test
  void anActionRunsOnADaemonThatSaysWhatItIs() throws Exception {
    CompletableFuture<Thread> ran = new CompletableFuture<>();

    Runnable unused = timer.schedule(() -> ran.complete(Thread.currentThread()), 1);

    Thread thread = ran.get(10, TimeUnit.SECONDS);
    assertThat(thread.getName()).isEqualTo("kling4j-timer");
    assertThat(thread.isDaemon()).isTrue();
  }

  @Test
  void anActionThatWasTakenBackDoesNotRun() throws Exception {
    CountDownLatch both = new CountDownLatch(1);
    CompletableFuture<Void> takenBack = new CompletableFuture<>();
    CompletableFuture<Void> later = new CompletableFuture<>();
    Runnable unused = timer.schedule(() -> await(both), 0);
    Runnable first = timer.schedule(() -> takenBack.complete(null), 0);
    unused = timer.schedule(() -> later.complete(null), 1);

    first.run();
    both.countDown();
    later.get(10, TimeUnit.SECONDS);

    assertThat(takenBack).isNotDone();
  }

  @Test
  void timeGoesOn() {
    long before = timer.nanoTime();

    assertThat(timer.nanoTime() - before).isNotNegative();
  }

  @Test
  void aClosedTimerTakesNothing() {
    timer.close();

    assertThatThrownBy(() -> timer.schedule(() -> {}, 1))
        .isInstanceOfAny(IllegalStateException.class, RejectedExecutionException.class);
    timer.close();
  }

  @Test
  void aClosedClientLeavesNoThread() throws Exception {
    try (KlingGateway gateway = KlingGateway.start()) {
      List<Thread> before = threads();
      KlingClient kling =
          KlingClient.builder()
              .gateway(Gateway.relay(gateway.url()))
              .credentials(Credentials.apiKey("sk-test"))
              .retryPolicy(Fixtures.HASTY)
              .waitPolicy(Fixtures.IMPATIENT)
              .build();
      CompletableFuture<Boolean> looked = new CompletableFuture<>();
      CompletableFuture<VideoTask> wait =
          kling
              .textToVideo()
              .create(r -> r.prompt("A beach. [[slow 1h]]"))
              .completion(
                  Fixtures.IMPATIENT.toBuilder().listener(p -> looked.complete(true)).build());
      looked.get(10, TimeUnit.SECONDS);
      List<Thread> own = threads();
      own.removeAll(before);
      own.removeIf(thread -> thread.getName().startsWith("MockWebServer"));
      assertThat(own)
          .allMatch(Thread::isDaemon)
          .extracting(Thread::getName)
          .contains("kling4j-timer")
          .noneMatch(name -> name.contains("sk-test"));

      kling.close();

      for (Thread thread : own) {
        if (thread.getName().startsWith("kling4j-")) {
          thread.join(10_000);
          assertThat(thread.isAlive()).isFalse();
        }
      }
      assertThat(wait).failsWithin(10, TimeUnit.SECONDS);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Thread> threads() {
    return new ArrayList<>(Thread.getAllStackTraces().keySet());
  }
}
