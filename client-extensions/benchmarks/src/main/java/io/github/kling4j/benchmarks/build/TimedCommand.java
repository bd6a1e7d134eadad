package io.github.kling4j.benchmarks.build;

import io.github.kling4j.benchmarks.Jdk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Runs a command and tells what it and all that it started have taken. */
final class TimedCommand {
  private static final int MOST_SHOWN = 40;

  private TimedCommand() {}

  /**
   * Runs a command of the shell.
   *
   * @throws IllegalStateException when it fails, with the end of what it printed
   */
  static Taken run(Path folder, Jdk jdk, String command) {
    // Bash's own time counts whatever the command started and awaited.
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", "time " + command)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("TIMEFORMAT", Taken.FORMAT);
    // A point in what Bash's own time prints; file names stay as they are.
    String locale = builder.environment().remove("LC_ALL");
    if (locale != null) {
      builder.environment().put("LANG", locale);
    }
    builder.environment().put("LC_NUMERIC", "C");
    builder.environment().put("JAVA_HOME", jdk.home().toString());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      List<String> printed;
      try (BufferedReader out = process.inputReader()) {
        printed = out.lines().toList();
      }
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + " failed:\n" + end(printed));
      }
      return Taken.parse(printed);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted during " + command, e);
    }
  }

  private static String end(List<String> printed) {
    int from = Math.max(0, printed.size() - MOST_SHOWN);
    return String.join("\n", printed.subList(from, printed.size()));
  }
}
