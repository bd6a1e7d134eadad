package io.github.kling4j.benchmarks.calls;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What some calls of one kind took.
 *
 * @param calls how many there were
 * @param wallNanos the time on the clock
 * @param cpuNanos the processor time of the process
 * @param bytes what all threads allocated
 * @param p50Nanos what half of the calls took at most
 * @param p99Nanos what 99 of 100 calls took at most
 */
record Sample(long calls, long wallNanos, long cpuNanos, long bytes, long p50Nanos, long p99Nanos) {
  static Sample of(long[] nanos, long wallNanos, long cpuNanos, long bytes) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Sample(
        sorted.length,
        wallNanos,
        cpuNanos,
        bytes,
        sorted[sorted.length / 2],
        sorted[sorted.length * 99 / 100]);
  }

  static Sample parse(String line) {
    List<Long> values = Pattern.compile(" ").splitAsStream(line).map(Long::valueOf).toList();
    return new Sample(
        values.get(0), values.get(1), values.get(2), values.get(3), values.get(4), values.get(5));
  }

  String line() {
    return Stream.of(calls, wallNanos, cpuNanos, bytes, p50Nanos, p99Nanos)
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  double cpuPerCall() {
    return (double) cpuNanos / calls;
  }

  double bytesPerCall() {
    return (double) bytes / calls;
  }

  double perSecond() {
    return calls * 1e9 / wallNanos;
  }
}
