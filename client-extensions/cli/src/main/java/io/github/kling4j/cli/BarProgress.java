package io.github.kling4j.cli;

import io.github.kling4j.task.WaitProgress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;

/**
 * A bar that moves, for a person. How far a task has come no server tells, so its block wanders
 * from end to end.
 */
final class BarProgress implements Progress {
  private static final int REFRESH_MILLIS = 200;
  private static final int BLOCK = 4;
  private static final int WIDEST = 30;

  private final PrintStream out;
  private final ProgressBar bar;
  private String last = "";

  BarProgress(PrintStream out, int columns, String taskId) {
    this.out = out;
    // One column less, or some terminals begin a new line.
    int width = Math.max(10, columns - 1);
    bar =
        new ProgressBarBuilder()
            .setTaskName(Text.oneLine("Task " + taskId))
            .setInitialMax(-1)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .continuousUpdate()
            .clearDisplayOnFinish()
            .setConsumer(new WipedBar(out, width))
            .setRenderer(BarProgress::render)
            .build();
  }

  @Override
  public synchronized void seen(WaitProgress look) {
    bar.setExtraMessage(Text.oneLine(look.task().status().value()));
    bar.refresh();
    last = PlainProgress.line(look);
  }

  @Override
  public synchronized void close() {
    bar.close();
    if (!last.isEmpty()) {
      out.println(last);
    }
  }

  private static String render(ProgressState state, int columns) {
    long millis = state.getElapsedAfterStart().toMillis();
    String words =
        state.getTaskName() + "  " + Text.clock(millis / 1_000) + "  " + state.getExtraMessage();
    int room = Math.min(WIDEST, columns - words.length() - 4);
    return room < 2 * BLOCK ? words : words + "  " + track(millis / REFRESH_MILLIS, room);
  }

  /** Leaves no empty line where the bar was. */
  private static final class WipedBar extends ConsoleProgressBarConsumer {
    private final PrintStream out;

    WipedBar(PrintStream out, int width) {
      super(out, width);
      this.out = out;
    }

    @Override
    public void close() {
      out.flush();
    }
  }

  /** Draws the block at its place on the way there and back. */
  private static String track(long step, int room) {
    int way = room - BLOCK;
    int place = (int) (step % (2L * way));
    int left = place <= way ? place : 2 * way - place;
    return "[" + " ".repeat(left) + "=".repeat(BLOCK) + " ".repeat(way - left) + "]";
  }
}
