import io.github.kling4j.KlingClient;
import io.github.kling4j.task.VideoTask;
import java.nio.file.Path;
import java.time.Duration;

public class BeachVideo {
  public static void main(String[] args) {
    try (KlingClient kling = KlingClient.fromEnv()) { // KLING_BASE_URL, KLING_API_KEY
      VideoTask task = kling.textToVideo().create(r -> r.prompt("在海滩上度假的快乐场景。"));
      task.await(Duration.ofMinutes(10)).video().downloadTo(Path.of("beach.mp4"));
    }
  }
}
