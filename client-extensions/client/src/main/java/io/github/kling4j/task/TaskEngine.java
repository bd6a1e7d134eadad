package io.github.kling4j.task;

import com.squareup.moshi.Moshi;
import io.github.kling4j.error.ErrorMapper;
import io.github.kling4j.media.VideoDownloader;
import io.github.kling4j.model.Task;
import io.github.kling4j.retry.Retries;
import java.util.Objects;

/**
 * What the task endpoints of one client share: error mapping, sending again, waiting and downloads.
 * Make one for a Retrofit of your own, and give it to {@link TextToVideo}.
 */
public final class TaskEngine implements AutoCloseable {
  final ErrorMapper errors;
  final Calls blocking;
  final Calls async;
  final Waiter waiter;
  final WaitPolicy waitPolicy;
  final VideoDownloader downloader;
  final boolean strict;
  private final Retries retries;
  private volatile boolean closed;

  /**
   * Creates an engine.
   *
   * @param moshi a Moshi with the generated adapters
   * @param errors turns failures into exceptions
   * @param retries does things again; closed together with this
   * @param downloader fetches the files of videos; closed together with this
   * @param waitPolicy how tasks are waited for
   * @param strict whether a request that breaks the contract's limits is refused before it is sent
   */
  public TaskEngine(
      Moshi moshi,
      ErrorMapper errors,
      Retries retries,
      VideoDownloader downloader,
      WaitPolicy waitPolicy,
      boolean strict) {
    this.errors = Objects.requireNonNull(errors, "errors");
    this.retries = Objects.requireNonNull(retries, "retries");
    Answers answers = new Answers(moshi);
    this.blocking = new Calls(errors, answers, retries, true);
    this.async = new Calls(errors, answers, retries, false);
    this.waiter = new Waiter(retries.timer());
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
    return waiter.deliver(task, trusted);
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
    waiter.close();
    downloader.close();
    retries.close();
  }
}
