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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What the task endpoints of one client share: error mapping, sending again, waiting and downloads.
 * Make one for a Retrofit of your own, and give it to {@link TextToVideo}.
 */
public final class TaskEngine implements AutoCloseable {
  private static final int IDLE_SECONDS = 10;

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
    this(errors, retries, downloader, waitPolicy, strict, threads(waitPolicy.looksAtOnce));
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

  /** Returns daemons that are begun when they are needed, and end when they are not. */
  static Executor threads(int most) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            runnable -> {
              Thread thread = new Thread(runnable, "kling4j-look");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
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
    if (lookThreads instanceof ExecutorService threads) {
      threads.shutdown();
    }
    downloader.close();
    retries.close();
  }
}
