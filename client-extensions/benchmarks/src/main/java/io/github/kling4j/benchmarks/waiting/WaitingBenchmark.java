package io.github.kling4j.benchmarks.waiting;

import io.github.kling4j.benchmarks.ChildJvm;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The benchmark {@code waiting}: for each number of waits, with the list of tasks and without, a
 * gateway in one process and a client in another, both new.
 */
public final class WaitingBenchmark {
  /** The options. */
  public static final String USAGE = WaitingOptions.USAGE;

  private static final List<String> GATEWAY_JVM = List.of("-XX:+UseSerialGC", "-Xmx1g");

  /** One collector and one size of heap, so that figures of different machines compare. */
  private static final List<String> CLIENT_JVM =
      List.of("-XX:+UseSerialGC", "-Xms512m", "-Xmx512m");

  private WaitingBenchmark() {}

  /**
   * Measures, and prints tables.
   *
   * @param args options, see {@link #USAGE}
   * @param out gets the tables
   * @param progress gets a line for each case
   * @return what is over its budget; empty when nothing is, or nobody asked for a check
   * @throws IllegalArgumentException when an option is wrong
   */
  public static List<String> run(List<String> args, PrintStream out, PrintStream progress) {
    WaitingOptions options = WaitingOptions.parse(args);
    List<Figures> all = new ArrayList<>();
    for (boolean list : new boolean[] {true, false}) {
      for (int waits : options.waits()) {
        progress.printf("%,d waits, %s list%n", waits, list ? "with the" : "without");
        all.add(measure(waits, list, options));
      }
    }
    out.print(new WaitingReport(all, options.interval(), CLIENT_JVM));
    return options.check() ? WaitingBudgets.exceeded(all) : List.of();
  }

  static Figures measure(int waits, boolean list, WaitingOptions options) {
    try (ChildJvm gateway =
        new ChildJvm(GatewayProcess.class, GATEWAY_JVM, Integer.toString(waits))) {
      String url = gateway.read();
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < waits; i++) {
        ids.add(gateway.read());
      }
      ids.add("");
      try (ChildJvm client =
          new ChildJvm(
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
