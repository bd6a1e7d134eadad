package io.github.kling4j.benchmarks.waiting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The client, in a process of its own: reads the ids of tasks up to an empty line, waits for them,
 * and prints the figures. Before that it prints {@link #COUNT} whenever it wants to read the
 * requests that the gateway has received.
 */
final class ClientProcess {
  static final String COUNT = "count";

  private ClientProcess() {}

  /**
   * Runs the client.
   *
   * @param args the gateway's address, whether it is to have a list, the time between two looks in
   *     ISO-8601, and the number of rounds
   * @throws Exception when it cannot go on
   */
  public static void main(String[] args) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    List<String> ids = new ArrayList<>();
    for (String id = in.readLine(); id != null && !id.isEmpty(); id = in.readLine()) {
      ids.add(id);
    }
    Figures figures =
        new WaitingRun(
                args[0],
                Boolean.parseBoolean(args[1]),
                ids,
                Duration.parse(args[2]),
                Integer.parseInt(args[3]),
                () -> count(in))
            .measure();
    System.out.println(figures.line());
  }

  private static RequestCounts count(BufferedReader in) {
    System.out.println(COUNT);
    try {
      String line = in.readLine();
      if (line == null) {
        throw new IllegalStateException("Nobody says what the gateway has received");
      }
      return RequestCounts.parse(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
