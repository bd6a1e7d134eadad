package io.github.kling4j.benchmarks.calls;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Processor time of this process without its compiler, which comes to an end in any process that
 * runs for long: so a figure is of calls, however soon after the start it is taken. The JVM tells
 * the time in steps of 10 ms, as much as a hundred calls take; Linux tells it of each thread in
 * nanoseconds, also of one that has ended, as far as it was looked at before. Elsewhere it is the
 * JVM's word, compiler included.
 */
final class Cpu {
  private static final Path PROCESS = Path.of("/proc/self");
  private static final Path TASKS = PROCESS.resolve("task");

  private final Map<String, Long> nanosByThread = new HashMap<>();
  private final Set<String> compilers = new HashSet<>();
  private final boolean exact = Files.exists(PROCESS.resolve("schedstat"));

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
    String id = thread.getFileName().toString();
    if (compilers.contains(id)) {
      return;
    }
    try {
      if (!nanosByThread.containsKey(id) && isCompiler(thread)) {
        compilers.add(id);
        return;
      }
      String stat = Files.readString(thread.resolve("schedstat"));
      long nanos = Long.parseLong(stat.substring(0, stat.indexOf(' ')));
      nanosByThread.put(id, nanos);
    } catch (IOException e) {
      // It has ended meanwhile: what it had taken when it was last looked at stays.
    }
  }

  /** HotSpot calls them "C1 CompilerThread0", of which Linux keeps 15 characters. */
  private static boolean isCompiler(Path thread) throws IOException {
    return Files.readString(thread.resolve("comm")).contains(" CompilerThre");
  }
}
