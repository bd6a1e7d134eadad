package io.github.kling4j.benchmarks.waiting;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param waits how many waits there are, case by case
 * @param interval the time between two looks at a task
 * @param rounds how many are measured at least
 * @param check whether the budgets count
 */
record WaitingOptions(List<Integer> waits, Duration interval, int rounds, boolean check) {
  static final String USAGE = "--check, --waits 1,500, --interval SECONDS, --rounds N";

  static WaitingOptions parse(List<String> args) {
    List<Integer> waits = List.of(1, 10, 500, 501, 10_000);
    Duration interval = Duration.ofSeconds(5);
    int rounds = 4;
    boolean check = false;
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--check" -> check = true;
        case "--waits" ->
            waits =
                List.of(value(option, rest).split(",", -1)).stream()
                    .map(number -> number(option, number))
                    .toList();
        case "--interval" -> interval = Duration.ofSeconds(number(option, value(option, rest)));
        case "--rounds" -> rounds = number(option, value(option, rest));
        default ->
            throw new IllegalArgumentException(
                "there is no option " + option + "; known: " + USAGE);
      }
    }
    return new WaitingOptions(waits, interval, rounds, check);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  private static int number(String option, String text) {
    if (!text.matches("[1-9]\\d{0,6}")) {
      throw new IllegalArgumentException(option + " needs whole numbers from 1, not " + text);
    }
    return Integer.parseInt(text);
  }
}
