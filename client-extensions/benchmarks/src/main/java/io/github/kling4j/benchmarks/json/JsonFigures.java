package io.github.kling4j.benchmarks.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What was measured, round by round. Ratios are taken within a round, in which the contenders run
 * one after the other, so that a machine which is slower for a while slows both.
 */
final class JsonFigures {
  /**
   * What one process measured.
   *
   * @param micros microseconds for each time that it did it
   * @param bytes bytes that it allocated each time
   */
  record Sample(double micros, double bytes) {}

  private final Map<JsonCase, Map<JsonContender, List<Sample>>> samples =
      new EnumMap<>(JsonCase.class);

  void add(JsonCase what, JsonContender contender, Sample sample) {
    samples
        .computeIfAbsent(what, each -> new EnumMap<>(JsonContender.class))
        .computeIfAbsent(contender, each -> new ArrayList<>())
        .add(sample);
  }

  double micros(JsonCase what, JsonContender contender) {
    return median(samples(what, contender).stream().mapToDouble(Sample::micros).toArray());
  }

  double bytes(JsonCase what, JsonContender contender) {
    return median(samples(what, contender).stream().mapToDouble(Sample::bytes).toArray());
  }

  double timeRatio(JsonCase what, JsonContender contender) {
    return ratio(what, contender, Sample::micros);
  }

  double bytesRatio(JsonCase what, JsonContender contender) {
    return ratio(what, contender, Sample::bytes);
  }

  private double ratio(JsonCase what, JsonContender contender, ToDoubleFunction<Sample> figure) {
    List<Sample> its = samples(what, contender);
    List<Sample> byHand = samples(what, JsonContender.BY_HAND);
    return median(
        IntStream.range(0, its.size())
            .mapToDouble(
                i -> figure.applyAsDouble(its.get(i)) / figure.applyAsDouble(byHand.get(i)))
            .toArray());
  }

  private List<Sample> samples(JsonCase what, JsonContender contender) {
    return samples.getOrDefault(what, Map.of()).getOrDefault(contender, List.of());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
