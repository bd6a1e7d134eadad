package io.github.kling4j.task;

import io.github.kling4j.model.Task;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Consumer;

/** The tasks of an account, one page after the other; a short page is the last. */
final class TaskPages extends Spliterators.AbstractSpliterator<VideoTask> {
  /** The vendor's documents end at this page. */
  static final int LAST_PAGE = 1_000;

  private final TaskOperations<?, ?> operations;
  private final int pageSize;
  private int pageNum;
  private boolean last;
  private List<VideoTask> page = List.of();
  private Iterator<VideoTask> rest = page.iterator();

  TaskPages(TaskOperations<?, ?> operations, int pageSize) {
    super(Long.MAX_VALUE, ORDERED | NONNULL | IMMUTABLE);
    if (pageSize < 1) {
      throw new IllegalArgumentException("pageSize is " + pageSize + "; 1 or more is needed");
    }
    this.operations = operations;
    this.pageSize = pageSize;
  }

  @Override
  public boolean tryAdvance(Consumer<? super VideoTask> action) {
    if (!rest.hasNext() && !last) {
      turn();
    }
    if (!rest.hasNext()) {
      return false;
    }
    action.accept(rest.next());
    return true;
  }

  private void turn() {
    List<Task> told = operations.page(++pageNum, pageSize);
    List<VideoTask> next =
        told.stream().filter(t -> Answers.id(t) != null).map(operations::listed).toList();
    // A server that ignores the page number would send the first page for ever.
    boolean same = !next.isEmpty() && !page.isEmpty() && next.get(0).id().equals(page.get(0).id());
    last = same || told.size() < pageSize || pageNum == LAST_PAGE;
    page = next;
    rest = same ? List.<VideoTask>of().iterator() : next.iterator();
  }
}
