package io.github.kling4j.task;

import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.WaitInterruptedException;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskInfo;
import io.github.kling4j.retry.Timer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the tasks of one endpoint. No thread stands still for a wait: all share one timer.
 * Where few wait each task is asked for alone, and where many do, a page of the list answers for
 * all that are on it.
 */
final class Waiter implements AutoCloseable {
  private final Timer timer;
  private final SingleLooks singles;
  private final ListRounds rounds;
  private final Map<String, List<Wait>> waits = new ConcurrentHashMap<>();
  private volatile boolean closed;

  Waiter(Timer timer, int looksAtOnce, ListRounds.Pages pages) {
    this.timer = timer;
    this.singles = new SingleLooks(timer, this, looksAtOnce);
    this.rounds = new ListRounds(this, pages);
  }

  CompletableFuture<VideoTask> begin(VideoTask task, WaitPolicy policy) {
    Wait wait = new Wait(this, timer, task, policy);
    waits.merge(task.id(), List.of(wait), Waiter::both);
    CompletableFuture<VideoTask> unused =
        wait.future.whenComplete((ended, failure) -> forget(task.id(), wait));
    if (closed) {
      wait.interrupt();
    } else {
      wait.begin();
    }
    return wait.future;
  }

  /** Stands still until a wait has ended. */
  VideoTask await(VideoTask task, WaitPolicy policy) {
    CompletableFuture<VideoTask> wait = begin(task, policy);
    try {
      return wait.get();
    } catch (InterruptedException e) {
      wait.cancel(true);
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException(
          "its thread was interrupted", task.id(), task.externalTaskId());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new KlingException(
          "The wait for task " + task.id() + " failed: " + e.getCause(),
          e,
          task.id(),
          task.externalTaskId());
    }
  }

  /** Looks at the task of a wait whose time has come. */
  void due(Wait wait) {
    if (!rounds.take(wait)) {
      singles.add(wait, waits.size());
    }
  }

  /** Looks at the task of a wait before those of all others. */
  void hurry(Wait wait) {
    singles.addFirst(wait);
  }

  /** Looks at the tasks of waits one by one, that first which is due the longest. */
  void lookSingly(Set<Wait> missing) {
    record Overdue(Wait by, long nanos) {}

    missing.stream()
        .map(wait -> new Overdue(wait, wait.overdue()))
        .sorted(Comparator.comparingLong(Overdue::nanos).reversed())
        .forEach(
            overdue -> {
              overdue.by.becomeDue();
              singles.add(overdue.by, missing.size());
            });
  }

  /** Returns the waits whose next look an answer that comes now would save. */
  List<Wait> soonDue() {
    return waits.values().stream().flatMap(List::stream).filter(Wait::isSoonDue).toList();
  }

  /** Tells the waits for a task what was seen of it, and returns those that it was news to. */
  List<Wait> tell(Task task) {
    boolean ended = TaskFacts.hasEnded(task);
    List<Wait> told = waitsFor(task).stream().filter(wait -> ended || wait.isSoonDue()).toList();
    for (Wait wait : told) {
      singles.remove(wait);
      wait.seen(task);
    }
    return told;
  }

  /** Tells the waits for a task what somebody else says of it, or returns false: there are none. */
  boolean deliver(Task task, boolean trusted) {
    List<Wait> awaiting = waitsFor(task);
    awaiting.forEach(wait -> wait.delivered(task, trusted));
    if (!awaiting.isEmpty()) {
      return true;
    }
    // A relay hands the address on, so that the server behind it posts its own id of the task.
    String external = externalTaskId(task);
    List<Wait> relayed =
        external == null
            ? List.of()
            : waits.values().stream()
                .flatMap(List::stream)
                .filter(wait -> external.equals(wait.externalTaskId()))
                .toList();
    relayed.forEach(wait -> wait.delivered(task, false));
    return !relayed.isEmpty();
  }

  boolean isClosed() {
    return closed;
  }

  /** Returns how many tasks are waited for. */
  int size() {
    return waits.size();
  }

  /** A task may be waited for under either of its ids. */
  private List<Wait> waitsFor(Task task) {
    return both(waitsFor(Answers.id(task)), waitsFor(externalTaskId(task)));
  }

  private static @Nullable String externalTaskId(Task task) {
    TaskInfo info = task.taskInfo();
    return info == null ? null : info.externalTaskId();
  }

  private List<Wait> waitsFor(@Nullable String id) {
    return id == null ? List.of() : waits.getOrDefault(id, List.of());
  }

  private static List<Wait> both(List<Wait> some, List<Wait> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  private void forget(String id, Wait wait) {
    waits.computeIfPresent(
        id,
        (key, all) -> {
          List<Wait> rest = all.stream().filter(other -> other != wait).toList();
          return rest.isEmpty() ? null : rest;
        });
    singles.remove(wait);
    wait.clear();
    if (waits.isEmpty()) {
      rounds.cancel();
    }
  }

  @Override
  public void close() {
    closed = true;
    waits.values().forEach(all -> all.forEach(Wait::interrupt));
  }
}
