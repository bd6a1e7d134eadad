package io.github.kling4j.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param benchmarks what is run, in order
 * @param args the options of the one benchmark that is named; empty when all are run
 * @param jdks what each is run on, one after the other
 * @param check whether the budgets count
 */
record CommandLine(List<Benchmark> benchmarks, List<String> args, List<Jdk> jdks, boolean check) {
  static CommandLine parse(List<Benchmark> known, List<String> args) {
    boolean all = args.isEmpty() || args.get(0).startsWith("--");
    List<Benchmark> benchmarks = all ? known : List.of(named(known, args.get(0)));
    List<String> own = new ArrayList<>();
    List<Jdk> jdks = new ArrayList<>();
    boolean check = false;
    Options options = new Options(usage(known), args.subList(all ? 0 : 1, args.size()));
    while (options.next()) {
      switch (options.option()) {
        case "--check" -> check = true;
        case "--jdk" -> jdks.add(Jdk.in(options.value()));
        default -> {
          if (all) {
            throw options.unknown();
          }
          own.add(options.option());
        }
      }
    }
    return new CommandLine(benchmarks, own, jdks.isEmpty() ? List.of(Jdk.current()) : jdks, check);
  }

  private static Benchmark named(List<Benchmark> known, String name) {
    return known.stream()
        .filter(benchmark -> benchmark.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no benchmark " + name + "; known: " + usage(known)));
  }

  private static String usage(List<Benchmark> known) {
    StringBuilder usage = new StringBuilder("run [NAME] [--check, --jdk HOME], NAME one of");
    for (Benchmark benchmark : known) {
      usage.append(' ').append(benchmark.name());
      if (!benchmark.usage().isEmpty()) {
        usage.append(" [").append(benchmark.usage()).append(']');
      }
    }
    return usage.toString();
  }
}
