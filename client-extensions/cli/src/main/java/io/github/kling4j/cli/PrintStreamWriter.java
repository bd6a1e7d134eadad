package io.github.kling4j.cli;

import java.io.PrintStream;
import java.io.Writer;

/** Hands text to a stream, which knows its charset. */
final class PrintStreamWriter extends Writer {
  private final PrintStream stream;

  PrintStreamWriter(PrintStream stream) {
    this.stream = stream;
  }

  @Override
  public void write(char[] text, int offset, int length) {
    stream.print(new String(text, offset, length));
  }

  @Override
  public void flush() {
    stream.flush();
  }

  @Override
  public void close() {
    flush();
  }
}
