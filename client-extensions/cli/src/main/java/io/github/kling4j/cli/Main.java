package io.github.kling4j.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The program {@code kling}, in a process of its own; {@code --help} tells what it does. */
public final class Main {
  private static final int USUAL_COLUMNS = 80;

  private Main() {}

  /**
   * Runs the program and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    Context context = context();
    Interruption interruption = context.interruption();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interruption.run(context.err()), "kling-interruption"));
    int code = KlingCommand.run(context, args);
    context.out().flush();
    interruption.end();
    System.exit(code);
  }

  private static Context context() {
    return new Context(
        print(FileDescriptor.out, "stdout.encoding"),
        print(FileDescriptor.err, "stderr.encoding"),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        // Java cannot tell whether stderr is a terminal; the launcher can.
        Boolean.getBoolean("kling.terminal"),
        Integer.getInteger("kling.columns", USUAL_COLUMNS),
        System.getProperty("kling.command", "./kling"),
        new Interruption());
  }

  private static PrintStream print(FileDescriptor descriptor, String encoding) {
    return new PrintStream(new FileOutputStream(descriptor), true, charset(encoding));
  }

  /**
   * Returns what the terminal reads; where that is mere ASCII, nobody has said, and UTF-8 it is.
   */
  private static Charset charset(String encoding) {
    @Nullable String name = System.getProperty(encoding, System.getProperty("native.encoding"));
    Charset charset =
        name != null && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
  }
}
