package io.github.kling4j.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run touches of the world around it.
 *
 * @param out takes results, for scripts to read
 * @param err takes everything else
 * @param environment the settings
 * @param folder where relative paths begin
 * @param terminal whether a person sees {@code err} as it is written
 * @param columns the width of that person's terminal
 * @param command how the user calls this program
 * @param interruption what happens on Ctrl-C
 */
record Context(
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Path folder,
    boolean terminal,
    int columns,
    String command,
    Interruption interruption) {

  /** Returns a setting, or null where it is unset or blank. */
  @Nullable String setting(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
