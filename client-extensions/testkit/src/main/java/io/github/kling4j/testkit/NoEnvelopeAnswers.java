package io.github.kling4j.testkit;

import io.github.kling4j.testkit.SimulatedTask.Stage;
import io.github.kling4j.testkit.TaskView.StatusWords;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link Dialect#NO_ENVELOPE}. */
final class NoEnvelopeAnswers extends Answers {
  private static final StatusWords WORDS =
      new StatusWords(List.of("queued"), List.of("in_progress"), "completed", "failed");

  NoEnvelopeAnswers() {
    super(ListRoute.NOT_FOUND, ExternalIds.DROPPED);
  }

  @Override
  Map<String, @Nullable Object> created(TaskView task) {
    return video(task);
  }

  @Override
  Map<String, @Nullable Object> queried(TaskView task) {
    return video(task);
  }

  @Override
  Map<String, @Nullable Object> error(Problem problem) {
    return RelayError.objectBody(problem.isOfKey() ? "" : problem.word(), problem.message());
  }

  @Override
  String taskId(String vendorsId) {
    return videoId(vendorsId);
  }

  @Override
  String usualAspectRatio() {
    return "1:1";
  }

  static String videoId(String vendorsId) {
    return "task_" + vendorsId;
  }

  static Map<String, @Nullable Object> video(TaskView task) {
    Map<String, @Nullable Object> video =
        Json.members(
            "id",
            task.id(),
            "task_id",
            task.id(),
            "object",
            "video",
            "model",
            task.task().model(),
            "status",
            task.status(WORDS),
            "progress",
            progress(task.stage()),
            "created_at",
            seconds(task.createdAt()));
    if (task.stage() == Stage.ENDED) {
      video.put("completed_at", seconds(task.updatedAt()));
    }
    if (task.succeeded()) {
      video.put("url", task.videoUrl());
    }
    if (task.failed()) {
      video.put("error", Json.members("message", task.failure(), "code", "task_failed"));
    }
    return video;
  }

  private static int progress(Stage stage) {
    return switch (stage) {
      case SUBMITTED -> 0;
      case RUNNING -> 50;
      case ENDED -> 100;
    };
  }
}
