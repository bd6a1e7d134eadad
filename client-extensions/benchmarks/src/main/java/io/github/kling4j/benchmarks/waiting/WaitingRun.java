package io.github.kling4j.benchmarks.waiting;

import com.sun.management.OperatingSystemMXBean;
import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.benchmarks.waiting.Figures.HeapUse;
import io.github.kling4j.benchmarks.waiting.Figures.Round;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.task.WaitPolicy;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for tasks that do not end, and measures what that takes of this process. All happens on the
 * thread that asks for it, so that no thread comes which the client has not caused.
 */
final class WaitingRun {
  private static final Duration DEADLINE = Duration.ofHours(2);
  private static final int WARM_ROUNDS = 2;
  private static final long STEP_MILLIS = 10;
  private static final Duration START = Duration.ofMinutes(2);
  private static final int PATIENCE = 10;

  /** Shorter than the pause between two rounds, longer than one between two answers of a round. */
  private static final int QUIET_PART = 20;

  private static final int HEAP_SAMPLES = 8;

  private final String url;
  private final boolean list;
  private final List<String> ids;
  private final Duration interval;
  private final int rounds;
  private final Supplier<RequestCounts> gateway;
  private final List<CompletableFuture<VideoTask>> waits;
  private final LongAdder looks = new LongAdder();
  private final ClientThreads threads = new ClientThreads();
  private final ThreadMXBean thread = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /**
   * Prepares a run.
   *
   * @param url the gateway
   * @param list whether it is to have a list
   * @param ids tasks that do not end while this runs
   * @param interval the time between two looks at a task
   * @param rounds how many are measured at least
   * @param gateway tells the requests that the gateway has received so far
   */
  WaitingRun(
      String url,
      boolean list,
      List<String> ids,
      Duration interval,
      int rounds,
      Supplier<RequestCounts> gateway) {
    this.url = url;
    this.list = list;
    this.ids = ids;
    this.interval = interval;
    this.rounds = rounds;
    this.gateway = gateway;
    this.waits = new ArrayList<>(ids.size());
  }

  Figures measure() throws InterruptedException {
    try (KlingClient kling = client()) {
      open(kling, ids.subList(0, 1), Duration.ZERO);
      pumpUntil(() -> looks.sum() > 0);
      cancelAll();

      long before = Heap.live();
      looks.reset();
      open(kling, ids, interval);
      Round round = measureRounds();
      long[] sizes = sizesInRound();
      failIfOneEnded();
      cancelAll();

      // With their calls done the threads have names of their own again.
      pumpFor(interval.dividedBy(2));
      long after = Heap.live();
      long ownData = ownData(kling);
      HeapUse heap = new HeapUse(sizes[0] - before, sizes[1] - before, ownData, after - before);
      return new Figures(ids.size(), list, round, heap, threads.peak(), threads.peaks());
    }
  }

  private KlingClient client() {
    // The gateway of the testkit does wrong what a key asks for.
    String key = list ? "benchmark" : "benchmark[[list_html]]";
    return KlingClient.builder()
        .gateway(Gateway.relay(url))
        .credentials(Credentials.apiKey(key))
        .build();
  }

  private void open(KlingClient kling, List<String> tasks, Duration firstDelay) {
    WaitPolicy policy =
        WaitPolicy.builder()
            .firstDelay(firstDelay)
            .interval(interval, interval)
            .deadline(DEADLINE)
            .listener(progress -> looks.increment())
            .build();
    for (String id : tasks) {
      waits.add(kling.textToVideo().task(id).completion(policy));
    }
  }

  private Round measureRounds() throws InterruptedException {
    pumpUntil(() -> looks.sum() >= (long) WARM_ROUNDS * ids.size());
    pumpUntilQuiet();
    RequestCounts requests = gateway.get();
    long begun = System.nanoTime();
    long looked = looks.sum();
    long cpu = cpuNanos();
    long threadCpu = threads.cpuNanos();

    pumpUntil(() -> looks.sum() - looked >= (long) rounds * ids.size());
    pumpUntilQuiet();
    double measured = (double) (looks.sum() - looked) / ids.size();
    double threadCpuMillis = (threads.cpuNanos() - threadCpu) / 1e6;
    double cpuMillis = (cpuNanos() - cpu) / 1e6;
    double millis = (System.nanoTime() - begun) / 1e6;
    RequestCounts sent = gateway.get().since(requests);
    return new Round(
        measured,
        millis / measured,
        sent.lists() / measured,
        sent.singles() / measured,
        cpuMillis / measured,
        threadCpuMillis / measured);
  }

  /** Returns the CPU time of this process, without what measuring takes. */
  private long cpuNanos() {
    return process.getProcessCpuTime() - thread.getCurrentThreadCpuTime();
  }

  /** Returns the least and the most live bytes, of moments spread over a round. */
  private long[] sizesInRound() throws InterruptedException {
    long least = Heap.live();
    long most = least;
    for (int i = 1; i < HEAP_SAMPLES; i++) {
      pumpFor(interval.dividedBy(HEAP_SAMPLES));
      long size = Heap.liveAfterOne();
      least = Math.min(least, size);
      most = Math.max(most, size);
    }
    return new long[] {least, most};
  }

  private long ownData(KlingClient kling) {
    List<VideoTask> tasks = new ArrayList<>(ids.size());
    ids.forEach(id -> tasks.add(kling.textToVideo().get(id)));
    long with;
    try {
      with = Heap.live();
    } finally {
      Reference.reachabilityFence(tasks);
    }
    tasks.clear();
    return with - Heap.live();
  }

  private void failIfOneEnded() {
    for (CompletableFuture<VideoTask> wait : waits) {
      if (wait.isDone()) {
        throw new IllegalStateException("A wait has ended: " + wait.join());
      }
    }
  }

  private void cancelAll() {
    waits.forEach(wait -> wait.cancel(true));
    waits.clear();
  }

  private void pumpUntilQuiet() throws InterruptedException {
    long limit = System.nanoTime() + interval.toNanos();
    long[] last = {looks.sum(), System.nanoTime()};
    pumpUntil(
        () -> {
          long now = System.nanoTime();
          long sum = looks.sum();
          if (sum != last[0]) {
            last[0] = sum;
            last[1] = now;
          }
          return now - last[1] >= interval.toNanos() / QUIET_PART || now >= limit;
        });
  }

  private void pumpFor(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    pumpUntil(() -> System.nanoTime() >= end);
  }

  private void pumpUntil(BooleanSupplier condition) throws InterruptedException {
    Duration patience = START.plus(interval.multipliedBy((long) rounds * PATIENCE));
    long begun = System.nanoTime();
    while (true) {
      threads.look();
      if (condition.getAsBoolean()) {
        return;
      }
      if (System.nanoTime() - begun > patience.toNanos()) {
        failIfOneEnded();
        throw new IllegalStateException("The waits do not get on: " + looks.sum() + " looks");
      }
      Thread.sleep(STEP_MILLIS);
    }
  }
}
