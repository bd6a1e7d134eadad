package io.github.kling4j.benchmarks;

import io.github.kling4j.benchmarks.build.BuildBenchmark;
import io.github.kling4j.benchmarks.calls.CallsBenchmark;
import io.github.kling4j.benchmarks.calls.WeightBenchmark;
import io.github.kling4j.benchmarks.json.JsonBenchmark;
import io.github.kling4j.benchmarks.start.StartBenchmark;
import io.github.kling4j.benchmarks.waiting.WaitingBenchmark;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The program behind {@code run}: measures what is asked for and prints Markdown. */
public final class Main {
  /** In the order in which they run when none is named. */
  private static final List<Benchmark> BENCHMARKS =
      List.of(
          new CallsBenchmark(),
          new JsonBenchmark(),
          new StartBenchmark(),
          new WeightBenchmark(),
          new WaitingBenchmark(),
          new BuildBenchmark());

  private static final int OVER_BUDGET = 1;
  private static final int WRONG_USE = 2;

  private Main() {}

  /**
   * Runs one benchmark, or all, and ends the process: with 0; with 1 when {@code --check} is there
   * and something is over its budget; or with 2 when the command line is wrong.
   *
   * @param args the benchmark's name, or none for all, and options
   */
  public static void main(String[] args) {
    System.exit(run(BENCHMARKS, List.of(args), System.out, System.err));
  }

  static int run(
      List<Benchmark> benchmarks, List<String> args, PrintStream out, PrintStream progress) {
    List<String> over = new ArrayList<>();
    boolean check;
    try {
      CommandLine line = CommandLine.parse(benchmarks, args);
      check = line.check();
      for (Jdk jdk : line.jdks()) {
        for (Benchmark benchmark : line.benchmarks()) {
          progress.println(benchmark.name() + " on " + jdk.description());
          over.addAll(benchmark.run(line.args(), jdk, out, progress));
          out.flush();
        }
      }
    } catch (IllegalArgumentException e) {
      progress.println("error: " + e.getMessage());
      return WRONG_USE;
    }
    over.forEach(figure -> progress.println("over budget: " + figure));
    return check && !over.isEmpty() ? OVER_BUDGET : 0;
  }
}
