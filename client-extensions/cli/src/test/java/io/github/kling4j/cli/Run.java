package io.github.kling4j.cli;

import io.github.kling4j.testkit.KlingGateway;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run of the command inside this process, with all it touches set by the test. */
final class Run {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Interruption interruption = new Interruption();
  private boolean terminal;
  private int code = -1;

  private Run(Path folder) {
    this.folder = folder;
  }

  static Run in(Path folder) {
    return new Run(folder);
  }

  Run at(KlingGateway gateway) {
    return with("KLING_BASE_URL", gateway.url()).with("KLING_API_KEY", "sk-test-0123456789");
  }

  Run with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Run onTerminal() {
    terminal = true;
    return this;
  }

  Run run(String... args) {
    Context context =
        new Context(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            folder,
            terminal,
            80,
            "./kling",
            interruption);
    code = KlingCommand.run(context, args);
    return this;
  }

  int code() {
    return code;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  List<String> errLines() {
    return err().lines().toList();
  }

  Interruption interruption() {
    return interruption;
  }
}
