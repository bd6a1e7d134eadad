package io.github.kling4j.benchmarks;

import java.io.PrintStream;
import java.util.List;

/** A measurement, started by its name after {@code run}. */
public interface Benchmark {
  /**
   * Returns the word that starts it.
   *
   * @return one word
   */
  String name();

  /**
   * Returns its own options, beside those that all have.
   *
   * @return for instance {@code --rounds N}; empty when it has none
   */
  String usage();

  /**
   * Measures, and prints tables.
   *
   * @param args the benchmark's own options, see {@link #usage()}
   * @param jdk what measured processes are to run on
   * @param out gets the tables, in Markdown, each with an empty line behind it
   * @param progress gets a line for each case
   * @return a line for each figure that is over its budget; empty when none is
   * @throws IllegalArgumentException when an option is wrong
   */
  List<String> run(List<String> args, Jdk jdk, PrintStream out, PrintStream progress);
}
