package io.github.kling4j.benchmarks.contender;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All that is compared: what each is, and the jars that it needs. */
public enum Contenders {
  /** A socket and fixed bytes: what the machine and the server take. */
  SOCKET("raw socket, fixed bytes", SocketContender.class, List.of());

  private final String title;
  private final Class<? extends Contender> type;
  private final List<String> jars;

  Contenders(String title, Class<? extends Contender> type, List<String> jars) {
    this.title = title;
    this.type = type;
    this.jars = jars;
  }

  /**
   * Returns the contender of a name.
   *
   * @param id as in {@link #id()}
   * @return the contender
   * @throws IllegalArgumentException when there is none
   */
  public static Contenders of(String id) {
    return Stream.of(values())
        .filter(contender -> contender.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no contender "
                        + id
                        + "; known: "
                        + String.join(", ", Stream.of(values()).map(Contenders::id).toList())));
  }

  /**
   * Returns the name that a command line knows it by.
   *
   * @return for instance {@code okhttp-bytes}
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns what a table calls it.
   *
   * @return a few words
   */
  public String title() {
    return title;
  }

  /**
   * Returns the class that does the calls.
   *
   * @return a class with a public constructor that takes the server's address
   */
  public Class<? extends Contender> type() {
    return type;
  }

  /**
   * Returns the class path that it runs with: exactly the jars that it needs, and this module.
   *
   * @return as for {@code -cp}
   */
  public String classPath() {
    return ClassPath.of(jars);
  }
}
