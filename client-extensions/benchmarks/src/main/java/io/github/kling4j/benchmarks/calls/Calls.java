package io.github.kling4j.benchmarks.calls;

import io.github.kling4j.benchmarks.contender.Contender;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Calls of a contender, measured. Its threads stay, as those of an application do. */
final class Calls implements AutoCloseable {
  /** As a share of the time on the clock. */
  private static final double LITTLE = 0.1;

  private static final int MOST_BATCHES = 3;

  private final Contender contender;
  private final Cpu cpu = new Cpu();
  private final Allocation allocation = new Allocation();
  private final ExecutorService pool = Executors.newCachedThreadPool();

  Calls(Contender contender) {
    this.contender = contender;
  }

  /** Makes calls until the compiler has little left to do. */
  Sample warmUp(Operation operation, int calls) throws Exception {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    Sample sample;
    double compiled;
    int batches = 0;
    do {
      long before = compiler.getTotalCompilationTime();
      sample = measure(operation, 1, calls);
      compiled = (compiler.getTotalCompilationTime() - before) * 1e6 / sample.wallNanos();
      batches++;
    } while (compiled > LITTLE && batches < MOST_BATCHES);
    return sample;
  }

  /** Makes calls, spread over some threads; with one thread, on the caller's. */
  Sample measure(Operation operation, int threads, int calls) throws Exception {
    long cpuBefore = cpu.nanos();
    long bytesBefore = allocation.bytes();
    long start = System.nanoTime();
    long[] nanos = threads == 1 ? make(operation, calls) : spread(operation, threads, calls);
    long wall = System.nanoTime() - start;
    long bytes = allocation.bytes() - bytesBefore;
    return Sample.of(nanos, wall, cpu.nanos() - cpuBefore, bytes);
  }

  @Override
  public void close() {
    pool.shutdownNow();
    contender.close();
  }

  private long[] spread(Operation operation, int threads, int calls) throws Exception {
    List<Callable<long[]>> work = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      work.add(() -> make(operation, calls / threads));
    }
    LongStream all = LongStream.empty();
    for (Future<long[]> done : pool.invokeAll(work)) {
      all = LongStream.concat(all, Arrays.stream(done.get()));
    }
    return all.toArray();
  }

  /** The JDK's client now and then takes a connection from its pool that it has just closed. */
  private void call(Operation operation) throws Exception {
    try {
      operation.call(contender);
    } catch (Exception e) {
      System.err.println("A call failed, and is made again: " + e);
      operation.call(contender);
    }
  }

  private long[] make(Operation operation, int calls) throws Exception {
    long[] nanos = new long[calls];
    long before = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      call(operation);
      long after = System.nanoTime();
      nanos[i] = after - before;
      before = after;
    }
    return nanos;
  }
}
