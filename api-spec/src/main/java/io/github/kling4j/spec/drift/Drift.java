package io.github.kling4j.spec.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.PrintWriter;

/** The {@code drift} command: compares what upstream publishes with the contract. */
public final class Drift {
  private Drift() {}

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String... args) {
    PrintWriter out = new PrintWriter(System.out, true, UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    System.exit(run(System.in, out, err, args));
  }

  /**
   * Runs the command.
   *
   * @param in standard input, read where the page is {@code -}
   * @param out where the report goes
   * @param err where errors go
   * @param args the command line
   * @return the exit code: 0 no difference, 1 differences, 2 not understood or not applied
   */
  public static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
    err.println("not there yet");
    return 2;
  }
}
