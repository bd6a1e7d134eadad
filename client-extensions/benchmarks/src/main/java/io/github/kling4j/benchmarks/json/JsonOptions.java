package io.github.kling4j.benchmarks.json;

import io.github.kling4j.benchmarks.Options;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param rounds how often each contender does each case, in a new process each time
 * @param warmup seconds in each process that do not count
 * @param seconds seconds in each process that do
 */
record JsonOptions(int rounds, int warmup, int seconds) {
  static final String USAGE = "--rounds N, --warmup SECONDS, --seconds SECONDS";

  static JsonOptions parse(List<String> args) {
    int rounds = 3;
    int warmup = 3;
    int seconds = 2;
    Options options = new Options(USAGE, args);
    while (options.next()) {
      switch (options.option()) {
        case "--rounds" -> rounds = options.number();
        case "--warmup" -> warmup = options.number();
        case "--seconds" -> seconds = options.number();
        default -> throw options.unknown();
      }
    }
    return new JsonOptions(rounds, warmup, seconds);
  }
}
