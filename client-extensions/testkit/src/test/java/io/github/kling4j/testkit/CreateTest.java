package io.github.kling4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.testkit.Client.Answer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTest {
  private final KlingGateway gateway = KlingGateway.start();
  private final Client client = new Client(gateway);

  @AfterEach
  void close() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {Client.RELAY, Client.VENDOR})
  void theAnswerHasTheVendorsShapeOnEitherPath(String path) throws IOException {
    Answer answer =
        client.send(
            client
                .request(path)
                .header("Authorization", "Bearer sk-test")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"model_name\":\"kling-v2-5-turbo\",\"prompt\":\"在海滩上度假的快乐场景。\","
                            + "\"duration\":5}")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=utf-8");
    assertThat(answer.json()).containsOnlyKeys("code", "message", "request_id", "data");
    assertThat(answer.json()).containsEntry("code", 0L).containsEntry("message", "SUCCEED");
    assertThat(answer.data())
        .containsOnlyKeys("task_id", "task_status", "task_info", "created_at", "updated_at")
        .containsEntry("task_status", "submitted")
        .containsEntry("task_info", Map.of());
    assertThat(gateway.paidTasks()).containsExactly(answer.taskId());
    assertThat(gateway.lastCreateBody()).containsEntry("prompt", "在海滩上度假的快乐场景。");
  }

  @Test
  void aParameterThatTheGatewayDoesNotKnowIsAcceptedAndKept() throws IOException {
    client.post(
        "{\"prompt\":\"p\",\"duration\":5,\"cfg_scale\":0.70,\"sound_effect\":{\"a\":[null,true]}}");

    Map<String, Object> body = gateway.lastCreateBody();
    assertThat(body).containsEntry("duration", 5L);
    assertThat(body).containsEntry("cfg_scale", new BigDecimal("0.70"));
    assertThat(body.get("sound_effect")).asString().isEqualTo("{a=[null, true]}");
    assertThat(gateway.paidTasks()).hasSize(1);
  }

  @Test
  void theTasksOfOnePromptAreTold() throws IOException {
    String first = client.create("A beach. [[slow 1h]]").taskId();
    String second = client.create("A beach. [[slow 1h]]").taskId();
    String other = client.create("A beach.").taskId();

    assertThat(gateway.paidTasks("A beach. [[slow 1h]]")).containsExactly(first, second);
    assertThat(gateway.paidTasks("A beach.")).containsExactly(other);
    assertThat(gateway.paidTasks("A")).isEmpty();
  }

  @Test
  void aPromptOfAnyLengthIsAccepted() throws IOException {
    assertThat(client.create("浪".repeat(20_000)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"model_name\":\"kling-v3\"}", "{\"prompt\":\" \"}", "{\"prompt\":17}"})
  void aMissingPromptIsNamed(String body) throws IOException {
    assertRefused(client.post(body), 400, 1201, "prompt");
  }

  @Test
  void withSeveralShotsThePromptsStandInThese() throws IOException {
    Answer answer =
        client.post(
            "{\"multi_shot\":true,\"shot_type\":\"customize\",\"multi_prompt\":["
                + "{\"index\":1,\"prompt\":\"A harbour.\",\"duration\":\"2\"},"
                + "{\"index\":2,\"prompt\":\"A rope. [[fail: no rope]]\",\"duration\":\"3\"}]}");

    assertThat(answer.status()).isEqualTo(200);
    gateway.advance(Duration.ofMinutes(1));
    assertThat(client.query(answer.taskId()).data()).containsEntry("task_status_msg", "no rope");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{\"prompt\":\"p\",//\"mode\":\"pro\"\n}", "{\"prompt\":\"p\"} x"})
  void aBodyThatIsNoJsonObjectIsRefused(String body) throws IOException {
    assertRefused(client.post(body), 400, 1201, "request body");
  }

  @Test
  void aCallbackUrlMustBeOne() throws IOException {
    Answer answer = client.post("{\"prompt\":\"p\",\"callback_url\":\"ftp://x\"}");
    assertRefused(answer, 400, 1201, "callback_url");
  }

  @Test
  void anExternalIdIsTakenOnce() throws IOException {
    String body = "{\"prompt\":\"p\",\"external_task_id\":\"order-17\"}";
    assertThat(client.post(body).status()).isEqualTo(200);

    Answer second = client.post(body);

    assertThat(second.status()).isEqualTo(400);
    assertThat(second.code()).isEqualTo(1201);
    assertThat(second.message()).isEqualTo("external_task_id order-17 already exists");
    assertThat(gateway.createRequests()).hasSize(2);
    assertThat(gateway.paidTasks()).hasSize(1);
  }

  @Test
  void anEmptyExternalIdIsNone() throws IOException {
    String body = "{\"prompt\":\"p\",\"external_task_id\":\"\"}";
    assertThat(client.post(body).status()).isEqualTo(200);
    assertThat(client.post(body).status()).isEqualTo(200);
  }

  @Test
  void aRequestWithoutAKeyIsRefused() throws IOException {
    Answer create = client.send(client.request(Client.RELAY).POST(BodyPublishers.ofString("{}")));
    assertRefused(create, 401, 1001, "Authorization is empty");
    assertRefused(client.send(client.request(Client.RELAY)), 401, 1001, "empty");
    assertRefused(client.send(client.request(Client.RELAY + "/1")), 401, 1001, "empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk-test", "Basic c2s6", "Bearer", "Bearer  "})
  void aMalformedKeyIsRefused(String authorization) throws IOException {
    Answer answer = client.postWithKey(authorization, "{\"prompt\":\"p\"}");
    assertRefused(answer, 401, 1002, "Authorization is invalid");
  }

  @Test
  void aRequiredKeyIsTheOnlyOne() throws IOException {
    try (KlingGateway strict = KlingGateway.builder().apiKey("sk-right").start()) {
      Client any = new Client(strict);
      String body = "{\"prompt\":\"p\"}";
      assertThat(any.postWithKey("Bearer sk-wrong", body).code()).isEqualTo(1002);
      assertThat(any.postWithKey("Bearer sk-right", body).code()).isEqualTo(0);
      assertThat(any.postWithKey("bearer sk-right [[code 1302]]", body).code()).isEqualTo(1302);
      assertThat(strict.paidTasks()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "kling/v1/videos/text3video", "kling/v1/videos", "v1/videos/text2video/1/2"})
  void anUnknownPathIsRefused(String path) throws IOException {
    assertRefused(client.get(path), 404, 1202, "requested method is invalid");
  }

  @Test
  void anUnknownMethodIsRefused() throws IOException {
    Answer answer =
        client.send(client.request(Client.RELAY).header("Authorization", "Bearer k").DELETE());
    assertRefused(answer, 404, 1202, "requested method is invalid");
  }

  @Test
  void everyRequestIsKeptAsItWasSent() throws IOException {
    client.create("one");
    client.get(Client.VENDOR + "?pageNum=2&pageSize=5");
    client.query("x%20y");
    client.get("elsewhere");

    List<ReceivedRequest> all = gateway.requests();
    assertThat(all)
        .extracting(ReceivedRequest::toString)
        .containsExactly(
            "POST /kling/v1/videos/text2video",
            "GET /v1/videos/text2video",
            "GET /kling/v1/videos/text2video/x%20y",
            "GET /elsewhere");
    assertThat(gateway.createRequests()).containsExactly(all.get(0));
    assertThat(gateway.listRequests()).containsExactly(all.get(1));
    assertThat(gateway.queryRequests()).containsExactly(all.get(2));
    assertThat(gateway.downloadRequests()).isEmpty();
    assertThat(all.get(0).header("AUTHORIZATION")).isEqualTo("Bearer sk-test");
    assertThat(all.get(0).headers()).containsEntry("authorization", List.of("Bearer sk-test"));
    assertThat(all.get(0).query()).isNull();
    assertThat(all.get(1).query()).isEqualTo("pageNum=2&pageSize=5");
    assertThat(all.get(1).header("Content-Type")).isNull();
    assertThat(all.get(1).body()).isEmpty();
  }

  private void assertRefused(Answer answer, int status, int code, String inMessage) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json()).containsOnlyKeys("code", "message", "request_id");
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.message()).contains(inMessage);
    assertThat(gateway.paidTasks()).isEmpty();
  }
}
