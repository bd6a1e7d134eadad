package io.github.kling4j.benchmarks.calls;

import io.github.kling4j.benchmarks.contender.Contenders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much a call of the whole client may take. */
final class CallsBudgets {
  private static final Contenders OURS = Contenders.CLIENT;
  private static final double CPU_RATIO = 1.15;
  private static final int BYTES = 12 * 1024;

  private CallsBudgets() {}

  /** Returns a line for each figure that is over its budget; none when ours isn't measured. */
  static List<String> exceeded(Results results) {
    List<String> over = new ArrayList<>();
    if (results.contenders().contains(OURS)) {
      check(over, results, Measure.CREATE, "a create");
      check(over, results, Measure.GET, "a get");
    }
    return over;
  }

  private static void check(List<String> over, Results results, Measure measure, String call) {
    double cpu = results.ratio(OURS, measure, Sample::cpuPerCall);
    if (cpu > CPU_RATIO) {
      over.add(line("CPU of %s: %.2f times that of bare OkHttp, of %.2f", call, cpu, CPU_RATIO));
    }
    for (Contenders peer : results.contenders()) {
      double theirs = results.ratio(peer, measure, Sample::cpuPerCall);
      if (peer.kind() == Contenders.Kind.PEER && cpu >= theirs) {
        over.add(
            line(
                "CPU of %s: %.2f times that of bare OkHttp, and %s takes %.2f",
                call, cpu, peer.title(), theirs));
      }
    }
    long bytes = Math.round(results.median(OURS, measure, Sample::bytesPerCall));
    if (bytes > BYTES) {
      over.add(line("bytes of %s: %,d, of %,d", call, bytes, BYTES));
    }
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
