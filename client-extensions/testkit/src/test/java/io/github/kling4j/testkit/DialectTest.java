package io.github.kling4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.testkit.Client.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each dialect looks like stands in a file with its name. */
class DialectTest {
  private static final Instant START = Instant.ofEpochMilli(1_762_157_958_060L);
  private static final Duration TASK = Duration.ofSeconds(40);
  private static final Pattern STATUS = Pattern.compile("\"(?:task_)?status\":\"(\\w+)\"");
  private static final Pattern REQUEST_ID =
      Pattern.compile("(\"request_id\\\\*\":\\\\*\")[0-9a-f-]{36}");

  private KlingGateway gateway = KlingGateway.start();

  @AfterEach
  void close() {
    gateway.close();
  }

  private Client speaking(Dialect dialect) {
    gateway.close();
    gateway =
        KlingGateway.builder()
            .dialect(dialect)
            .clock(Clock.fixed(START, ZoneOffset.UTC))
            .taskDuration(TASK)
            .apiKey("sk-test")
            .start();
    return new Client(gateway);
  }

  @ParameterizedTest
  @EnumSource
  void aTaskIsToldFromCreateToSuccess(Dialect dialect) throws IOException {
    Client client = speaking(dialect);

    assertLooksAs("created", dialect, client.create("A beach."));
    gateway.advance(TASK.dividedBy(4));
    assertLooksAs("running", dialect, client.query(lastTask()));
    gateway.advance(TASK);
    assertLooksAs("succeeded", dialect, client.query(lastTask()));
  }

  @ParameterizedTest
  @EnumSource
  void aFailureIsTold(Dialect dialect) throws IOException {
    Client client = speaking(dialect);
    client.create("A beach. [[fail: no sand]]");
    gateway.advance(TASK);

    assertLooksAs("failed", dialect, client.query(lastTask()));
  }

  @ParameterizedTest
  @EnumSource
  void anErrorIsTold(Dialect dialect) throws IOException {
    Client client = speaking(dialect);
    Answer wrongKey = client.getWithKey("Bearer sk-other", Client.RELAY + "/1");
    Answer unknownTask = client.query("nope");
    Answer noPrompt = client.post("{\"model_name\":\"kling-v2-5-turbo\"}");
    Answer usedUp = client.create("A beach. [[code 1102]]");
    Answer tooManyTasks = client.create("A beach. [[code 1303]]");

    assertThat(wrongKey.status()).isEqualTo(401);
    assertThat(unknownTask.status()).isEqualTo(400);
    assertThat(noPrompt.status()).isEqualTo(400);
    assertThat(usedUp.status()).isEqualTo(429);
    assertThat(tooManyTasks.status()).isEqualTo(429);
    assertThat(gateway.paidTasks()).isEmpty();
    client.create("A beach.");
    assertLooksAs("wrong key", dialect, wrongKey);
    assertLooksAs("unknown task", dialect, unknownTask);
    assertLooksAs("no prompt", dialect, noPrompt);
    assertLooksAs("used up", dialect, usedUp);
    assertLooksAs("too many tasks", dialect, tooManyTasks);
  }

  @Test
  void aRelayThatHandsAnAnswerOnHasAnIdOfItsOwn() throws IOException {
    Client client = speaking(Dialect.NEW_API);
    client.create("A beach.");

    Answer query = client.query(lastTask());

    String vendorsId = (String) query.at("data.data.data.task_id");
    assertThat(query.at("data.task_id")).isEqualTo(lastTask()).isNotEqualTo(vendorsId);
    assertThat(client.query(vendorsId).at("code")).isEqualTo("task_not_exist");
  }

  @Test
  void aRelayWhoseOwnKeyIsWrongHandsThatOn() throws IOException {
    Answer answer = speaking(Dialect.NEW_API).create("A beach. [[code 1002]]");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(Json.readObject((String) answer.at("message"))).containsEntry("code", 1002L);
  }

  @ParameterizedTest
  @CsvSource({
    "VENDOR,       data.task_result.videos.0.url",
    "WORD_CODE,    data.url",
    "NEW_API,      data.result_url",
    "NEW_API,      data.data.data.task_result.videos.0.url",
    "NEW_API_OLD,  data.fail_reason",
    "NO_ENVELOPE,  url",
    "TASK_ID_ONLY, result_url",
    "ID_ONLY,      task_result.videos.0.url",
    "DATA_ID,      data.data.data.task_result.videos.0.url",
  })
  void theVideoCanBeFetchedFromItsAddress(Dialect dialect, String path) throws IOException {
    Client client = speaking(dialect);
    client.create("A beach.");
    gateway.advance(TASK);

    String url = (String) client.query(lastTask()).at(path);

    byte[] video = client.send(client.request(url), BodyHandlers.ofByteArray()).body();
    assertThat(video).isEqualTo(VideoFile.bytes().toByteArray());
  }

