package io.github.kling4j.benchmarks.start;

import io.github.kling4j.benchmarks.Jdk;
import io.github.kling4j.benchmarks.Machine;
import io.github.kling4j.benchmarks.MarkdownTable;
import io.github.kling4j.benchmarks.contender.Contenders;
import java.util.Locale;

/** The figures as Markdown. */
final class StartReport {
  private final Starts plain;
  private final Starts archived;
  private final Jdk jdk;
  private final int forks;

  StartReport(Starts plain, Starts archived, Jdk jdk, int forks) {
    this.plain = plain;
    this.archived = archived;
    this.jdk = jdk;
    this.forks = forks;
  }

  @Override
  public String toString() {
    return Machine.description(jdk)
        + "; medians of "
        + forks
        + (forks == 1 ? " process" : " processes")
        + " each; × is times "
        + Starts.BASE.title()
        + ".\n\n"
        + table("first task", plain)
        + "\n"
        + table("with a class-data archive", archived);
  }

  private static MarkdownTable table(String heading, Starts starts) {
    MarkdownTable table =
        new MarkdownTable(heading, "CPU ×", "CPU ms", "wall ms", "peak MB", "classes loaded");
    for (Contenders contender : starts.contenders()) {
      table.row(
          contender.title(),
          String.format(Locale.ROOT, "%.2f", starts.cpuRatio(contender)),
          whole(starts.median(contender, Start::cpuMillis)),
          whole(starts.median(contender, Start::wallMillis)),
          whole(starts.median(contender, Start::peakMegabytes)),
          whole((double) starts.classes(contender)));
    }
    return table;
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,d", Math.round(number));
  }
}
