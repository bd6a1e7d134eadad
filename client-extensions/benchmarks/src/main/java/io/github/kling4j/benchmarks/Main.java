package io.github.kling4j.benchmarks;

import io.github.kling4j.benchmarks.waiting.WaitingBenchmark;
import java.util.List;

/** The program behind {@code run}: measures what is asked for and prints Markdown. */
public final class Main {
  private static final int OVER_BUDGET = 1;
  private static final int WRONG_USE = 2;

  private Main() {}

  /**
   * Runs one benchmark and ends the process: with 0, with 1 when something is over its budget, or
   * with 2 when the command line is wrong.
   *
   * @param args the benchmark's name and its options
   */
  public static void main(String[] args) {
    System.exit(run(List.of(args)));
  }

  private static int run(List<String> args) {
    try {
      if (args.isEmpty() || !args.get(0).equals("waiting")) {
        throw new IllegalArgumentException(
            "name a benchmark: run waiting [" + WaitingBenchmark.USAGE + "]");
      }
      List<String> over =
          WaitingBenchmark.run(args.subList(1, args.size()), System.out, System.err);
      over.forEach(line -> System.err.println("over budget: " + line));
      return over.isEmpty() ? 0 : OVER_BUDGET;
    } catch (IllegalArgumentException e) {
      System.err.println("error: " + e.getMessage());
      return WRONG_USE;
    }
  }
}
