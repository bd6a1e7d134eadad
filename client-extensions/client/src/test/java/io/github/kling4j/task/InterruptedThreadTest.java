package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.DownloadException;
import io.github.kling4j.error.KlingConnectionException;
import io.github.kling4j.error.UncertainCreateException;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testkit.KlingGatewayExtension;
import java.io.IOException;
import java.nio.file.Path;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thread that is interrupted while OkHttp connects gets an exception that OkHttp does not
 * declare. It must not cost a task its id, nor the thread its interruption.
 */
class InterruptedThreadTest {
  @RegisterExtension static final KlingGatewayExtension KLING = new KlingGatewayExtension();

  private final OkHttpClient http = new OkHttpClient();

  @TempDir Path folder;

  @AfterEach
  void close() {
    boolean unused = Thread.interrupted();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  @Test
  void aCreateWasNotSentAndSaysSo() {
    try (KlingClient kling = client(http)) {
      Thread.currentThread().interrupt();
      KlingConnectionException e =
          catchThrowableOfType(KlingConnectionException.class, () -> create(kling, "A beach."));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(e.externalTaskId()).isEqualTo("order-17");
      assertThat(e.requestMayHaveArrived()).isFalse();
      assertThat(e).hasMessageContainingAll("interrupted", "was not sent");
      assertThat(KLING.gateway().requests()).isEmpty();
    }
  }

  @Test
  void aCreateThatWasSentIsUncertainWhereItsTaskCannotBeLookedForAnyMore() {
    EventListener interrupting =
        new EventListener() {
          @Override
          public void responseFailed(Call call, IOException failure) {
            Thread.currentThread().interrupt();
          }
        };
    try (KlingClient kling = client(http.newBuilder().eventListener(interrupting).build())) {
      UncertainCreateException e =
          catchThrowableOfType(
              UncertainCreateException.class, () -> create(kling, "A beach. [[drop after read]]"));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(e.externalTaskId()).isEqualTo("order-17");
      assertThat(e).hasCauseInstanceOf(KlingConnectionException.class);
      assertThat(KLING.gateway().queryRequests()).isEmpty();
    }
  }

  @Test
  void aCreateMayHaveArrivedWhereTheInterruptionCameAfterItsBody() {
    OkHttpClient interrupted =
        http.newBuilder()
            .addNetworkInterceptor(
                chain -> {
                  chain.proceed(chain.request()).close();
                  throw InterruptedThreadTest.<RuntimeException>undeclared(
                      new InterruptedException());
                })
            .build();
    try (KlingClient kling = client(interrupted)) {
      UncertainCreateException e =
          catchThrowableOfType(UncertainCreateException.class, () -> create(kling, "A beach."));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(e.externalTaskId()).isEqualTo("order-17");
      assertThat(KLING.gateway().paidTasks()).hasSize(1);
    }
  }

  @Test
  void aQueryNamesItsTask() {
    try (KlingClient kling = client(http)) {
      Thread.currentThread().interrupt();
      KlingConnectionException e =
          catchThrowableOfType(KlingConnectionException.class, () -> kling.textToVideo().get("17"));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(e.taskId()).isEqualTo("17");
    }
  }

  @Test
  void aRecoveryNamesItsId() {
    try (KlingClient kling = client(http)) {
      Thread.currentThread().interrupt();
      KlingConnectionException e =
          catchThrowableOfType(
              KlingConnectionException.class, () -> kling.textToVideo().recover("order-17"));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(e.externalTaskId()).isEqualTo("order-17");
    }
  }

  @Test
  void aDownloadNamesItsTask() {
    try (KlingClient kling = client(http)) {
      VideoTask task = create(kling, "A beach. [[slow 0s]]").refresh();
      http.connectionPool().evictAll();

      Thread.currentThread().interrupt();
      DownloadException e =
          catchThrowableOfType(
              DownloadException.class, () -> task.video().downloadTo(folder.resolve("v.mp4")));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(e.taskId()).isEqualTo(task.id());
      assertThat(folder).isEmptyDirectory();
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As Kotlin throws it.
  private static <E extends Throwable> E undeclared(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private static VideoTask create(KlingClient kling, String prompt) {
    return kling.textToVideo().create(r -> r.prompt(prompt).externalTaskId("order-17"));
  }

  private static KlingClient client(OkHttpClient http) {
    return KlingClient.builder()
        .gateway(Gateway.relay(KLING.gateway().url()))
        .credentials(Credentials.apiKey("sk-test"))
        .retryPolicy(Fixtures.HASTY)
        .httpClient(http)
        .build();
  }
}
