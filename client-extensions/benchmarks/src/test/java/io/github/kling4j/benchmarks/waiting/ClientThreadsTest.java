package io.github.kling4j.benchmarks.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ClientThreadsTest {
  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void threadsThatWereThereBeforeAreNotCounted() throws Exception {
    Thread before = begin("kling4j-before");
    ClientThreads threads = new ClientThreads();
    Thread one = begin("kling4j-http");
    Thread other = begin("pool-1-thread-7");

    threads.look();
    finish(before, one, other);

    assertThat(threads.peaks())
        .containsEntry("kling4j-http", 1)
        .containsEntry("pool-1-thread", 1)
        .doesNotContainKey("kling4j-before");
  }

  @Test
  void aThreadOfOursStaysOneWhileItHasTheNameOfACall() throws Exception {
    ClientThreads threads = new ClientThreads();
    Thread ours = begin("OkHttp http://127.0.0.1:1/...");
    threads.look();
    ours.setName("kling4j-http");
    threads.look();
    ours.setName("OkHttp http://127.0.0.1:1/...");
    threads.look();
    finish(ours);

    assertThat(threads.peaks()).containsEntry("kling4j-http", 1).doesNotContainKey("OkHttp call");
  }

  @Test
  void aThreadThatHasGoneStillCountsForThePeak() throws Exception {
    ClientThreads threads = new ClientThreads();
    Thread one = begin("kling4j-http");
    Thread other = begin("kling4j-http");
    threads.look();
    finish(one, other);
    threads.look();

    assertThat(threads.peaks()).containsEntry("kling4j-http", 2);
  }

  @Test
  void theTimeOfAThreadThatHasGoneStaysCounted() throws Exception {
    ClientThreads threads = new ClientThreads();
    Thread one = begin("kling4j-look");
    long before = threads.cpuNanos();
    finish(one);

    assertThat(before).isPositive();
    assertThat(threads.cpuNanos()).isGreaterThanOrEqualTo(before);
  }

  private Thread begin(String name) {
    Thread thread =
        new Thread(
            () -> {
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void finish(Thread... threads) throws InterruptedException {
    end.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
