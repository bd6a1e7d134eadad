package io.github.kling4j.benchmarks.calls;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Processor time of this process, all threads of the JVM included. The JVM tells it in steps of 10
 * ms, as much as a hundred calls take; Linux tells it of each thread in nanoseconds, also of one
 * that has ended, as far as it was looked at before.
 */
final class Cpu {
  private static final Path TASKS = Path.of("/proc/self/task");

  private final Map<String, Long> nanosByThread = new HashMap<>();
  private final boolean exact = Files.exists(TASKS.getParent().resolve("schedstat"));

  /** Returns the processor time until now, in nanoseconds. */
  long nanos() {
    if (!exact) {
      return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
          .getProcessCpuTime();
    }
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(TASKS)) {
      for (Path thread : threads) {
        read(thread);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return nanosByThread.values().stream().mapToLong(Long::longValue).sum();
  }

  private void read(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("schedstat"));
      long nanos = Long.parseLong(stat.substring(0, stat.indexOf(' ')));
      nanosByThread.put(thread.getFileName().toString(), nanos);
    } catch (IOException e) {
      // It has ended meanwhile: what it had taken when it was last looked at stays.
    }
  }
}
