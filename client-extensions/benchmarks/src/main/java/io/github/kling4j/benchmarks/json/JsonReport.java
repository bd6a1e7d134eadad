package io.github.kling4j.benchmarks.json;

import io.github.kling4j.benchmarks.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of the benchmark {@code json}, and what of it is over its budget. */
final class JsonReport {
  private static final double MOST = 1.10;

  private JsonReport() {}

  static String table(JsonFigures figures) {
    MarkdownTable table =
        new MarkdownTable("case", "µs", "times by hand", "bytes", "times by hand");
    for (JsonCase what : JsonCase.values()) {
      for (JsonContender contender : JsonContender.values()) {
        table.row(
            what.words() + ", " + contender.words(),
            String.format(Locale.ROOT, "%,.2f", figures.micros(what, contender)),
            times(figures.timeRatio(what, contender)),
            String.format(Locale.ROOT, "%,.0f", figures.bytes(what, contender)),
            times(figures.bytesRatio(what, contender)));
      }
    }
    return table.toString();
  }

  /** Returns a line for each figure that is over its budget. */
  static List<String> exceeded(JsonFigures figures) {
    List<String> over = new ArrayList<>();
    for (JsonCase what : JsonCase.values()) {
      check(over, what, "time", figures.timeRatio(what, JsonContender.GENERATED));
      check(over, what, "bytes", figures.bytesRatio(what, JsonContender.GENERATED));
    }
    return over;
  }

  private static void check(List<String> over, JsonCase what, String figure, double ratio) {
    // As it stands in the table.
    if (Math.round(ratio * 100) > Math.round(MOST * 100)) {
      over.add(
          what.words()
              + ": "
              + times(ratio)
              + " times the "
              + figure
              + " by hand, of "
              + times(MOST));
    }
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }
}