  @ParameterizedTest
  @CsvSource({
    "VENDOR,       data.task_id",
    "WORD_CODE,    data.task_id",
    "NEW_API,      task_id",
    "NEW_API_OLD,  task_id",
    "NO_ENVELOPE,  id",
    "TASK_ID_ONLY, task_id",
    "ID_ONLY,      id",
    "DATA_ID,      data.id",
  })
  void theIdOfTheAnswerIsThatOfThePaidTask(Dialect dialect, String path) throws IOException {
    Answer created = speaking(dialect).create("A beach.");
    assertThat(gateway.paidTasks()).containsExactly((String) created.at(path));
  }

  @Test
  void everyStatusWordThatRelaysSendOccurs() throws IOException {
    Set<String> words = new TreeSet<>();
    for (Dialect dialect : Dialect.values()) {
      Client client = speaking(dialect);
      noteStatus(client.create("A beach."), words);
      String good = lastTask();
      client.create("A beach. [[fail]]");
      for (int second = 0; second <= TASK.toSeconds(); second++) {
        noteStatus(client.query(good), words);
        gateway.advance(Duration.ofSeconds(1));
      }
      noteStatus(client.query(lastTask()), words);
    }
    assertThat(words)
        .contains("submitted", "processing", "succeed", "failed")
        .contains("queued", "NOT_START", "SUBMITTED", "QUEUED", "IN_PROGRESS", "running")
        .contains("SUCCESS", "succeeded", "completed", "FAILURE", "UNKNOWN");
  }

  @Test
  void severalWordsForOneStageComeInTheirOrder() throws IOException {
    Client client = speaking(Dialect.NEW_API);
    client.create("A beach.");
    assertThat(client.query(lastTask()).at("data.status")).isEqualTo("NOT_START");
    gateway.advance(Duration.ofSeconds(4));
    assertThat(client.query(lastTask()).at("data.status")).isEqualTo("SUBMITTED");
    gateway.advance(Duration.ofSeconds(3));
    assertThat(client.query(lastTask()).at("data.status")).isEqualTo("QUEUED");

    Client old = speaking(Dialect.NEW_API_OLD);
    old.create("A beach.");
    gateway.advance(Duration.ofSeconds(24));
    assertThat(old.query(lastTask()).at("data.status")).isEqualTo("UNKNOWN");
    gateway.advance(Duration.ofSeconds(1));
    assertThat(old.query(lastTask()).at("data.status")).isEqualTo("IN_PROGRESS");
  }

  @ParameterizedTest
  @EnumSource
  void aStatusWordOfTheTestsIsSentInAnyDialect(Dialect dialect) throws IOException {
    Client client = speaking(dialect);
    client.create("A beach. [[status rendering]]");
    gateway.advance(TASK.dividedBy(2));
    assertThat(client.query(lastTask()).response().body()).contains("status\":\"rendering\"");
  }

  @ParameterizedTest
  @CsvSource({
    "VENDOR, data.0.task_id, data.1.task_id",
    "WORD_CODE, data.0.task_id, data.1.task_id",
    "DATA_ID, data.0.id, data.1.id",
  })
  void theListHasTheNewestTaskFirst(Dialect dialect, String newest, String oldest)
      throws IOException {
    Client client = speaking(dialect);
    client.create("one");
    client.create("two");

    Answer list = client.get(Client.RELAY + "?pageNum=1&pageSize=500");

    assertThat(list.at(newest)).isEqualTo(gateway.paidTasks().get(1));
    assertThat(list.at(oldest)).isEqualTo(gateway.paidTasks().get(0));
  }

  @ParameterizedTest
  @EnumSource(names = {"NEW_API", "NEW_API_OLD", "ID_ONLY"})
  void whereThereIsNoListItMayBeAPageOfHtml(Dialect dialect) throws IOException {
    Answer list = speaking(dialect).get(Client.RELAY);
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.response().headers().firstValue("Content-Type"))
        .hasValue("text/html; charset=utf-8");
    assertThat(list.response().body()).startsWith("<!DOCTYPE html>");
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_ENVELOPE", "TASK_ID_ONLY"})
  void whereThereIsNoListItMayBe404(Dialect dialect) throws IOException {
    Answer list = speaking(dialect).get(Client.RELAY);
    assertThat(list.status()).isEqualTo(404);
    assertThat(list.at("error.message")).isEqualTo("Invalid URL (GET /kling/v1/videos/text2video)");
  }

  @ParameterizedTest
  @CsvSource({
    "VENDOR, data.task_info.external_task_id",
    "ID_ONLY, task_info.external_task_id",
    "DATA_ID, data.data.data.task_info.external_task_id",
    "WORD_CODE,",
  })
  void anExternalIdThatIsKnownIsUniqueAndFindsItsTask(Dialect dialect, String echo)
      throws IOException {
    Client client = speaking(dialect);
    client.post("{\"prompt\":\"p\",\"external_task_id\":\"order-17\"}");

    Answer second = client.post("{\"prompt\":\"p\",\"external_task_id\":\"order-17\"}");
    Answer found = client.query("order-17");

    assertThat(second.status()).isEqualTo(400);
    assertThat(second.response().body()).contains("external_task_id order-17 already exists");
    assertThat(gateway.paidTasks()).hasSize(1);
    assertThat(found.response().body()).contains(lastTask());
    if (echo == null) {
      assertThat(found.response().body()).doesNotContain("order-17");
    } else {
      assertThat(found.at(echo)).isEqualTo("order-17");
    }
  }

