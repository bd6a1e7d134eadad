package io.github.kling4j.testkit;

import io.github.kling4j.testkit.SimulatedTask.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.HttpUrl;

/** A task as one request sees it: at a moment, on the host that was asked. */
record TaskView(SimulatedTask task, Stage stage, Instant now, HttpUrl gateway) {
  static TaskView at(Instant now, SimulatedTask task, HttpUrl gateway) {
    return new TaskView(task, task.stageAt(now), now, gateway);
  }

  /** Returns the task as it was when it came to a stage, even one that it passed at once. */
  static TaskView entering(Stage stage, SimulatedTask task) {
    return new TaskView(task, stage, task.startOf(stage), task.base());
  }

  String id() {
    return task.id();
  }

  boolean succeeded() {
    return stage == Stage.ENDED && task.failure() == null;
  }

  /** Returns why the task failed; empty while it hasn't. */
  String failure() {
    String failure = task.failure();
    return stage == Stage.ENDED && failure != null ? failure : "";
  }

  boolean failed() {
    return !failure().isEmpty();
  }

  /** Returns the address of the video; empty while there is none. */
  String videoUrl() {
    return succeeded() ? task.videoUrl(gateway).toString() : "";
  }

  Instant createdAt() {
    return task.createdAt();
  }

  Instant updatedAt() {
    return task.startOf(stage);
  }

  /** Returns the status word. Of several for one stage, each has its part of the stage's time. */
  String status(StatusWords words) {
    String wished = task.runningWord();
    return switch (stage) {
      case SUBMITTED -> passing(words.submitted(), Stage.RUNNING);
      case RUNNING -> wished == null ? passing(words.running(), Stage.ENDED) : wished;
      case ENDED -> task.failure() == null ? words.succeeded() : words.failed();
    };
  }

  private String passing(List<String> words, Stage next) {
    long whole = Duration.between(task.startOf(stage), task.startOf(next)).toMillis();
    long passed = Duration.between(task.startOf(stage), now).toMillis();
    long index = whole == 0 ? 0 : passed * words.size() / whole;
    return words.get((int) Math.min(index, words.size() - 1));
  }

  /** A dialect's words for the stages of a task. */
  record StatusWords(
      List<String> submitted, List<String> running, String succeeded, String failed) {}
}
