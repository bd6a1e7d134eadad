package io.github.kling4j.benchmarks.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What a process has taken until now, as the operating system tells it, so that the process itself
 * need load nothing for it.
 *
 * @param cpuNanos the processor time of all its threads, the compiler's and the collector's
 *     included
 * @param peakKilobytes the most memory that it had at one time; 0 where the system doesn't tell it
 */
record Usage(long cpuNanos, long peakKilobytes) {
  private static final Path PROCESSES = Path.of("/proc");
  private static final String PEAK = "VmHWM:";

  /** Looks at a process. */
  static Usage of(long pid) {
    Path process = PROCESSES.resolve(Long.toString(pid));
    try {
      if (Files.exists(process.resolve("schedstat"))) {
        return new Usage(threads(process.resolve("task")), peak(lines(process.resolve("status"))));
      }
      return new Usage(
          ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElseThrow().toNanos(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot see what process " + pid + " has taken", e);
    }
  }

  /** Adds up what the threads took: in nanoseconds, where that of the process is in 10 ms. */
  private static long threads(Path tasks) throws IOException {
    long nanos = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        try {
          nanos += onCpu(Files.readString(thread.resolve("schedstat")));
        } catch (NoSuchFileException e) {
          // It ended just now. Few do: a JVM's own threads stay.
        }
      }
    }
    return nanos;
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file);
  }

  /** Reads Linux's {@code schedstat}: the time on a processor comes first. */
  static long onCpu(String schedstat) {
    return Long.parseLong(schedstat.substring(0, schedstat.indexOf(' ')));
  }

  /** Reads Linux's {@code status}, which tells the peak in a line such as "VmHWM: 80204 kB". */
  static long peak(List<String> status) {
    OptionalLong peak =
        status.stream()
            .filter(line -> line.startsWith(PEAK))
            .map(line -> line.substring(PEAK.length()).strip().toLowerCase(Locale.ROOT))
            .filter(size -> size.endsWith(" kb"))
            .mapToLong(size -> Long.parseLong(size.substring(0, size.length() - 3).strip()))
            .findFirst();
    return peak.orElse(0);
  }
}
