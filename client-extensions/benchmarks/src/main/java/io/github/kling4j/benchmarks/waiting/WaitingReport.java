package io.github.kling4j.benchmarks.waiting;

import io.github.kling4j.benchmarks.Jdk;
import io.github.kling4j.benchmarks.Machine;
import io.github.kling4j.benchmarks.MarkdownTable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures as Markdown. */
final class WaitingReport {
  /** With fewer waits, what is there once for all of them would count for much of each. */
  private static final int ENOUGH_TO_DIVIDE = 500;

  private final List<Figures> all;
  private final Duration interval;
  private final Jdk jdk;
  private final List<String> clientJvm;

  WaitingReport(List<Figures> all, Duration interval, Jdk jdk, List<String> clientJvm) {
    this.all = all;
    this.interval = interval;
    this.jdk = jdk;
    this.clientJvm = clientJvm;
  }

  @Override
  public String toString() {
    return Machine.description(jdk)
        + "; the client with `"
        + String.join(" ", clientJvm)
        + "`; a look at each task every "
        + interval.toSeconds()
        + " s.\n\n"
        + rounds()
        + "\n"
        + threads()
        + "\n"
        + heap();
  }

  private String rounds() {
    MarkdownTable table =
        new MarkdownTable(
            "waits",
            "list requests a round",
            "single requests a round",
            "seconds a round",
            "CPU ms a round",
            "of it in the client's threads");
    for (Figures figures : all) {
      Figures.Round round = figures.round();
      table.row(
          name(figures),
          decimal(round.lists()),
          decimal(round.singles()),
          decimal(round.millis() / 1000),
          decimal(round.processCpuMillis()),
          decimal(round.threadCpuMillis()));
    }
    return table.toString();
  }

  private String threads() {
    MarkdownTable table = new MarkdownTable("waits", "threads", "ours", "kinds");
    for (Figures figures : all) {
      table.row(
          name(figures),
          whole(figures.allThreads()),
          whole(figures.ourThreads()),
          figures.threads().entrySet().stream()
              .map(kind -> kind.getValue() + " " + kind.getKey())
              .collect(Collectors.joining(", ")));
    }
    return table.toString();
  }

  private String heap() {
    MarkdownTable table =
        new MarkdownTable(
            "waits",
            "kB of all, in a round",
            "bytes a wait, at rest",
            "in a round",
            "a task alone",
            "a wait beyond its task",
            "kB left of all");
    for (Figures figures : all) {
      Figures.HeapUse heap = figures.heap();
      table.row(
          name(figures),
          whole(heap.inRound() / 1000),
          each(figures, heap.atRest()),
          each(figures, heap.inRound()),
          each(figures, heap.ownData()),
          each(figures, heap.inRound() - heap.ownData()),
          whole(heap.left() / 1000));
    }
    return table.toString();
  }

  private static String name(Figures figures) {
    return whole(figures.waits()) + (figures.list() ? ", list" : ", no list");
  }

  private static String each(Figures figures, long bytes) {
    return figures.waits() < ENOUGH_TO_DIVIDE ? "" : whole(bytes / figures.waits());
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%,.1f", number);
  }
}
