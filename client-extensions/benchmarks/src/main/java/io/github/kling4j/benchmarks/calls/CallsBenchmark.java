package io.github.kling4j.benchmarks.calls;

import io.github.kling4j.benchmarks.Benchmark;
import io.github.kling4j.benchmarks.ChildJvm;
import io.github.kling4j.benchmarks.Jdk;
import io.github.kling4j.benchmarks.contender.Contenders;
import io.github.kling4j.benchmarks.contender.FixedServer;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The benchmark {@code calls}: the server in one process, each contender in another, all there at
 * once and measured in turn.
 */
public final class CallsBenchmark implements Benchmark {
  static final List<String> SERVER_JVM = List.of("-XX:+UseSerialGC", "-Xmx64m");

  /** One collector and one size of heap, so that figures of different machines compare. */
  static final List<String> CONTENDER_JVM =
      List.of("-XX:+UseSerialGC", "-Xms256m", "-Xmx256m", "-Dslf4j.internal.verbosity=ERROR");

  /** Creates the benchmark. */
  public CallsBenchmark() {}

  @Override
  public String name() {
    return "calls";
  }

  @Override
  public String usage() {
    return CallsOptions.USAGE;
  }

  @Override
  public List<String> run(List<String> args, Jdk jdk, PrintStream out, PrintStream progress) {
    CallsOptions options = CallsOptions.parse(args);
    Results results = new Results();
    for (int fork = 1; fork <= options.forks(); fork++) {
      progress.println("fork " + fork + " of " + options.forks());
      measure(options, jdk, results, progress);
    }
    out.println(new CallsReport(results, jdk, options));
    return CallsBudgets.exceeded(results);
  }

  private static void measure(
      CallsOptions options, Jdk jdk, Results results, PrintStream progress) {
    Map<Contenders, ChildJvm> processes = new EnumMap<>(Contenders.class);
    try (ChildJvm server = new ChildJvm(jdk, FixedServer.class, SERVER_JVM)) {
      String url = server.read();
      for (Contenders contender : options.contenders()) {
        ChildJvm process =
            new ChildJvm(
                jdk,
                contender.classPath(),
                ContenderProcess.class,
                CONTENDER_JVM,
                contender.type().getName(),
                url);
        processes.put(contender, process);
        progress.println("warming up " + contender.title());
        for (Operation operation : Operation.values()) {
          ask(process, operation + " " + ContenderProcess.WARM_UP + " " + operation.warmUp);
        }
      }
      List<Contenders> order = new ArrayList<>(options.contenders());
      for (int round = 1; round <= options.rounds(); round++) {
        progress.println("round " + round + " of " + options.rounds());
        for (Measure measure : Measure.values()) {
          for (Contenders contender : order) {
            ChildJvm process = processes.get(contender);
            if (process != null) {
              results.add(contender, measure, ask(process, measure.command()));
            }
          }
        }
        Collections.rotate(order, 1);
      }
    } finally {
      close(processes.values());
    }
  }

  private static Sample ask(ChildJvm process, String command) {
    process.write(List.of(command));
    return Sample.parse(process.read());
  }

  private static void close(Collection<ChildJvm> processes) {
    processes.forEach(ChildJvm::close);
  }
}
