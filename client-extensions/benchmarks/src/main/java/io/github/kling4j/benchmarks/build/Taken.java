package io.github.kling4j.benchmarks.build;

import java.util.List;

/**
 * What a command has taken, with all processes that it started and awaited.
 *
 * @param wall seconds on the clock
 * @param cpu seconds of processor time
 */
record Taken(double wall, double cpu) {
  /** What the shell's {@code time} is told to print: the clock, and both kinds of CPU. */
  static final String FORMAT = "%3R %3U %3S";

  /** Reads the last of the lines that a timed command printed. */
  static Taken parse(List<String> printed) {
    String last = printed.isEmpty() ? "" : printed.get(printed.size() - 1);
    if (!last.matches("\\d+\\.\\d{3} \\d+\\.\\d{3} \\d+\\.\\d{3}")) {
      throw new IllegalArgumentException("no figures of time: " + last);
    }
    int user = last.indexOf(' ') + 1;
    int system = last.lastIndexOf(' ') + 1;
    return new Taken(
        Double.parseDouble(last.substring(0, user - 1)),
        Double.parseDouble(last.substring(user, system - 1))
            + Double.parseDouble(last.substring(system)));
  }
}
