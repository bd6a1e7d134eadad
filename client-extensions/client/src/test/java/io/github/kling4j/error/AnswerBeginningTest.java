package io.github.kling4j.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.testing.Fixtures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** What is kept aside of an answer, as far as no message tells of it. */
class AnswerBeginningTest {
  /** A query needs 15,000. Okio takes memory in pieces of 8 KiB, so that one of them shows. */
  private static final int QUERY = 19_000;

  @Test
  void ofAnAnswerThatIsATaskNoMemoryIsKept() throws IOException {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      int queries = 10;
      for (int i = 0; i < 2 * queries; i++) {
        server.enqueue(Fixtures.json(200, "{\"data\":{\"task_id\":\"17\"}}"));
      }
      try (KlingClient kling =
          KlingClient.builder()
              .gateway(Gateway.relay("http://127.0.0.1:" + server.getPort()))
              .credentials(Credentials.apiKey("sk-hunter2"))
              .build()) {
        query(kling, queries);
        long before = allocated();

        query(kling, queries);

        assertThat((allocated() - before) / queries).isLessThan(QUERY);
      }
    }
  }

  private static void query(KlingClient kling, int times) {
    for (int i = 0; i < times; i++) {
      kling.textToVideo().get("17");
    }
  }

  /** Returns the bytes that this thread has ever asked for. */
  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
