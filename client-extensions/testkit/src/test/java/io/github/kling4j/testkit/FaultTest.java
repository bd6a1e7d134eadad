package io.github.kling4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.testkit.Client.Answer;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
  private final KlingGateway gateway = KlingGateway.start();
  private final Client client = new Client(gateway);

  @AfterEach
  void close() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({
    "http 400, 400, 1201",
    "http 401, 401, 1002",
    "http 403, 403, 1103",
    "http 404, 404, 1202",
    "http 408, 408, 1201",
    "http 429, 429, 1302",
    "http 500, 500, 5000",
    "http 502, 502, 5000",
    "HTTP 503, 503, 5001",
    "http 504, 504, 5002",
    "code 1000, 401, 1000",
    "code 1001, 401, 1001",
    "code 1002, 401, 1002",
    "code 1003, 401, 1003",
    "code 1004, 401, 1004",
    "code 1100, 429, 1100",
    "code 1101, 429, 1101",
    "code 1102, 429, 1102",
    "code 1103, 403, 1103",
    "code 1200, 400, 1200",
    "code 1201, 400, 1201",
    "code 1202, 404, 1202",
    "code 1203, 404, 1203",
    "code 1300, 400, 1300",
    "code 1301, 400, 1301",
    "code 1302, 429, 1302",
    "code 1303, 429, 1303",
    "code 1304, 429, 1304",
    "code 5000, 500, 5000",
    "code 5001, 503, 5001",
    "code 5002, 504, 5002",
    "code 1999, 400, 1999",
    "code 1301 http 200, 200, 1301",
  })
  void aCreateIsAnsweredWithTheErrorWished(String directive, int status, int code)
      throws IOException {
    Answer answer = client.create("A beach. [[" + directive + "]]");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.message()).isNotBlank();
    assertThat(gateway.paidTasks()).isEmpty();
  }

  @Test
  void aFaultStaysUnlessItIsCounted() throws IOException {
    for (int i = 0; i < 5; i++) {
      assertThat(client.create("A beach. [[http 500]]").status()).isEqualTo(500);
    }
  }

  @ParameterizedTest
  @CsvSource({"once, 1", "twice, 2", "TWICE, 2", "4 times, 4"})
  void aCountedFaultPasses(String count, int times) throws IOException {
    String prompt = "A beach. [[code 1302 " + count + "]]";
    for (int i = 0; i < times; i++) {
      assertThat(client.create(prompt).code()).isEqualTo(1302);
    }
    assertThat(client.create(prompt).code()).isEqualTo(0);
    assertThat(client.create(prompt).code()).isEqualTo(0);
    assertThat(client.create(prompt + " Another.").code()).isEqualTo(1302);
    assertThat(gateway.paidTasks()).hasSize(2);
  }

  @Test
  void severalFaultsComeOneAfterTheOther() throws IOException {
    String prompt = "[[http 503 once]] [[code 1303 once]] [[fail: late]]";
    assertThat(client.create(prompt).code()).isEqualTo(5001);
    assertThat(client.create(prompt).code()).isEqualTo(1303);
    assertThat(client.create(prompt).code()).isEqualTo(0);
  }

  @Test
  void aPageOfHtmlOnHttp200MakesNoTask() throws IOException {
    Answer answer = client.create("A beach. [[html]]");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().headers().firstValue("Content-Type"))
        .hasValue("text/html; charset=utf-8");
    assertThat(answer.response().body()).startsWith("<!DOCTYPE html>");
    assertThat(gateway.paidTasks()).isEmpty();
  }

  @Test
  void anErrorMayComeAsHtmlOrWithoutABody() throws IOException {
    Answer html = client.create("[[http 502 html]]");
    assertThat(html.status()).isEqualTo(502);
    assertThat(html.response().body()).contains("<html>");

    Answer empty = client.create("[[http 429 empty]]");
    assertThat(empty.status()).isEqualTo(429);
    assertThat(empty.response().body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http 504 paid", "html paid", "code 5002 paid once"})
  void aPaidFaultMakesTheTask(String directive) throws IOException {
    String body =
        "{\"prompt\":\"A beach. [[" + directive + "]]\",\"external_task_id\":\"order-17\"}";

    Answer answer = client.post(body);

    assertThat(answer.response().body()).doesNotContain("task_id");
    assertThat(client.query("order-17").taskId()).isEqualTo(gateway.paidTasks().get(0));
    assertThat(gateway.paidTasks()).hasSize(1);
  }

  @Test
  void anAnswerMaySayWhenToComeAgain() throws IOException {
    Answer answer = client.create("[[http 503 retry-after 0]]");
    assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("0");
  }

  @Test
  void anAnswerMaySayWhenToComeAgainByDate() throws IOException {
    Clock clock = Clock.fixed(Instant.parse("2026-11-04T23:59:30Z"), ZoneOffset.UTC);
    try (KlingGateway inNovember = KlingGateway.builder().clock(clock).start()) {
      Answer answer = new Client(inNovember).create("[[http 429 retry-after-date 45]]");
      assertThat(answer.response().headers().firstValue("Retry-After"))
          .hasValue("Thu, 05 Nov 2026 00:00:15 GMT");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "word insufficient_user_quota, 403, insufficient_user_quota",
    "word insufficient_user_quota http 429, 429, insufficient_user_quota",
    "word model_not_found, 503, model_not_found",
    "word task_not_exist, 400, task_not_exist",
    "word invalid_request, 400, invalid_request",
    "word build_request_failed, 500, build_request_failed",
    "word fail_to_fetch_task http 502 once, 502, fail_to_fetch_task",
    "word Never_Seen, 400, Never_Seen",
  })
  void anErrorMayHaveAWordForACode(String directive, int status, String word) throws IOException {
    Answer answer = client.create("A beach. [[" + directive + "]]");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json()).containsOnlyKeys("code", "message", "data");
    assertThat(answer.json()).containsEntry("code", word).containsEntry("data", null);
    assertThat(answer.message()).isNotBlank();
    assertThat(gateway.paidTasks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "NULL",
      value = {
        "error model_not_found, 503, model_not_found",
        "error insufficient_user_quota http 401, 401, insufficient_user_quota",
        "error \"\", 400, ''",
        "error null http 429, 429, NULL",
      })
  void anErrorMayStandInAnObject(String directive, int status, String word) throws IOException {
    Answer answer = client.create("A beach. [[" + directive + "]]");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json()).containsOnlyKeys("error");
    assertThat(answer.at("error.code")).isEqualTo(word);
    assertThat(answer.at("error.type")).isEqualTo("new_api_error");
    assertThat(answer.at("error.message")).asString().isNotBlank();
  }

  @Test
  void anAnswerMayBeHalfOfItsGzip() throws IOException {
    HttpResponse<byte[]> answer = bytes("A beach. [[gzip broken]]");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThatThrownBy(() -> unzip(answer.body())).isInstanceOf(EOFException.class);
    assertThat(gateway.paidTasks()).hasSize(1);
  }

  @Test
  void anAnswerMayBeSaidToBeGzipAndNotBe() throws IOException {
    HttpResponse<byte[]> answer = bytes("A beach. [[gzip rubbish]]");

    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThatThrownBy(() -> unzip(answer.body())).isInstanceOf(ZipException.class);
    assertThat(gateway.paidTasks()).hasSize(1);
  }

  private HttpResponse<byte[]> bytes(String prompt) throws IOException {
    HttpRequest.Builder request = client.request(Client.RELAY).header("Authorization", "Bearer k");
    String body = "{\"prompt\":\"" + prompt + "\"}";
    return client.send(request.POST(BodyPublishers.ofString(body)), BodyHandlers.ofByteArray());
  }

  private static byte[] unzip(byte[] bytes) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http_503, 503",
    "http-503-paid-retry-after-0, 503",
    "http_503_retry-after_0, 503",
    "http_503_retry-after-date_0, 503",
    "code_1302_once, 429",
    "code-1301-http-200, 200",
    "create_http_503, 400",
    "html, 200",
    "list_html, 200",
    "slow_60s, 200",
    "status-IN_PROGRESS, 200",
    "word-insufficient_user_quota-http-403, 403",
    "http_503-paid, 400",
    "query_http_503, 200",
  })
  void aDirectiveInAKeyNeedsNoBlanks(String directive, int status) throws IOException {
    Answer answer = client.postWithKey("Bearer sk-test[[" + directive + "]]", "{\"prompt\":\"p\"}");
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
  }

  @Test
  void aKeyWithoutBlanksDoesWhatOneWithThemDoes() throws IOException {
    String key = "Bearer sk-test[[drop_after_read_once]][[fail:_risk_control]][[slow-1s]]";
    String body = "{\"prompt\":\"p\",\"external_task_id\":\"order-17\"}";

    assertThatThrownBy(() -> client.postWithKey(key, body)).isInstanceOf(IOException.class);
    gateway.advance(Duration.ofSeconds(1));

    assertThat(client.query("order-17").data())
        .containsEntry("task_status_msg", "Failure to pass the risk control system");
    assertThat(client.postWithKey(key, "{\"prompt\":\"p\"}").status()).isEqualTo(200);
  }

  @Test
  void aKeyWithoutBlanksMayAskForAStatusWord() throws IOException {
    String key = "Bearer sk-test[[status-IN_PROGRESS]]";
    String id = client.postWithKey(key, "{\"prompt\":\"p\"}").taskId();
    gateway.advance(Duration.ofSeconds(1));
    assertThat(client.query(id).taskStatus()).isEqualTo("IN_PROGRESS");
  }

  @Test
  void aRefusalIsSpoiltToo() throws IOException {
    String key = "Bearer sk-test[[query gzip rubbish]]";
    Answer unknown = client.getWithKey(key, Client.RELAY + "/nope");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.response().headers().firstValue("Content-Encoding")).hasValue("gzip");
  }

  @Test
  void aRedirectLeadsBackToTheGateway() throws IOException {
    Answer answer = client.create("[[http 307]]");
    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.response().headers().firstValue("Location"))
        .hasValue("/kling/v1/videos/text2video");
    assertThat(answer.response().body()).isEmpty();
  }

  @Test
  void aDropAfterTheRequestWasReadLosesAPaidTasksAnswer() throws IOException {
    String body = "{\"prompt\":\"[[drop after read]]\",\"external_task_id\":\"order-17\"}";

    assertThatThrownBy(() -> client.post(body)).isInstanceOf(IOException.class);

    assertThat(gateway.createRequests()).hasSize(1);
    assertThat(gateway.paidTasks()).hasSize(1);
    assertThat(client.query("order-17").taskId()).isEqualTo(gateway.paidTasks().get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop before read", "drop"})
  void aDropBeforeTheRequestWasReadMakesNoTask(String directive) {
    assertThatThrownBy(() -> client.create("[[" + directive + "]]"))
        .isInstanceOf(IOException.class);

    assertThat(gateway.createRequests()).hasSize(1);
    assertThat(gateway.paidTasks()).isEmpty();
  }

  @Test
  void aCutAnswerEndsInItsMiddle() {
    assertThatThrownBy(() -> client.create("[[cut]]")).isInstanceOf(IOException.class);
    assertThat(gateway.paidTasks()).hasSize(1);
  }

  @Test
  void aHangingCreateIsPaidAndNotAnswered() throws IOException {
    OkHttpClient impatient = new OkHttpClient.Builder().readTimeout(Duration.ofMillis(200)).build();
    Request create =
        new Request.Builder()
            .url(gateway.url() + Client.RELAY)
            .header("Authorization", "Bearer sk-test")
            .post(RequestBody.create("{\"prompt\":\"[[hang once]]\"}", null))
            .build();

    assertThatThrownBy(() -> impatient.newCall(create).execute().close())
        .isInstanceOf(InterruptedIOException.class);

    assertThat(gateway.createRequests()).hasSize(1);
    assertThat(gateway.paidTasks()).hasSize(1);
    assertThat(client.query(gateway.paidTasks().get(0)).status()).isEqualTo(200);
  }

  @Test
  void twoPostsForOneCreateAreSeen() throws IOException {
    OkHttpClient thatRepeats = new OkHttpClient();
    Request create =
        new Request.Builder()
            .url(gateway.url() + Client.RELAY)
            .header("Authorization", "Bearer sk-test")
            .post(RequestBody.create("{\"prompt\":\"[[http 503 paid retry-after 0]]\"}", null))
            .build();

    thatRepeats.newCall(create).execute().close();

    assertThat(gateway.createRequests()).hasSize(2);
    assertThat(gateway.paidTasks()).hasSize(2);
  }

  @Test
  void aFaultOfTheQueryLeavesTheCreateAlone() throws IOException {
    String id = client.create("A beach. [[query http 503 twice]]").taskId();
    String other = client.create("A beach. [[query http 503 twice]]").taskId();

    assertThat(client.query(id).status()).isEqualTo(503);
    assertThat(client.query(id).status()).isEqualTo(503);
    assertThat(client.query(id).status()).isEqualTo(200);
    assertThat(client.query(other).status()).isEqualTo(503);
  }

  @Test
  void aFaultInTheKeySpoilsEveryCallWithIt() throws IOException {
    String id = client.create("A beach.").taskId();
    String key = "Bearer sk-test [[code 1304]]";

    assertThat(client.postWithKey(key, "no JSON").code()).isEqualTo(1304);
    assertThat(client.getWithKey(key, Client.RELAY + "/" + id).code()).isEqualTo(1304);
    assertThat(client.getWithKey(key, Client.RELAY).code()).isEqualTo(1304);
    assertThat(client.query(id).code()).isEqualTo(0);
  }

  @Test
  void aFaultInTheKeyMayHaveAPlace() throws IOException {
    String key = "Bearer sk-test[[query code 1103 once]][[list html]]";
    Answer created = client.postWithKey(key, "{\"prompt\":\"p\"}");
    assertThat(created.code()).isEqualTo(0);

    String query = Client.RELAY + "/" + created.taskId();
    assertThat(client.getWithKey(key, query).code()).isEqualTo(1103);
    assertThat(client.getWithKey(key, query).code()).isEqualTo(0);
    assertThat(client.getWithKey(key, Client.RELAY).response().body()).contains("<html>");
  }

  @Test
  void aTaskMayBeShapedByTheKey() throws IOException {
    String key = "Bearer sk-test [[fail: by key]] [[slow 1s]]";
    String id = client.postWithKey(key, "{\"prompt\":\"p\"}").taskId();
    gateway.advance(Duration.ofSeconds(1));
    assertThat(client.query(id).data()).containsEntry("task_status_msg", "by key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "htpt 503",
        "http",
        "http 5033",
        "http 99",
        "http 503 thrice",
        "http 503 0 times",
        "http 503 3",
        "code x",
        "slow",
        "slow soon",
        "slow -3s",
        "slow PT-3S",
        "slow 8761h",
        "slow PT9999999999999999H",
        "slow 3s twice",
        "query slow 3s",
        "status",
        "status a b",
        "drop after",
        "drop after lunch",
        "query",
        "query http 503 paid",
        "failed",
        "",
        "hang about",
        "gzip whole",
        "gzip half",
        "word",
        "error",
        "word a b",
        "http_503",
        "http 503 retry-after",
        "http 503 retry-after soon",
        "http 503 retry-after-date",
        "list html"
      })
  void anUnknownDirectiveIsRefusedByName(String directive) throws IOException {
    Answer answer = client.create("A beach. [[" + directive + "]]");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(1201);
    assertThat(answer.message()).contains("[[" + directive + "]]").contains("prompt");
    assertThat(gateway.paidTasks()).isEmpty();
  }

  @Test
  void theRefusalOfADirectiveListsThoseKnown() throws IOException {
    assertThat(client.create("[[htpt 503]]").message())
        .contains("known:", "fail: REASON", "http STATUS", "drop after read", "N times")
        .contains("word WORD", "error WORD", "gzip broken", "retry-after-date SECONDS");
  }

  @Test
  void anUnknownDirectiveInTheKeyIsRefusedWithoutShowingTheKey() throws IOException {
    Answer unknown = client.getWithKey("Bearer sk-test[[boom]]", Client.RELAY);
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.message()).contains("API key", "[[boom]]").doesNotContain("sk-test");

    Answer misplaced = client.getWithKey("Bearer sk-test[[download drop]]", Client.RELAY);
    assertThat(misplaced.message()).contains("[[download drop]]", "prompt");
  }
}
