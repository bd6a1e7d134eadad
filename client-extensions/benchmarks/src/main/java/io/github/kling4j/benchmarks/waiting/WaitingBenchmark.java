package io.github.kling4j.benchmarks.waiting;

import io.github.kling4j.benchmarks.Benchmark;
import io.github.kling4j.benchmarks.ChildJvm;
import io.github.kling4j.benchmarks.Jdk;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The benchmark {@code waiting}: for each number of waits, with the list of tasks and without, a
 * gateway in one process and a client in another, both new.
 */
public final class WaitingBenchmark implements Benchmark {
  private static final List<String> GATEWAY_JVM = List.of("-XX:+UseSerialGC", "-Xmx1g");

  /** One collector and one size of heap, so that figures of different machines compare. */
  private static final List<String> CLIENT_JVM =
      List.of("-XX:+UseSerialGC", "-Xms512m", "-Xmx512m");

  /** Creates the benchmark. */
  public WaitingBenchmark() {}

  @Override
  public String name() {
    return "waiting";
  }

  @Override
  public String usage() {
    return WaitingOptions.USAGE;
  }

  @Override
  public List<String> run(List<String> args, Jdk jdk, PrintStream out, PrintStream progress) {
    WaitingOptions options = WaitingOptions.parse(args);
    List<Figures> all = new ArrayList<>();
    for (boolean list : new boolean[] {true, false}) {
      for (int waits : options.waits()) {
        progress.printf("%,d waits, %s list%n", waits, list ? "with the" : "without");
        all.add(measure(waits, list, options, jdk));
      }
    }
    out.println(new WaitingReport(all, options.interval(), jdk, CLIENT_JVM));
    return WaitingBudgets.exceeded(all);
  }

  static Figures measure(int waits, boolean list, WaitingOptions options, Jdk jdk) {
    try (ChildJvm gateway =
        new ChildJvm(jdk, GatewayProcess.class, GATEWAY_JVM, Integer.toString(waits))) {
      String url = gateway.read();
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < waits; i++) {
        ids.add(gateway.read());
      }
      ids.add("");
      try (ChildJvm client =
          new ChildJvm(
              jdk,
              ClientProcess.class,
              CLIENT_JVM,
              url,
              Boolean.toString(list),
              options.interval().toString(),
              Integer.toString(options.rounds()))) {
        client.write(ids);
        String line = client.read();
        while (line.equals(ClientProcess.COUNT)) {
          gateway.write(List.of(""));
          client.write(List.of(gateway.read()));
          line = client.read();
        }
        return Figures.parse(line);
      }
    }
  }
}
