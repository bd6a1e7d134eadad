package io.github.kling4j.cli;

import io.github.kling4j.media.DownloadProgress;
import io.github.kling4j.task.WaitProgress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;

/**
 * A bar that moves, for a person. How far a task has come no server tells, so its block wanders
 * from end to end; of a download it is known.
 */
final class BarProgress implements Progress {
  private static final int REFRESH_MILLIS = 200;
  private static final int BLOCK = 4;
  private static final int WIDEST = 30;

  private final PrintStream out;
  private final Line line;
  private final ProgressBar bar;
  private String last = "";
  private boolean closed;

  BarProgress(PrintStream out, int columns, String taskId) {
    this.out = out;
    // One column less, or some terminals begin a new line.
    int width = Math.max(10, columns - 1);
    line = new Line(out, width);
    bar =
        new ProgressBarBuilder()
            .setTaskName(Text.oneLine("Task " + taskId))
            .setInitialMax(-1)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .continuousUpdate()
            .setConsumer(line)
            .setRenderer(BarProgress::render)
            .build();
  }

  @Override
  public synchronized void seen(WaitProgress look) {
    if (closed) {
      return;
    }
    bar.setExtraMessage(Text.oneLine(look.task().status().value()));
    bar.refresh();
    last = PlainProgress.line(look);
  }

  @Override
  public synchronized void seen(DownloadProgress download) {
    if (closed) {
      return;
    }
    bar.maxHint(download.total().orElse(-1));
    bar.stepTo(download.bytes());
    bar.setExtraMessage(Text.megabytes(download.bytes(), download.total()));
  }

  @Override
  public synchronized void close() {
    closed = true;
    // An interrupted thread would leave before the bar is wiped off.
    boolean interrupted = Thread.interrupted();
    bar.close();
    line.clear();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!last.isEmpty()) {
      out.println(last);
    }
  }

  private static String render(ProgressState state, int columns) {
    long millis = state.getElapsedAfterStart().toMillis();
    String words =
        state.getTaskName() + "  " + Text.clock(millis / 1_000) + "  " + state.getExtraMessage();
    int room = Math.min(WIDEST, columns - words.length() - 4);
    String shown = room < 2 * BLOCK ? words : words + "  " + track(state, room);
    // Covers what a longer status left behind.
    return shown + " ".repeat(Math.max(0, columns - shown.length()));
  }

  /** The line that the bar is drawn on; the end of the bar does not begin a new one. */
  private static final class Line extends ConsoleProgressBarConsumer {
    private final PrintStream out;

    Line(PrintStream out, int width) {
      super(out, width);
      this.out = out;
    }

    @Override
    public void close() {
      out.flush();
    }
  }

  /** Draws as much as there is of the whole, or a block on its way there and back. */
  private static String track(ProgressState state, int room) {
    if (state.getMax() > 0) {
      int done = (int) (room * Math.min(1.0, (double) state.getCurrent() / state.getMax()));
      return "[" + "=".repeat(done) + " ".repeat(room - done) + "]";
    }
    long step = state.getElapsedAfterStart().toMillis() / REFRESH_MILLIS;
    int way = room - BLOCK;
    int place = (int) (step % (2L * way));
    int left = place <= way ? place : 2 * way - place;
    return "[" + " ".repeat(left) + "=".repeat(BLOCK) + " ".repeat(way - left) + "]";
  }
}
