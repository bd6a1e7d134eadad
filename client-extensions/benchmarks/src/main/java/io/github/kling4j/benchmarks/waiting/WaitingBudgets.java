package io.github.kling4j.benchmarks.waiting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much waiting may take. */
final class WaitingBudgets {
  private static final int THREADS = 4;
  private static final int BYTES_PER_WAIT = 1024;
  private static final int PAGE = 500;

  /** With fewer waits, what is there once for all of them would count for much of each. */
  private static final int MANY = 10_000;

  private WaitingBudgets() {}

  /** Returns a line for each figure that is over its budget. */
  static List<String> exceeded(List<Figures> all) {
    List<String> over = new ArrayList<>();
    for (Figures figures : all) {
      check(over, figures, "threads of the client", figures.ourThreads(), THREADS);
      if (figures.waits() < MANY) {
        continue;
      }
      check(over, figures, "bytes a wait", figures.heapPerWait(), BYTES_PER_WAIT);
      if (figures.list()) {
        // All tasks are on the list, so none has to be asked for by itself.
        int pages = (figures.waits() + PAGE - 1) / PAGE;
        long requests = Math.round(figures.round().lists() + figures.round().singles());
        check(over, figures, "requests a round", requests, pages);
      }
    }
    return over;
  }

  private static void check(
      List<String> over, Figures figures, String what, long value, long budget) {
    if (value > budget) {
      over.add(
          String.format(
              Locale.ROOT,
              "%,d waits %s list: %,d %s, of %,d",
              figures.waits(),
              figures.list() ? "with the" : "without",
              value,
              what,
              budget));
    }
  }
}
