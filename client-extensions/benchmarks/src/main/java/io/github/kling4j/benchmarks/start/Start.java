package io.github.kling4j.benchmarks.start;

/**
 * One cold start.
 *
 * @param wallNanos from before the process was begun until the task's id was read from it
 * @param usage what the process had taken then
 */
record Start(long wallNanos, Usage usage) {
  double wallMillis() {
    return wallNanos / 1e6;
  }

  double cpuMillis() {
    return usage.cpuNanos() / 1e6;
  }

  double peakMegabytes() {
    return usage.peakKilobytes() / 1024.0;
  }
}
