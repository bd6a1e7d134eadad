package io.github.kling4j.benchmarks.calls;

import io.github.kling4j.benchmarks.contender.Contender;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A contender in a process of its own. For each line of its input, with an operation, a number of
 * threads and a number of calls, it makes the calls and prints what they took. It ends with its
 * input.
 */
final class ContenderProcess {
  /** The number of threads that stands for one that goes on until the compiler is done. */
  static final int WARM_UP = 0;

  private ContenderProcess() {}

  /**
   * Runs a contender.
   *
   * @param args the contender's class, and the server's address
   * @throws Exception when a call failed
   */
  public static void main(String[] args) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Calls calls = new Calls(contender(args[0], args[1]))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<String> words = Pattern.compile(" ").splitAsStream(line).toList();
        Operation operation = Operation.valueOf(words.get(0));
        int threads = Integer.parseInt(words.get(1));
        int count = Integer.parseInt(words.get(2));
        Sample sample =
            threads == WARM_UP
                ? calls.warmUp(operation, count)
                : calls.measure(operation, threads, count);
        System.out.println(sample.line());
      }
    }
  }

  static Contender contender(String type, String url) throws ReflectiveOperationException {
    return Class.forName(type)
        .asSubclass(Contender.class)
        .getConstructor(String.class)
        .newInstance(url);
  }
}
