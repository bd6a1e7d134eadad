package io.github.kling4j.benchmarks.waiting;

import io.github.kling4j.benchmarks.Options;
import java.time.Duration;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param waits how many waits there are, case by case
 * @param interval the time between two looks at a task
 * @param rounds how many are measured at least
 */
record WaitingOptions(List<Integer> waits, Duration interval, int rounds) {
  static final String USAGE = "--waits 1,500, --interval SECONDS, --rounds N";

  static WaitingOptions parse(List<String> args) {
    List<Integer> waits = List.of(1, 10, 500, 501, 10_000);
    Duration interval = Duration.ofSeconds(5);
    int rounds = 4;
    Options options = new Options(USAGE, args);
    while (options.next()) {
      switch (options.option()) {
        case "--waits" -> waits = options.numbers();
        case "--interval" -> interval = Duration.ofSeconds(options.number());
        case "--rounds" -> rounds = options.number();
        default -> throw options.unknown();
      }
    }
    return new WaitingOptions(waits, interval, rounds);
  }
}
