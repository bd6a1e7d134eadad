package io.github.kling4j.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A program in a JVM of its own. It is spoken to in lines; what it has to complain of goes where
 * this process complains.
 */
public final class ChildJvm implements AutoCloseable {
  private final String name;
  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;

  /**
   * Starts a program on this process's class path.
   *
   * @param jdk what it runs on
   * @param program the class with its {@code main}
   * @param options what the JVM is told, such as {@code -Xmx512m}
   * @param args what the program is told
   */
  public ChildJvm(Jdk jdk, Class<?> program, List<String> options, String... args) {
    this(jdk, System.getProperty("java.class.path"), program, options, args);
  }

  /**
   * Starts a program on a class path of its own.
   *
   * @param jdk what it runs on
   * @param classPath as for {@code -cp}
   * @param program the class with its {@code main}
   * @param options what the JVM is told, such as {@code -Xmx512m}
   * @param args what the program is told
   */
  public ChildJvm(
      Jdk jdk, String classPath, Class<?> program, List<String> options, String... args) {
    name = program.getSimpleName();
    List<String> command = new ArrayList<>();
    command.add(jdk.tool("java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, program.getName()));
    command.addAll(List.of(args));
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + name, e);
    }
    out = process.inputReader();
    in = process.outputWriter();
  }

  /**
   * Reads the next line that the program printed, waiting for it.
   *
   * @return the line
   * @throws IllegalStateException when the program has ended without one
   */
  public String read() {
    try {
      String line = out.readLine();
      if (line == null) {
        throw new IllegalStateException(name + " has ended early; see what it said above");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read what " + name + " says", e);
    }
  }

  /**
   * Writes lines to the program's standard input.
   *
   * @param lines without their ends
   */
  public void write(List<String> lines) {
    try {
      for (String line : lines) {
        in.write(line);
        in.newLine();
      }
      in.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot speak to " + name, e);
    }
  }

  /** Waits until the program has ended by itself. */
  public void await() {
    process.onExit().join();
  }

  /**
   * Returns the number that the operating system knows the process by.
   *
   * @return the number
   */
  public long pid() {
    return process.pid();
  }

  /** Ends the program, if it has not ended by itself. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
