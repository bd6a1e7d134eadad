package io.github.kling4j.benchmarks;

import java.util.Iterator;
import java.util.List;

/** The options of a command line, one after the other. Not thread-safe. */
public final class Options {
  private final String known;
  private final Iterator<String> rest;
  private String option = "";

  /**
   * Creates a reader of options.
   *
   * @param known what a message about an unknown one names
   * @param args the options with their values
   */
  public Options(String known, List<String> args) {
    this.known = known;
    this.rest = args.iterator();
  }

  /**
   * Goes on to the next option.
   *
   * @return whether there is one
   */
  public boolean next() {
    if (!rest.hasNext()) {
      return false;
    }
    option = rest.next();
    return true;
  }

  /**
   * Returns the option that {@link #next()} went to.
   *
   * @return for instance {@code --rounds}
   */
  public String option() {
    return option;
  }

  /**
   * Returns the value that stands behind the option.
   *
   * @return the value
   * @throws IllegalArgumentException when there is none
   */
  public String value() {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  /**
   * Returns the values that stand behind the option, separated by commas.
   *
   * @return the values
   * @throws IllegalArgumentException when there is none
   */
  public List<String> values() {
    return List.of(value().split(",", -1));
  }

  /**
   * Returns the number that stands behind the option.
   *
   * @return the number
   * @throws IllegalArgumentException when there is none, or it is not a whole one from 1 on
   */
  public int number() {
    return number(value());
  }

  /**
   * Returns the numbers that stand behind the option, separated by commas.
   *
   * @return the numbers
   * @throws IllegalArgumentException when one is not a whole one from 1 on
   */
  public List<Integer> numbers() {
    return values().stream().map(this::number).toList();
  }

  /**
   * Describes an option that nobody knows.
   *
   * @return the exception to throw
   */
  public IllegalArgumentException unknown() {
    return new IllegalArgumentException(
        "there is no option " + option + "; known: " + (known.isEmpty() ? "none" : known));
  }

  private int number(String text) {
    if (!text.matches("[1-9]\\d{0,6}")) {
      throw new IllegalArgumentException(option + " needs whole numbers from 1, not " + text);
    }
    return Integer.parseInt(text);
  }
}
