package io.github.kling4j.callback;

import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskInfo;
import io.github.kling4j.model.TaskStatus;
import io.github.kling4j.task.TaskFacts;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server posted to a {@code callback_url}: a task as it was when its status changed. Without
 * a signature anybody may have sent it, so unless it is {@link #verified()} it says no more than
 * that the task may have changed. Immutable.
 */
public final class Callback {
  private static final TaskStatus NOT_TOLD = TaskStatus.of("not told");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final int SHOWN = 100;

  private final String taskId;
  private final Task task;
  private final String failureReason;
  private final boolean verified;

  Callback(Task task, String failureReason, boolean verified) {
    this.taskId = task.taskId();
    this.task = task;
    this.failureReason = failureReason;
    this.verified = verified;
  }

  /**
   * Returns the server's id of the task.
   *
   * @return the id, never blank
   */
  public String taskId() {
    return taskId;
  }

  /**
   * Returns the caller's id of the task.
   *
   * @return the id, or null where the server does not tell it
   */
  public @Nullable String externalTaskId() {
    TaskInfo info = task.taskInfo();
    String told = info == null ? null : info.externalTaskId();
    return told == null || told.isEmpty() ? null : told;
  }

  /**
   * Returns the status. Relays' words for it are understood, in capitals too; a word that this
   * version does not know keeps its text.
   *
   * @return the status; one that is not known where the server does not tell it
   */
  public TaskStatus status() {
    TaskStatus status = TaskFacts.status(task);
    return status == null ? NOT_TOLD : status;
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
   * Returns when the task changed, which orders the callbacks of one task. Relays send seconds or
   * milliseconds; both are understood.
   *
   * @return the moment, or null where the server does not tell it
   */
  public @Nullable Instant updatedAt() {
    return TaskFacts.updatedAt(task);
  }

  /**
   * Returns why the task failed, in the server's words, without the queries of addresses.
   *
   * @return the reason, empty where there is none
   */
  public String failureReason() {
    return failureReason;
  }

  /**
   * Returns the task as the server sent it.
   *
   * @return the generated model
   */
  public Task data() {
    return task;
  }

  /**
   * Tells whether a signature was checked, and fitted.
   *
   * @return true when the server has certainly sent it, false when anybody may have
   */
  public boolean verified() {
    return verified;
  }

  @Override
  public String toString() {
    return "Callback{" + shown(taskId) + ", " + shown(status().value()) + "}";
  }

  /** Whoever sends it chooses these words, and logs are read line by line. */
  private static String shown(String text) {
    String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    return CONTROL.matcher(start).replaceAll(" ");
  }
}
