package io.github.kling4j.benchmarks.calls;

import io.github.kling4j.benchmarks.contender.Contender;

/** One create in a process of its own, which ends at once so that no more classes are loaded. */
final class WeightProcess {
  private WeightProcess() {}

  /**
   * Creates a task.
   *
   * @param args the contender's class, and the server's address
   * @throws Exception when it didn't work
   */
  public static void main(String[] args) throws Exception {
    Contender contender = ContenderProcess.contender(args[0], args[1]);
    System.out.println(contender.create());
    Runtime.getRuntime().halt(0);
  }
}
