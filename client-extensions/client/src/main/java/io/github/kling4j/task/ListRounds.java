package io.github.kling4j.task;

import io.github.kling4j.error.InvalidRequestException;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.NotFoundException;
import io.github.kling4j.error.PermissionDeniedException;
import io.github.kling4j.error.UnsupportedByServerException;
import io.github.kling4j.model.Task;
import io.github.kling4j.retry.Attempts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Looks at many tasks by few requests: pages of the list, the newest tasks first, as long as they
 * are of use. What they do not show is looked at singly. Safe for use by several threads.
 */
final class ListRounds {
  /** The vendor's largest. */
  private static final int PAGE_SIZE = 500;

  /** Fewer waits than these are not worth a page. */
  private static final int FEWEST_WAITS = 5;

  /** Where so many are missing still, pages without any of them are turned, up to a few. */
  private static final int MANY_MISSING = 100;

  private static final int MOST_PAGES_IN_VAIN = 3;

  private final Waiter waiter;
  private final Pages pages;
  private boolean unsupported;
  private int failures;
  private @Nullable Round round;

  /** Asks for a page of the list, once. */
  interface Pages {
    CompletableFuture<List<Task>> page(int pageNum, int pageSize);
  }

  ListRounds(Waiter waiter, Pages pages) {
    this.waiter = waiter;
    this.pages = pages;
  }

  /** Looks at the task of a wait together with others, or returns false: then it is alone. */
  boolean take(Wait wait) {
    Round begun;
    synchronized (this) {
      if (unsupported || (round == null && waiter.size() < FEWEST_WAITS)) {
        return false;
      }
      if (round != null) {
        round.late.add(wait);
        return true;
      }
      begun = new Round(waiter.soonDue());
      round = begun;
    }
    begun.turn();
    return true;
  }

  /** Nobody waits any more. */
  void cancel() {
    Round current;
    synchronized (this) {
      current = round;
    }
    if (current != null) {
      current.cancel();
    }
  }

  private synchronized void succeeded() {
    failures = 0;
  }

  /**
   * Notes that a page could not be had, and tells whether it may be waited for. A list that fails
   * again while the server lives must not hold up anybody.
   */
  private synchronized boolean failed(Throwable failure) {
    unsupported |=
        failure instanceof UnsupportedByServerException
            || failure instanceof InvalidRequestException
            || failure instanceof PermissionDeniedException
            || failure instanceof NotFoundException;
    failures++;
    return failures == 1 && failure instanceof KlingException e && e.isTransient();
  }

  /** One reading of the list. Its pages follow each other. */
  private final class Round {
    final Set<Wait> late = new LinkedHashSet<>();
    private final Set<Wait> missing;
    private int pageNum;
    private int inVain;
    private @Nullable String firstId;
    private volatile @Nullable CompletableFuture<List<Task>> page;

    Round(List<Wait> soonDue) {
      this.missing = new LinkedHashSet<>(soonDue);
    }

    void turn() {
      pageNum++;
      CompletableFuture<List<Task>> next = pages.page(pageNum, PAGE_SIZE);
      page = next;
      if (waiter.size() == 0) {
        next.cancel(true);
      }
      CompletableFuture<?> unused =
          next.handle(
              (tasks, failure) -> {
                if (tasks != null) {
                  read(tasks);
                } else {
                  stop(Attempts.cause(Objects.requireNonNull(failure)));
                }
                return null;
              });
    }

    void cancel() {
      CompletableFuture<List<Task>> current = page;
      if (current != null) {
        current.cancel(true);
      }
    }

    private void read(List<Task> tasks) {
      succeeded();
      int before = missing.size();
      for (Task task : tasks) {
        if (Answers.id(task) != null && TaskFacts.isComplete(task)) {
          waiter.tell(task).forEach(missing::remove);
        }
      }
      missing.removeIf(wait -> wait.future.isDone());
      inVain = before - missing.size() > 1 ? 0 : inVain + 1;
      String first = tasks.isEmpty() ? null : Answers.id(tasks.get(0));
      // A server that ignores the page number would send the first page for ever.
      boolean last =
          tasks.size() < PAGE_SIZE
              || pageNum == TaskPages.LAST_PAGE
              || Objects.equals(first, firstId);
      firstId = first;
      boolean promising =
          inVain == 0 || (inVain < MOST_PAGES_IN_VAIN && missing.size() >= MANY_MISSING);
      if (!last && missing.size() > 1 && promising) {
        turn();
      } else {
        end();
      }
    }

    private void stop(Throwable failure) {
      if (failed(failure)) {
        missing.forEach(wait -> wait.missed(failure));
        missing.clear();
      }
      end();
    }

    private void end() {
      List<Wait> next;
      synchronized (ListRounds.this) {
        round = null;
        late.removeAll(missing);
        next = late.stream().filter(wait -> wait.overdue() >= 0).toList();
      }
      waiter.lookSingly(missing);
      next.forEach(waiter::due);
    }
  }
}
