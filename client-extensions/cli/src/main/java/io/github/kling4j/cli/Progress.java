package io.github.kling4j.cli;

import io.github.kling4j.media.DownloadProgress;
import io.github.kling4j.task.WaitProgress;

/** Shows a wait or a download to whoever looks on. Safe for use by several threads. */
interface Progress extends AutoCloseable {
  /** Returns what suits the place where it is shown. */
  static Progress of(Context context, String taskId) {
    return context.terminal()
        ? new BarProgress(context.err(), context.columns(), taskId)
        : new PlainProgress(context.err());
  }

  /** Takes note of a look at the task. */
  void seen(WaitProgress look);

  /** Takes note of how far a download is. */
  void seen(DownloadProgress download);

  @Override
  void close();
}
