package io.github.kling4j.benchmarks.calls;

import io.github.kling4j.benchmarks.contender.Contenders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * All samples, round by round. A ratio is taken within a round, of samples that stand next to each
 * other in time, so that what the machine does besides meets both; then the median is taken of all.
 */
final class Results {
  private static final Contenders BASE = Contenders.OKHTTP_BYTES;

  private final Map<Contenders, Map<Measure, List<Sample>>> samples =
      new EnumMap<>(Contenders.class);

  /** Adds a sample; each contender must have as many as the others. */
  void add(Contenders contender, Measure measure, Sample sample) {
    samples
        .computeIfAbsent(contender, key -> new EnumMap<>(Measure.class))
        .computeIfAbsent(measure, key -> new ArrayList<>())
        .add(sample);
  }

  Set<Contenders> contenders() {
    return samples.keySet();
  }

  double median(Contenders contender, Measure measure, ToDoubleFunction<Sample> figure) {
    return median(of(contender, measure).stream().mapToDouble(figure).toArray());
  }

  /** Returns how many times what bare OkHttp takes. */
  double ratio(Contenders contender, Measure measure, ToDoubleFunction<Sample> figure) {
    List<Sample> own = of(contender, measure);
    List<Sample> base = of(BASE, measure);
    double[] ratios = new double[own.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = figure.applyAsDouble(own.get(i)) / figure.applyAsDouble(base.get(i));
    }
    return median(ratios);
  }

  private List<Sample> of(Contenders contender, Measure measure) {
    List<Sample> found = samples.getOrDefault(contender, Map.of()).get(measure);
    if (found == null) {
      throw new IllegalStateException("No sample of " + contender.id() + ", " + measure);
    }
    return found;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
