package io.github.kling4j.benchmarks.calls;

import io.github.kling4j.benchmarks.Options;
import io.github.kling4j.benchmarks.contender.Contenders;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param contenders who is measured; bare OkHttp always is, as all are compared with it
 * @param forks how many processes each has, one after the other
 * @param rounds how often each is measured in a process
 */
record CallsOptions(Set<Contenders> contenders, int forks, int rounds) {
  static final String USAGE = "--contenders ID,ID, --forks N, --rounds N";

  static CallsOptions parse(List<String> args) {
    Set<Contenders> contenders = EnumSet.allOf(Contenders.class);
    int forks = 2;
    int rounds = 10;
    Options options = new Options(USAGE, args);
    while (options.next()) {
      switch (options.option()) {
        case "--contenders" -> {
          contenders = EnumSet.of(Contenders.OKHTTP_BYTES);
          options.values().stream().map(Contenders::of).forEach(contenders::add);
        }
        case "--forks" -> forks = options.number();
        case "--rounds" -> rounds = options.number();
        default -> throw options.unknown();
      }
    }
    return new CallsOptions(contenders, forks, rounds);
  }
}
