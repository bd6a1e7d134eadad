package io.github.kling4j.cli;

import io.github.kling4j.media.DownloadProgress;
import io.github.kling4j.task.WaitProgress;
import java.io.PrintStream;

/** One line for each change of status, for files and logs. */
final class PlainProgress implements Progress {
  private final PrintStream out;
  private String status = "";

  PlainProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void seen(WaitProgress look) {
    String now = look.task().status().value();
    if (!now.equals(status)) {
      status = now;
      out.println(line(look));
    }
  }

  /** It is over soon. */
  @Override
  public void seen(DownloadProgress download) {}

  static String line(WaitProgress look) {
    return Text.oneLine("Task " + look.task().id() + ": " + look.task().status())
        + " ("
        + Text.clock(look.elapsed().toSeconds())
        + ")";
  }

  @Override
  public void close() {}
}
