package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.error.DownloadException;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that have expired since their task was looked at. */
class FreshAddressTest {
  private final MockWebServer server = new MockWebServer();
  private final List<String> targets = new CopyOnWriteArrayList<>();

  @TempDir Path folder;

  private Bench bench;
  private volatile String videos = "";
  private volatile MockResponse refusal;

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String target = request.getTarget();
            targets.add(target);
            if (target.startsWith("/old")) {
              return new MockResponse.Builder().code(403).build();
            } else if (target.startsWith("/new")) {
              return new MockResponse.Builder().body("video of " + target).build();
            }
            return refusal == null
                ? Fixtures.json(
                    200,
                    "{\"code\":0,\"data\":{\"task_id\":\"17\",\"task_status\":\"succeed\","
                        + "\"task_result\":{\"videos\":["
                        + videos
                        + "]}}}")
                : refusal;
          }
        });
    server.start();
    bench = Bench.withThreads(server.url("/").toString());
  }

  @AfterEach
  void close() {
    bench.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theVideoOfTheSameIdIsTaken(boolean blocking) {
    videos = video("a", "/old-a") + "," + video("b", "/old-b");
    VideoTask task = bench.videos.get("17");
    videos = video("b", "/new-b") + "," + video("a", "/new-a");

    Path path = download(task, 1, blocking);

    assertThat(path).hasContent("video of /new-b?sign=1");
    assertThat(targets.subList(1, 4))
        .satisfies(
            asked -> {
              assertThat(asked.get(0)).startsWith("/old-b");
              assertThat(asked.get(1)).endsWith("/17");
              assertThat(asked.get(2)).startsWith("/new-b");
            });
    assertThat(targets).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aVideoWithoutAnIdIsKnownByItsPlace(boolean blocking) {
    videos = video("", "/old-a") + "," + video("", "/old-b");
    VideoTask task = bench.videos.get("17");
    videos = video("", "/new-a") + "," + video("", "/new-b");

    assertThat(download(task, 1, blocking)).hasContent("video of /new-b?sign=1");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aVideoThatIsNoMoreIsTold(boolean blocking) {
    videos = video("a", "/old-a");
    VideoTask task = bench.videos.get("17");
    videos = video("b", "/new-b");

    DownloadException e =
        catchThrowableOfType(DownloadException.class, () -> download(task, 0, blocking));

    assertThat(e).hasMessageContainingAll("HTTP 403", "names that video no more");
    assertThat(e.taskId()).isEqualTo("17");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aServerThatDoesNotKnowTheTaskAnyMoreIsTold() {
    videos = video("a", "/old-a");
    VideoTask task = bench.videos.get("17");
    refusal = Fixtures.json(400, "{\"code\":1201,\"message\":\"task not found\"}");

    DownloadException e =
        catchThrowableOfType(DownloadException.class, () -> download(task, 0, true));

    assertThat(e).hasCauseInstanceOf(KlingException.class);
    assertThat(e).hasMessageContainingAll("HTTP 403", "task not found");
  }

  private Path download(VideoTask task, int index, boolean blocking) {
    Path target = folder.resolve("v.mp4");
    if (blocking) {
      return task.videos().get(index).downloadTo(target);
    }
    try {
      return task.videos().get(index).downloadToAsync(target).join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }

  private String video(String id, String path) {
    return "{\"id\":\"%s\",\"url\":\"%s\"}".formatted(id, server.url(path + "?sign=1"));
  }
}
