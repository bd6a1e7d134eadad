package io.github.kling4j.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of answers in one dialect. Its subclasses are the only places that know the names and
 * words of theirs.
 *
 * <p>Plain maps, not the generated models: a fault of those would else stand on both sides of a
 * test and cancel itself out.
 */
abstract class Answers {
  private final ListRoute listRoute;
  private final ExternalIds externalIds;

  Answers(ListRoute listRoute, ExternalIds externalIds) {
    this.listRoute = listRoute;
    this.externalIds = externalIds;
  }

  static Answers of(Dialect dialect) {
    return switch (dialect) {
      case VENDOR -> new VendorAnswers();
      case WORD_CODE -> new WordCodeAnswers();
      case NEW_API -> new NewApiAnswers();
      case NEW_API_OLD -> new OldNewApiAnswers();
      case NO_ENVELOPE -> new NoEnvelopeAnswers();
      case TASK_ID_ONLY -> new TaskIdOnlyAnswers();
      case ID_ONLY -> new IdOnlyAnswers();
      case DATA_ID -> new DataIdAnswers();
    };
  }

  /** Returns the whole answer to a create. */
  abstract Map<String, @Nullable Object> created(TaskView task);

  /** Returns the whole answer to a query. */
  abstract Map<String, @Nullable Object> queried(TaskView task);

  /** Returns the whole answer to a list; asked for only where there is one. */
  Map<String, @Nullable Object> listed(List<TaskView> tasks) {
    throw new UnsupportedOperationException();
  }

  abstract Map<String, @Nullable Object> error(Problem problem);

  /** Returns the id that a task goes by here, made from the vendor's. */
  String taskId(String vendorsId) {
    return vendorsId;
  }

  /** Returns what a task is made with when its request says nothing. */
  String usualAspectRatio() {
    return "16:9";
  }

  final ListRoute listRoute() {
    return listRoute;
  }

  final ExternalIds externalIds() {
    return externalIds;
  }

  static long seconds(Instant time) {
    return time.getEpochSecond();
  }

  /** What the path of the list leads to. */
  enum ListRoute {
    TASKS,
    HTML_PAGE,
    NOT_FOUND
  }

  /** What becomes of an {@code external_task_id}. */
  enum ExternalIds {
    /** It is unique, and a task is found by it. */
    KNOWN,
    /** It is unique, as the vendor sees to that, but no task is found by it. */
    HANDED_ON,
    DROPPED
  }
}
