package io.github.kling4j.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.testing.Fixtures;
import java.io.IOException;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that cannot be read, and none at all. */
class NoAnswerTest {
  private final MockWebServer server = new MockWebServer();
  private KlingClient kling;

  @BeforeEach
  void start() throws IOException {
    server.start();
    kling =
        KlingClient.builder()
            .gateway(Gateway.relay("http://127.0.0.1:" + server.getPort()))
            .credentials(Credentials.apiKey("sk-hunter2"))
            .retryPolicy(RetryPolicy.never())
            .build();
  }

  @AfterEach
  void close() {
    kling.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "{}",
        "[]",
        "7",
        "\"a text\"",
        "{\"code\":0}",
        "{\"code\":0,\"data\":null}",
        "{\"code\":0,\"data\":{}}",
        "{\"code\":0,\"data\":[]}",
        "{\"code\":0,\"data\":{\"task_id\":\"\"}}",
        "{\"code\":0,\"data\":{\"task_id\":{}}}",
        "{\"code\":\"success\",\"message\":\"\"}",
        "{\"code\":0,\"data\":{\"task_id\":\"17\",\"task_st",
        "{\"code\":0,\"data\":{\"task_id\":\"17\"}} {}",
        "{\"code\":0,\"data\":{\"task_id\":\"17\"}}<html>",
        "OK",
        "<!DOCTYPE html><html></html>",
        "\n\n  <html></html>",
        "\uFEFF<html></html>",
        "<?xml version=\"1.0\"?><error/>",
      })
  void whatHoldsNoTaskOnHttp200IsUnreadable(String body) {
    server.enqueue(Fixtures.json(200, body));

    UnreadableAnswerException e =
        catchThrowableOfType(UnreadableAnswerException.class, () -> kling.textToVideo().get("17"));

    assertThat(e.taskId()).isEqualTo("17");
    assertThat(e).hasMessageContainingAll("query", "17", "base URL");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "{\"code\":0}",
        "{\"code\":0,\"data\":{}}",
        "{\"code\":0,\"data\":[{\"task_id\":",
      })
  void whatHoldsNoListOnHttp200IsUnreadable(String body) {
    server.enqueue(Fixtures.json(200, body));

    UnreadableAnswerException e =
        catchThrowableOfType(
            UnreadableAnswerException.class, () -> kling.textToVideo().list().toList());

    assertThat(e.getMessage()).contains("list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><title>Login</title>",
        "  \r\n\t<!DOCTYPE html><title>Login</title>",
        "\uFEFF<!DOCTYPE html><title>Login</title>",
      })
  void aPageIsCalledOneAndQuotedByItsBeginning(String page) {
    server.enqueue(Fixtures.json(200, page + "x".repeat(9_000) + "hunter2"));

    UnreadableAnswerException e =
        catchThrowableOfType(UnreadableAnswerException.class, () -> kling.textToVideo().get("17"));

    assertThat(e.getMessage()).contains("HTML", "<!DOCTYPE html><title>Login").hasSizeLessThan(600);
  }

  @Test
  void aKeyThatAPageQuotesIsTakenOut() {
    server.enqueue(Fixtures.json(200, "<html>sk-hunter2</html>"));

    UnreadableAnswerException e =
        catchThrowableOfType(UnreadableAnswerException.class, () -> kling.textToVideo().get("17"));

    assertThat(e.getMessage() + e.getCause()).contains("<html>***").doesNotContain("hunter2");
  }

  @Test
  void aKeyInTheReasonOfAFailureIsTakenOut() {
    server.enqueue(
        Fixtures.json(
            200,
            "{\"code\":0,\"data\":{\"task_id\":\"17\",\"task_status\":\"failed\","
                + "\"task_status_msg\":\"no right for sk-hunter2\"}}"));

    assertThat(kling.textToVideo().get("17").failureReason()).isEqualTo("no right for ***");
  }

  @Test
  void anAnswerWithoutABodyIsUnreadable() {
    server.enqueue(new MockResponse.Builder().code(204).build());

    assertThat(
            catchThrowableOfType(
                UnreadableAnswerException.class, () -> kling.textToVideo().get("17")))
        .isNotNull();
  }

  @Test
  void aByteOrderMarkBeforeTheJsonIsNoHindrance() {
    server.enqueue(Fixtures.json(200, "\uFEFF" + Fixtures.read("query-answer-succeed.json")));

    assertThat(kling.textToVideo().get("17").succeeded()).isTrue();
  }

  @Test
  void oneFieldOfAnotherShapeDoesNotSpoilTheAnswer() {
    server.enqueue(
        Fixtures.json(
            200,
            "{\"code\":0,\"message\":[],\"data\":{\"task_id\":17,\"task_status\":\"succeed\","
                + "\"task_info\":7,\"created_at\":\"x\",\"task_result\":{\"videos\":[{\"url\":"
                + "\"https://cdn.example.com/v.mp4\",\"duration\":{}}]},\"extra\":[1]}}"));

    VideoTask task = kling.textToVideo().get("17");

    assertThat(task.succeeded()).isTrue();
    assertThat(task.video().url()).isEqualTo("https://cdn.example.com/v.mp4");
    assertThat(task.video().duration()).isNull();
    assertThat(task.data().additionalProperties()).containsKey("extra");
  }

  @Test
  void aRefusedConnectionCarriedNoRequest() {
    server.close();

    KlingConnectionException e =
        catchThrowableOfType(
            KlingConnectionException.class,
            () -> kling.textToVideo().create(r -> r.prompt("A beach.").externalTaskId("order-17")));

    assertThat(e.requestMayHaveArrived()).isFalse();
    assertThat(e.externalTaskId()).isEqualTo("order-17");
    assertThat(e).hasMessageContaining("create").hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void aConnectionThatBreaksAfterTheRequestMayHaveCarriedIt() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    KlingConnectionException e =
        catchThrowableOfType(KlingConnectionException.class, () -> kling.textToVideo().get("17"));

    assertThat(e.requestMayHaveArrived()).isTrue();
    assertThat(e.taskId()).isEqualTo("17");
    assertThat(e.getMessage()).contains("may have arrived");
  }

  @Test
  void anAnswerThatBreaksOffIsNotReadAsAWholeOne() {
    server.enqueue(
        Fixtures.json(200, Fixtures.read("query-answer-succeed.json"))
            .newBuilder()
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    KlingException e =
        catchThrowableOfType(KlingException.class, () -> kling.textToVideo().get("17"));

    assertThat(e).isInstanceOfAny(KlingConnectionException.class, UnreadableAnswerException.class);
    assertThat(e.taskId()).isEqualTo("17");
  }

  @Test
  void absurdNestingIsOneClearError() {
    server.enqueue(Fixtures.json(200, "{\"data\":" + "[".repeat(100_000)));
    server.enqueue(Fixtures.json(500, "{\"data\":" + "[".repeat(100_000)));

    List<KlingException> failures =
        List.of(
            catchThrowableOfType(KlingException.class, () -> kling.textToVideo().get("17")),
            catchThrowableOfType(KlingException.class, () -> kling.textToVideo().get("17")));

    assertThat(failures.get(0)).isInstanceOf(UnreadableAnswerException.class);
    assertThat(failures.get(1)).isInstanceOf(ServerException.class);
  }
}
