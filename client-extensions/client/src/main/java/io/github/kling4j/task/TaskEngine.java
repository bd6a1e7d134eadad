package io.github.kling4j.task;

import io.github.kling4j.error.ErrorMapper;
import io.github.kling4j.media.VideoDownloader;
import io.github.kling4j.model.Task;
import io.github.kling4j.retry.Retries;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/**
 * What the task endpoints of one client share: error mapping, sending again, waiting and downloads.
 * Make one for a Retrofit of your own, and give it to {@link TextToVideo}.
 */
public final class TaskEngine implements AutoCloseable {
  final ErrorMapper errors;
  final Calls blocking;
  final Calls async;
  final Calls looking;
  final WaitPolicy waitPolicy;
  final VideoDownloader downloader;
  final boolean strict;
  private final Retries retries;
  private final Executor lookThreads;
  private final List<Waiter> waiters = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  /**
   * Creates an engine.
   *
   * @param errors turns failures into exceptions
   * @param retries does things again; closed together with this
   * @param downloader fetches the files of videos; closed together with this
   * @param waitPolicy how tasks are waited for
   * @param strict whether a request that breaks the contract's limits is refused before it is sent
   */
  public TaskEngine(
      ErrorMapper errors,
      Retries retries,
      VideoDownloader downloader,
      WaitPolicy waitPolicy,
      boolean strict) {
    this(errors, retries, downloader, waitPolicy, strict, new LookThreads(waitPolicy.looksAtOnce));
  }

  TaskEngine(
      ErrorMapper errors,
      Retries retries,
      VideoDownloader downloader,
      WaitPolicy waitPolicy,
      boolean strict,
      Executor lookThreads) {
    this.errors = Objects.requireNonNull(errors, "errors");
    this.retries = Objects.requireNonNull(retries, "retries");
    this.blocking = new Calls(errors, retries);
    this.async = blocking.async();
    this.lookThreads = lookThreads;
    this.looking = blocking.on(lookThreads);
    this.waitPolicy = Objects.requireNonNull(waitPolicy, "waitPolicy");
    this.downloader = Objects.requireNonNull(downloader, "downloader");
    this.strict = strict;
  }

  /**
   * Tells the waits for a task what somebody else has learnt of it.
   *
   * @param task the task, as a callback brought it
   * @param trusted whether it may be believed; if not, the server is asked for the task
   * @return whether anybody waits for this task
   */
  public boolean deliver(Task task, boolean trusted) {
    boolean awaited = false;
    for (Waiter waiter : waiters) {
      awaited |= waiter.deliver(task, trusted);
    }
    return awaited;
  }

  /** Returns what waits for the tasks of one endpoint. */
  Waiter waiter(ListRounds.Pages pages) {
    Waiter waiter = new Waiter(retries.timer(), waitPolicy.looksAtOnce, pages);
    waiters.add(waiter);
    if (closed) {
      waiter.close();
    }
    return waiter;
  }

  <T> CompletableFuture<T> handOver(CompletableFuture<T> future) {
    return retries.handOver(future);
  }

  void checkOpen() {
    if (closed) {
      throw new IllegalStateException("The client is closed; nothing was sent");
    }
  }

  /** Ends all waits, whose tasks go on at the server, and all downloads. */
  @Override
  public void close() {
    closed = true;
    waiters.forEach(Waiter::close);
    if (lookThreads instanceof LookThreads threads) {
      threads.close();
    }
    downloader.close();
    retries.close();
  }
}
