package io.github.kling4j.task;

import io.github.kling4j.error.ErrorMapper;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskInfo;
import io.github.kling4j.model.TaskStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of a task. What can be done with it stands in {@link VideoTask}. */
abstract class SeenTask {
  private static final TaskStatus NOT_SEEN = TaskStatus.of("not looked at yet");

  private final ErrorMapper errors;
  private final String id;
  private final @Nullable String externalTaskId;
  private final @Nullable Task task;

  SeenTask(ErrorMapper errors, String id, @Nullable String externalTaskId, @Nullable Task task) {
    this.errors = errors;
    this.id = id;
    this.externalTaskId = externalTaskId;
    this.task = task;
  }

  /**
   * Returns the server's id of the task. With it another process can go on: {@code
   * textToVideo().task(id)}.
   *
   * @return the id
   */
  public String id() {
    return id;
  }

  /**
   * Returns the caller's id of the task.
   *
   * @return the id, or null where none is known
   */
  public @Nullable String externalTaskId() {
    TaskInfo info = task == null ? null : task.taskInfo();
    String told = info == null ? null : info.externalTaskId();
    return told == null || told.isEmpty() ? externalTaskId : told;
  }

  /**
   * Returns the status. Relays' words for it are understood, in capitals too; a word that this
   * version does not know keeps its text.
   *
   * @return the status when the task was last seen
   */
  public TaskStatus status() {
    TaskStatus status = task == null ? null : TaskFacts.status(task);
    return status == null ? NOT_SEEN : status;
  }

  /**
   * Tells whether the task has ended. An unknown status counts as still running.
   *
   * @return true when it has succeeded or failed
   */
  public boolean isTerminal() {
    return succeeded() || failed();
  }

  /**
   * Tells whether the video is ready.
   *
   * @return true when it is
   */
  public boolean succeeded() {
    return status().known() == TaskStatus.Known.SUCCEED;
  }

  /**
   * Tells whether the task has ended without a video.
   *
   * @return true when it has
   */
  public boolean failed() {
    return status().known() == TaskStatus.Known.FAILED;
  }

  /**
   * Tells whether the task may still end. An unknown status counts, and so does none at all.
   *
   * @return true when it has neither succeeded nor failed
   */
  public boolean running() {
    return !isTerminal();
  }

  /**
   * Returns why the task failed, in the server's words, without the queries of addresses.
   *
   * @return the reason, empty where there is none
   */
  public String failureReason() {
    return task == null ? "" : errors.shown(TaskFacts.failureReason(task));
  }

  /**
   * Returns when the task was created. Relays send seconds or milliseconds; both are understood.
   *
   * @return the moment, or null where the server does not say
   */
  public @Nullable Instant createdAt() {
    return task == null ? null : TaskFacts.createdAt(task);
  }

  /**
   * Returns when the task last changed, likewise.
   *
   * @return the moment, or null where the server does not say
   */
  public @Nullable Instant updatedAt() {
    return task == null ? null : TaskFacts.updatedAt(task);
  }

  /**
   * Returns the task as the server sent it. Relays put the same in different places; the other
   * methods here look in all of them.
   *
   * @return the generated model
   * @throws IllegalStateException when the task was never looked at: call {@link
   *     VideoTask#refresh()} first
   */
  public Task data() {
    if (task == null) {
      throw new IllegalStateException(
          "Task " + id + " has not been looked at yet: call refresh() or await() first");
    }
    return task;
  }

  @Nullable Task dataOrNull() {
    return task;
  }
}
