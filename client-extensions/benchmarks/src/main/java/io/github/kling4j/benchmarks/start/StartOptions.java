package io.github.kling4j.benchmarks.start;

import io.github.kling4j.benchmarks.Options;
import io.github.kling4j.benchmarks.contender.Contenders;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param contenders who is measured; bare OkHttp with JSON by hand always is, as all are compared
 *     with it
 * @param forks how many processes each has, with an archive and without
 */
record StartOptions(Set<Contenders> contenders, int forks) {
  static final String USAGE = "--contenders ID,ID, --forks N";

  static StartOptions parse(List<String> args) {
    Set<Contenders> contenders = Contenders.built();
    int forks = 11;
    Options options = new Options(USAGE, args);
    while (options.next()) {
      switch (options.option()) {
        case "--contenders" -> {
          contenders = EnumSet.of(Starts.BASE);
          options.values().stream().map(Contenders::of).forEach(contenders::add);
        }
        case "--forks" -> forks = options.number();
        default -> throw options.unknown();
      }
    }
    return new StartOptions(contenders, forks);
  }
}
