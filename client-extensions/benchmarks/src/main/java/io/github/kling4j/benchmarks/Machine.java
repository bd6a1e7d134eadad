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
   * Describes the machine and a JDK, in a line for beside a table.
   *
   * @param jdk what measured processes ran on
   * @return for instance {@code 2 cores (AMD EPYC), Linux amd64; JDK 17.0.15+6 (Eclipse Adoptium)}
   */
  public static String description(Jdk jdk) {
    return Runtime.getRuntime().availableProcessors()
        + " cores ("
        + processor()
        + "), "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + "; "
        + jdk.description();
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
