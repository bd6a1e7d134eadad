package io.github.kling4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.auth.Credentials;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testing.Requests;
import io.github.kling4j.testkit.KlingGateway;
import io.github.kling4j.testkit.KlingGatewayExtension;
import io.github.kling4j.testkit.ReceivedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the client is for: a prompt becomes a file. */
class MainJobTest {
  private static final String PROMPT = "在海滩上度假的快乐场景。";

  @RegisterExtension
  static final KlingGatewayExtension KLING =
      new KlingGatewayExtension(KlingGateway.builder().taskDuration(Duration.ZERO));

  @TempDir Path folder;

  private final KlingClient kling =
      KlingClient.builder()
          .gateway(Gateway.relay(KLING.gateway().url()))
          .credentials(Credentials.apiKey("sk-main-job"))
          .retryPolicy(Fixtures.HASTY)
          .waitPolicy(Fixtures.IMPATIENT)
          .build();

  @AfterEach
  void close() {
    kling.close();
  }

  @Test
  void aPromptBecomesAPlayableFile() throws IOException {
    VideoTask task = kling.textToVideo().create(r -> r.prompt(PROMPT));
    Path file = task.await(Duration.ofMinutes(10)).video().downloadTo(folder.resolve("beach.mp4"));

    assertThat(file).isEqualTo(folder.resolve("beach.mp4"));
    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes).hasSizeGreaterThan(10_000);
    assertThat(new String(bytes, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    assertThat(KLING.gateway().createRequests()).hasSize(1);
    assertThat(KLING.gateway().paidTasks()).containsExactly(task.id());
  }

  @Test
  void theRequestIsTheRelayPagesExample() {
    kling.textToVideo().create(r -> r.prompt(PROMPT));

    ReceivedRequest create = KLING.gateway().createRequests().get(0);
    assertThat(create.method()).isEqualTo("POST");
    assertThat(create.path()).isEqualTo("/kling/v1/videos/text2video");
    assertThat(create.query()).isNull();
    assertThat(create.headers().get("authorization")).containsExactly("Bearer sk-main-job");
    assertThat(create.headers().get("content-type")).containsExactly("application/json");
    assertThat(create.headers().get("accept")).containsExactly("application/json");
    Map<Object, Object> body = new HashMap<>(Fixtures.members(create.body()));
    assertThat(body.remove("external_task_id")).asString().isNotBlank();
    assertThat(create.json()).containsEntry("duration", Requests.seconds(5));
    Map<Object, Object> page =
        new HashMap<>(Fixtures.members(Fixtures.read("create-request.json")));
    page.put("duration", body.get("duration"));
    assertThat(body).isEqualTo(page);
  }

  @Test
  void aQueryCarriesTheKeyAndTheId() {
    VideoTask task = kling.textToVideo().create(r -> r.prompt(PROMPT));
    task.await();

    ReceivedRequest query = KLING.gateway().queryRequests().get(0);
    assertThat(query.method()).isEqualTo("GET");
    assertThat(query.path()).isEqualTo("/kling/v1/videos/text2video/" + task.id());
    assertThat(query.header("Authorization")).isEqualTo("Bearer sk-main-job");
    assertThat(query.header("Accept")).isEqualTo("application/json");
  }

  @Test
  void theKeyIsNotSentWithADownloadEvenFromTheGatewaysOwnHost() {
    VideoTask task = kling.textToVideo().create(r -> r.prompt(PROMPT)).await();
    assertThat(task.video().url()).startsWith(KLING.gateway().url());

    task.video().downloadTo(folder.resolve("sync.mp4"));
    task.video().downloadToAsync(folder.resolve("async.mp4")).join();

    assertThat(KLING.gateway().downloadRequests())
        .hasSize(2)
        .allSatisfy(
            request ->
                assertThat(request.headers().toString())
                    .doesNotContain("authorization", "sk-main-job"));
  }

  @Test
  void eachTaskGetsAnExternalIdOfItsOwn() {
    VideoTask one = kling.textToVideo().create(r -> r.prompt(PROMPT));
    VideoTask other = kling.textToVideo().create(r -> r.prompt(PROMPT));

    assertThat(one.externalTaskId()).isNotEqualTo(other.externalTaskId());
    assertThat(KLING.gateway().lastCreateBody())
        .containsEntry("external_task_id", other.externalTaskId());
  }

  @Test
  void theSameJobIsDoneWithoutAThread() {
    Path file =
        kling
            .textToVideo()
            .createAsync(r -> r.prompt(PROMPT))
            .thenCompose(VideoTask::completion)
            .thenCompose(task -> task.video().downloadToAsync(folder.resolve("beach.mp4")))
            .join();

    assertThat(file).isNotEmptyFile();
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    assertThat(KLING.gateway().createRequests()).hasSize(1);
  }

  @Test
  void anotherProcessGoesOnWithTheId() {
    String id = kling.textToVideo().create(r -> r.prompt(PROMPT)).id();

    try (KlingClient other =
        KlingClient.builder()
            .gateway(Gateway.relay(KLING.gateway().url()))
            .credentials(Credentials.apiKey("sk-other-process"))
            .retryPolicy(Fixtures.HASTY)
            .waitPolicy(Fixtures.IMPATIENT)
            .build()) {
      VideoTask task = other.textToVideo().task(id).await();

      assertThat(task.id()).isEqualTo(id);
      assertThat(task.video().downloadTo(folder.resolve("later.mp4"))).isNotEmptyFile();
    }
    assertThat(KLING.gateway().createRequests()).hasSize(1);
  }

  @Test
  void aTaskTellsWhatTheServerSaid() {
    VideoTask task = kling.textToVideo().create(r -> r.prompt(PROMPT).externalTaskId("order-17"));
    VideoTask ended = task.await();

    assertThat(ended.succeeded()).isTrue();
    assertThat(ended.isTerminal()).isTrue();
    assertThat(ended.failed()).isFalse();
    assertThat(ended.externalTaskId()).isEqualTo("order-17");
    assertThat(ended.updatedAt()).isNotNull();
    assertThat(ended.video().duration()).isEqualTo(Duration.ofMillis(5_042));
    assertThat(ended.data().finalUnitDeduction()).asString().isEqualTo("2.5");
    assertThat(ended.toString()).contains(task.id(), "succeed");
  }
}
