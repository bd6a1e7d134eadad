package io.github.kling4j.benchmarks.start;

import io.github.kling4j.benchmarks.contender.Contenders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much the first task of the whole client may take, without an archive. */
final class StartBudgets {
  private static final Contenders OURS = Contenders.CLIENT;
  private static final double CPU_RATIO = 1.10;
  private static final int CLASSES = 2_150;

  /** Other JDKs load other classes of their own. */
  private static final String CLASSES_ON = "JDK 17.";

  private StartBudgets() {}

  /** Returns a line for each figure that is over its budget; none when ours isn't measured. */
  static List<String> exceeded(Starts plain, String jdk) {
    List<String> over = new ArrayList<>();
    if (!plain.contenders().contains(OURS)) {
      return over;
    }
    double cpu = plain.cpuRatio(OURS);
    if (cpu > CPU_RATIO) {
      over.add(
          String.format(
              Locale.ROOT,
              "CPU of a start on %s: %.2f times that of OkHttp with JSON by hand, of %.2f",
              jdk,
              cpu,
              CPU_RATIO));
    }
    long classes = plain.classes(OURS);
    if (jdk.startsWith(CLASSES_ON) && classes > CLASSES) {
      over.add(
          String.format(
              Locale.ROOT, "classes of a start on %s: %,d, of %,d", jdk, classes, CLASSES));
    }
    return over;
  }
}
