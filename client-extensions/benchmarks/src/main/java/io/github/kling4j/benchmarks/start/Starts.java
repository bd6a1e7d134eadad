package io.github.kling4j.benchmarks.start;

import io.github.kling4j.benchmarks.contender.Contenders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * All starts of one kind, with an archive or without, fork by fork. Ratios are taken within a fork,
 * of processes that ran one after the other, so that what the machine does besides meets both.
 */
final class Starts {
  /** What all are compared with. */
  static final Contenders BASE = Contenders.OKHTTP_MOSHI;

  private final Map<Contenders, List<Start>> starts = new EnumMap<>(Contenders.class);
  private final Map<Contenders, Long> classes = new EnumMap<>(Contenders.class);

  /** Adds a start; each contender must have as many as the others. */
  void add(Contenders contender, Start start) {
    starts.computeIfAbsent(contender, key -> new ArrayList<>()).add(start);
  }

  /** Notes how many classes a contender loads. */
  void loads(Contenders contender, long count) {
    classes.put(contender, count);
  }

  Set<Contenders> contenders() {
    return starts.keySet();
  }

  long classes(Contenders contender) {
    return classes.getOrDefault(contender, 0L);
  }

  double median(Contenders contender, ToDoubleFunction<Start> figure) {
    return median(of(contender).stream().mapToDouble(figure).toArray());
  }

  /** Returns how many times the CPU of bare OkHttp with JSON by hand. */
  double cpuRatio(Contenders contender) {
    List<Start> own = of(contender);
    List<Start> base = of(BASE);
    double[] ratios = new double[own.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = own.get(i).cpuMillis() / base.get(i).cpuMillis();
    }
    return median(ratios);
  }

  private List<Start> of(Contenders contender) {
    List<Start> found = starts.get(contender);
    if (found == null) {
      throw new IllegalStateException("No start of " + contender.id());
    }
    return found;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