  @Test
  void anExternalIdThatIsHandedOnIsUniqueAndFindsNothing() throws IOException {
    Client client = speaking(Dialect.NEW_API);
    client.post("{\"prompt\":\"p\",\"external_task_id\":\"order-17\"}");

    Answer second = client.post("{\"prompt\":\"p\",\"external_task_id\":\"order-17\"}");
    Answer sought = client.query("order-17");

    assertThat(second.status()).isEqualTo(400);
    assertThat(second.at("code")).isEqualTo("fail_to_fetch_task");
    assertThat(Json.readObject((String) second.at("message")))
        .containsEntry("code", 1201L)
        .containsEntry("message", "external_task_id order-17 already exists");
    assertThat(gateway.paidTasks()).hasSize(1);
    assertThat(sought.status()).isEqualTo(400);
    assertThat(sought.at("code")).isEqualTo("task_not_exist");
    assertThat(client.query(lastTask()).at("data.data.data.task_info.external_task_id"))
        .isEqualTo("order-17");
  }

  @ParameterizedTest
  @EnumSource(names = {"NEW_API_OLD", "NO_ENVELOPE", "TASK_ID_ONLY"})
  void anExternalIdThatIsDroppedIsGone(Dialect dialect) throws IOException {
    Client client = speaking(dialect);
    client.post("{\"prompt\":\"p\",\"external_task_id\":\"order-17\"}");

    Answer second = client.post("{\"prompt\":\"p\",\"external_task_id\":\"order-17\"}");

    assertThat(second.status()).isEqualTo(200);
    assertThat(gateway.paidTasks()).hasSize(2);
    assertThat(client.query("order-17").status()).isEqualTo(400);
    assertThat(client.query(lastTask()).response().body()).doesNotContain("order-17");
  }

  @ParameterizedTest
  @CsvSource({
    "VENDOR, 16:9",
    "WORD_CODE, 16:9",
    "NEW_API, 1:1",
    "NEW_API_OLD, 1:1",
    "NO_ENVELOPE, 1:1",
    "TASK_ID_ONLY, 16:9",
    "ID_ONLY, 16:9",
    "DATA_ID, 16:9",
  })
  void aMissingAspectRatioIsFilledIn(Dialect dialect, String usual) throws IOException {
    Client client = speaking(dialect);
    client.create("A beach.");
    assertThat(gateway.aspectRatio(lastTask())).isEqualTo(usual);
    client.post("{\"prompt\":\"p\",\"aspect_ratio\":\"9:16\"}");
    assertThat(gateway.aspectRatio(lastTask())).isEqualTo("9:16");
    assertThatThrownBy(() -> gateway.aspectRatio("nope"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("nope");
  }

  @ParameterizedTest
  @EnumSource
  void aCallbackIsTheVendorsInAnyDialect(Dialect dialect) throws Exception {
    Client client = speaking(dialect);
    try (MockWebServer receiver = new MockWebServer()) {
      receiver.enqueue(new MockResponse.Builder().build());
      receiver.start();
      client.post("{\"prompt\":\"p\",\"callback_url\":\"" + receiver.url("/hook") + "\"}");
      gateway.advance(TASK.dividedBy(2));

      RecordedRequest posted = receiver.takeRequest(20, TimeUnit.SECONDS);

      assertThat(posted).isNotNull();
      assertThat(Json.readObject(posted.getBody().utf8()))
          .containsEntry("task_id", lastTask().replace("task_", ""))
          .containsEntry("task_status", "processing")
          .containsEntry("created_at", START.toEpochMilli());
    }
  }

  private String lastTask() {
    return gateway.paidTasks().get(gateway.paidTasks().size() - 1);
  }

  private static void noteStatus(Answer answer, Set<String> words) {
    Matcher matcher = STATUS.matcher(answer.response().body());
    while (matcher.find()) {
      words.add(matcher.group(1));
    }
  }

  /** Compares an answer with what stands in the dialect's file for the last task. */
  private void assertLooksAs(String situation, Dialect dialect, Answer answer) {
    String id = lastTask();
    String vendorsId = id.replace("task_", "");
    String expected =
        read(dialect + ".json")
            .replace("{id}", id)
            .replace("{vendors id}", vendorsId)
            .replace("\"{row}\"", Long.toString(Long.parseLong(vendorsId) % 1_000_000))
            .replace("{url}", gateway.url() + "files/v-" + id + ".mp4");
    String actual = REQUEST_ID.matcher(answer.response().body()).replaceAll("$1*");
    assertThat(Json.readObject(actual))
        .as(situation)
        .isEqualTo(Json.readObject(expected).get(situation));
  }

  private static String read(String name) {
    try (InputStream in = DialectTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
