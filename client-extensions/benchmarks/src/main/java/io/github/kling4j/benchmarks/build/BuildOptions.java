package io.github.kling4j.benchmarks.build;

import io.github.kling4j.benchmarks.Options;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param rounds how often the contract is changed and compiled
 * @param whole whether a clean clone is verified, too
 */
record BuildOptions(int rounds, boolean whole) {
  static final String USAGE = "--rounds N, --whole";

  static BuildOptions parse(List<String> args) {
    int rounds = 3;
    boolean whole = false;
    Options options = new Options(USAGE, args);
    while (options.next()) {
      switch (options.option()) {
        case "--rounds" -> rounds = options.number();
        case "--whole" -> whole = true;
        default -> throw options.unknown();
      }
    }
    return new BuildOptions(rounds, whole);
  }
}
