package io.github.kling4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.testkit.Client.Answer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskProgressTest {
  private static final Instant START = Instant.ofEpochMilli(1_762_157_958_060L);

  private final KlingGateway gateway =
      KlingGateway.builder()
          .clock(Clock.fixed(START, ZoneOffset.UTC))
          .taskDuration(Duration.ofSeconds(40))
          .start();
  private final Client client = new Client(gateway);

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aTaskAdvancesWithTime() throws IOException {
    String id = client.create("A beach.").taskId();
    assertThat(client.query(id).data())
        .containsEntry("task_status", "submitted")
        .containsEntry("created_at", START.toEpochMilli())
        .containsEntry("updated_at", START.toEpochMilli())
        .doesNotContainKey("task_result");

    gateway.advance(Duration.ofSeconds(10));
    assertThat(client.query(id).data())
        .containsEntry("task_status", "processing")
        .containsEntry("updated_at", START.toEpochMilli() + 10_000)
        .doesNotContainKey("task_result");

    gateway.advance(Duration.ofMillis(29_999));
    assertThat(client.query(id).taskStatus()).isEqualTo("processing");

    gateway.advance(Duration.ofMillis(1));
    assertThat(client.query(id).data())
        .containsEntry("task_status", "succeed")
        .containsEntry("task_status_msg", "")
        .containsEntry("updated_at", START.toEpochMilli() + 40_000)
        .containsEntry("watermark_info", Map.of("enabled", false))
        .containsEntry("final_unit_deduction", "2.5");
  }

  @Test
  void aFinishedTaskHasAVideoOnTheGateway() throws IOException {
    String id = client.create("A beach.").taskId();
    gateway.advance(Duration.ofSeconds(40));

    assertThat(client.query(id).video())
        .containsEntry("id", "v-" + id)
        .containsEntry("url", gateway.url() + "files/v-" + id + ".mp4")
        .containsEntry("watermark_url", "")
        .containsEntry("duration", "5.042");
  }

  @Test
  void theVideosUrlIsOnTheHostThatWasAsked() throws IOException {
    String id = client.create("A beach.").taskId();
    gateway.advance(Duration.ofSeconds(40));
    String otherName = gateway.url().replace("127.0.0.1", "localhost");

    Answer answer = client.get(otherName + Client.RELAY + "/" + id);

    assertThat(answer.video().get("url")).isEqualTo(otherName + "files/v-" + id + ".mp4");
  }

  @Test
  void aWatermarkIsGivenWhereAsked() throws IOException {
    String id = client.post("{\"prompt\":\"p\",\"watermark_info\":{\"enabled\":true}}").taskId();
    gateway.advance(Duration.ofSeconds(40));

    Answer answer = client.query(id);

    assertThat(answer.data()).containsEntry("watermark_info", Map.of("enabled", true));
    assertThat(answer.video().get("watermark_url")).isEqualTo(answer.video().get("url"));
  }

  @Test
  void aTaskIsFoundByItsExternalId() throws IOException {
    String id = client.post("{\"prompt\":\"p\",\"external_task_id\":\"order 17/a\"}").taskId();

    Answer answer = client.query("order%2017%2Fa");

    assertThat(answer.taskId()).isEqualTo(id);
    assertThat(answer.data()).containsEntry("task_info", Map.of("external_task_id", "order 17/a"));
  }

  @Test
  void anUnknownTaskIsAnInvalidParameter() throws IOException {
    Answer answer = client.query("nope");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(1201);
    assertThat(answer.message()).isEqualTo("Task not found by id/external id: nope");
  }

  @ParameterizedTest
  @CsvSource({
    "fail: risk control, Failure to pass the risk control system",
    "FAIL:  Too dark: by half , Too dark: by half",
    "fail, The task failed",
  })
  void aTaskFailsAsWished(String directive, String reason) throws IOException {
    String id = client.create("A beach. [[" + directive + "]]").taskId();
    assertThat(client.query(id).taskStatus()).isEqualTo("submitted");
    gateway.advance(Duration.ofSeconds(40));

    Answer answer = client.query(id);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.code()).isEqualTo(0);
    assertThat(answer.data())
        .containsEntry("task_status", "failed")
        .containsEntry("task_status_msg", reason)
        .doesNotContainKeys("task_result", "final_unit_deduction");
  }

  @ParameterizedTest
  @CsvSource({"slow 600s", "SLOW 10m", "slow PT10M", "slow 600000ms"})
  void aTaskIsAsSlowAsWished(String directive) throws IOException {
    String id = client.create("A beach. [[" + directive + "]]").taskId();
    gateway.advance(Duration.ofMillis(599_999));
    assertThat(client.query(id).taskStatus()).isEqualTo("processing");

    gateway.advance(Duration.ofMillis(1));
    assertThat(client.query(id).taskStatus()).isEqualTo("succeed");
  }

  @Test
  void aRunningTasksStatusIsTheWordWished() throws IOException {
    String id = client.create("A beach. [[status NOT_START]] [[fail: x]]").taskId();
    assertThat(client.query(id).taskStatus()).isEqualTo("submitted");
    gateway.advance(Duration.ofSeconds(20));
    assertThat(client.query(id).taskStatus()).isEqualTo("NOT_START");
    gateway.advance(Duration.ofSeconds(20));
    assertThat(client.query(id).taskStatus()).isEqualTo("failed");
  }

  @Test
  void aTaskThatTakesNoTimeHasEndedWhenItIsAskedFor() throws IOException {
    try (KlingGateway quick = KlingGateway.builder().taskDuration(Duration.ZERO).start()) {
      Client quickly = new Client(quick);
      Answer created = quickly.create("A beach.");
      assertThat(created.taskStatus()).isEqualTo("submitted");
      assertThat(quickly.query(created.taskId()).taskStatus()).isEqualTo("succeed");
    }
  }

  @Test
  void theListHasTheNewestTasksFirst() throws IOException {
    List<String> newestFirst = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      newestFirst.add(client.create("Shot " + i).taskId());
    }
    Collections.reverse(newestFirst);

    assertThat(ids(Client.RELAY)).isEqualTo(newestFirst.subList(0, 30));
    assertThat(ids(Client.VENDOR + "?pageNum=2")).isEqualTo(newestFirst.subList(30, 32));
    assertThat(ids(Client.RELAY + "?pageNum=3&pageSize=10")).isEqualTo(newestFirst.subList(20, 30));
    assertThat(ids(Client.RELAY + "?pageSize=500")).isEqualTo(newestFirst);
    assertThat(ids(Client.RELAY + "?pageNum=1000&pageSize=500")).isEmpty();
  }

  @Test
  void theListShowsHowFarATaskIs() throws IOException {
    client.create("A beach.");
    gateway.advance(Duration.ofSeconds(40));
    assertThat(client.get(Client.RELAY).page().get(0))
        .containsEntry("task_status", "succeed")
        .containsKey("task_result");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pageNum=0", "pageNum=1001", "pageSize=0", "pageSize=501", "pageSize=many"})
  void aPageOutOfBoundsIsRefused(String query) throws IOException {
    Answer answer = client.get(Client.RELAY + "?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(1201);
    assertThat(answer.message()).contains(query.substring(0, query.indexOf('=')));
  }

  @Test
  void timeDoesNotGoBack() {
    assertThatThrownBy(() -> gateway.advance(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(gateway.now()).isEqualTo(START);
  }

  private List<Object> ids(String path) throws IOException {
    return client.get(path).page().stream().map(task -> task.get("task_id")).toList();
  }
}
