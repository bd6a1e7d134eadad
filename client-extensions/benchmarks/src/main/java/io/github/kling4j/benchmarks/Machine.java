package io.github.kling4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The machine that figures were taken on. */
public final class Machine {
  private static final Path CPUS = Path.of("/proc/cpuinfo");

  private Machine() {}

  /**
   * Describes the machine and its JDK, in a line for beside a table.
   *
   * @return for instance {@code 2 cores (AMD EPYC), Linux amd64; OpenJDK 64-Bit Server VM 17.0.15}
   */
  public static String description() {
    return Runtime.getRuntime().availableProcessors()
        + " cores ("
        + processor()
        + "), "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + "; "
        + System.getProperty("java.vm.name")
        + " "
        + System.getProperty("java.vm.version");
  }

  private static String processor() {
    try {
      List<String> lines = Files.exists(CPUS) ? Files.readAllLines(CPUS) : List.of();
      return lines.stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
