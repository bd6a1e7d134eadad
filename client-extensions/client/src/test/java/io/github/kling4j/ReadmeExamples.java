package io.github.kling4j;

import io.github.kling4j.error.UncertainCreateException;
import io.github.kling4j.media.DownloadPolicy;
import io.github.kling4j.media.DownloadPolicy.IfExists;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.task.TaskFiles;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.task.WaitPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Logger;

/** What the README shows of policies, of sending again and of downloads, so that it compiles. */
final class ReadmeExamples {
  private static final Logger logger = Logger.getLogger("kling4j.readme");

  private ReadmeExamples() {}

  static RetryPolicy policy() {
    RetryPolicy patient =
        RetryPolicy.builder()
            .maxAttempts(6)
            .deadline(Duration.ofMinutes(5))
            .listener(attempt -> logger.fine(attempt.toString()))
            .build();
    return patient;
  }

  static WaitPolicy waiting() {
    WaitPolicy policy =
        WaitPolicy.builder()
            .firstDelay(Duration.ofSeconds(20))
            .interval(Duration.ofSeconds(5), Duration.ofSeconds(30))
            .growth(1.2)
            .jitter(0.1)
            .deadline(Duration.ofMinutes(30))
            .listener(seen -> logger.fine(seen.task().status() + " after " + seen.elapsed()))
            .build();
    return policy;
  }

  static VideoTask create(KlingClient kling) {
    String order = "order-17"; // keep it before you create: it is all that recover needs
    VideoTask task;
    try {
      task = kling.textToVideo().create(r -> r.prompt("…").externalTaskId(order));
    } catch (UncertainCreateException e) { // or the process died, and this is the next one
      task = kling.textToVideo().recover(order);
    }
    return task;
  }

  static void download(KlingClient kling, List<VideoTask> tasks) {
    DownloadPolicy policy = DownloadPolicy.builder().ifExists(IfExists.SKIP).build();
    for (TaskFiles done : kling.textToVideo().downloadAll(tasks, Path.of("videos"), 4, policy)) {
      if (done.failure() != null) {
        logger.warning(done.task().id() + ": " + done.failure().getMessage());
      }
    }
  }
}
