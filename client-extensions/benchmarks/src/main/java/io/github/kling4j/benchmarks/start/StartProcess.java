package io.github.kling4j.benchmarks.start;

import io.github.kling4j.benchmarks.contender.Contender;

/** One create in a process of its own. It measures nothing, for that would be measured, too. */
final class StartProcess {
  /** Ends the process at once, so that no more classes are loaded. */
  static final String HALT = "halt";

  private StartProcess() {}

  /**
   * Creates a task and prints its id; ends when it is given a line.
   *
   * @param args the contender's class, the server's address, and possibly {@link #HALT}
   * @throws Exception when it didn't work
   */
  public static void main(String[] args) throws Exception {
    Contender contender =
        Class.forName(args[0])
            .asSubclass(Contender.class)
            .getConstructor(String.class)
            .newInstance(args[1]);
    System.out.println(contender.create());
    if (args.length == 3 && args[2].equals(HALT)) {
      Runtime.getRuntime().halt(0);
    }
    int unused = System.in.read();
    // In order, for then an archive is written. Some contenders have threads that would go on.
    System.exit(0);
  }
}
