package io.github.kling4j.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A task as it was asked for; what has become of it follows from the time alone. Immutable. */
record SimulatedTask(
    String id,
    String vendorsId,
    @Nullable String externalId,
    String prompts,
    Instant createdAt,
    Duration duration,
    @Nullable String failure,
    @Nullable String runningWord,
    @Nullable String model,
    String aspectRatio,
    boolean watermark,
    Script script,
    HttpUrl base,
    @Nullable HttpUrl callbackUrl) {

  /** The part of a task's time during which it is only submitted, as one over this. */
  private static final int SUBMITTED_PART = 4;

  /** Where a task stands. */
  enum Stage {
    SUBMITTED,
    RUNNING,
    ENDED
  }

  Stage stageAt(Instant now) {
    if (!now.isBefore(startOf(Stage.ENDED))) {
      return Stage.ENDED;
    }
    return now.isBefore(startOf(Stage.RUNNING)) ? Stage.SUBMITTED : Stage.RUNNING;
  }

  Instant startOf(Stage stage) {
    return switch (stage) {
      case SUBMITTED -> createdAt;
      case RUNNING -> createdAt.plus(duration.dividedBy(SUBMITTED_PART));
      case ENDED -> createdAt.plus(duration);
    };
  }

  /** Returns the stages after one, up to where the task stands now. */
  List<Stage> stagesBetween(Stage known, Instant now) {
    Stage reached = stageAt(now);
    List<Stage> passed = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      if (stage.compareTo(known) > 0 && stage.compareTo(reached) <= 0) {
        passed.add(stage);
      }
    }
    return passed;
  }

  boolean succeededBy(Instant now) {
    return failure == null && stageAt(now) == Stage.ENDED;
  }

  String videoId() {
    return "v-" + id;
  }

  HttpUrl videoUrl(HttpUrl gateway) {
    return gateway.resolve("/files/" + videoId() + ".mp4");
  }
}
