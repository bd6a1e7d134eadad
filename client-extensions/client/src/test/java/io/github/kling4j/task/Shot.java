package io.github.kling4j.task;

import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One create of many: how it is made, when it is killed, and what came of it. */
final class Shot {
  /** How a create is made, and what ends it before its time. */
  enum Way {
    SYNC,
    ASYNC,
    CANCELLED,
    INTERRUPTED,
    CLOSED
  }

  /** What is going on when a create is killed. */
  enum Moment {
    POST_BEGINS,
    POST_IS_SENT,
    ANSWER_IS_HERE,
    TASK_IS_SEARCHED
  }

  final String prompt;
  final String externalId;
  final Way way;
  final Moment moment;
  final boolean isDownloaded;
  final boolean fails;
  final CompletableFuture<CompletableFuture<VideoTask>> future = new CompletableFuture<>();
  private final AtomicBoolean killed = new AtomicBoolean();
  @Nullable VideoTask task;
  @Nullable Throwable failure;

  Shot(int number, Way way, SplittableRandom random) {
    this.externalId = "shot-" + number;
    this.way = way;
    this.moment = Moment.values()[random.nextInt(Moment.values().length)];
    this.isDownloaded = random.nextInt(5) == 0;
    this.fails = random.nextInt(10) == 0;
    this.prompt = "Shot " + number + (fails ? ". [[fail: risk control]]" : ".");
  }

  /** Is called on the thread of the call, which for a blocking create is that of its caller. */
  void at(Moment now) {
    if (now != moment || (way != Way.CANCELLED && way != Way.INTERRUPTED)) {
      return;
    }
    if (killed.compareAndSet(false, true)) {
      if (way == Way.CANCELLED) {
        future.join().cancel(true);
      } else {
        Thread.currentThread().interrupt();
      }
    }
  }

  boolean wasKilled() {
    return killed.get();
  }

  @Override
  public String toString() {
    return externalId + " " + way + " " + moment + " -> " + (task == null ? failure : task);
  }
}
