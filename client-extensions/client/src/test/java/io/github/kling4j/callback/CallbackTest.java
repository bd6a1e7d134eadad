package io.github.kling4j.callback;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.error.CallbackRefusedException;
import io.github.kling4j.error.CallbackRefusedException.Reason;
import io.github.kling4j.model.TaskStatus;
import io.github.kling4j.testing.Fixtures;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackTest {
  private static final String CHANGES = "{}[]\":,0e\\ -\n\u0000\u00ff";

  @Test
  void theVendorsCallbackIsRead() {
    Callback callback = Callbacks.parse(Fixtures.read("callback.json"));

    assertThat(callback.taskId()).isEqualTo("814237883686625347");
    assertThat(callback.externalTaskId()).isEqualTo("order-17");
    assertThat(callback.status()).isEqualTo(TaskStatus.SUCCEED);
    assertThat(callback.succeeded()).isTrue();
    assertThat(callback.failed()).isFalse();
    assertThat(callback.updatedAt()).isEqualTo(Instant.ofEpochMilli(1_762_158_030_000L));
    assertThat(callback.failureReason()).isEmpty();
    assertThat(callback.data().finalUnitDeduction()).asString().isEqualTo("2.5");
    assertThat(Objects.requireNonNull(callback.data().taskResult()).videos()).hasSize(1);
    assertThat(callback.verified()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "query-answer-succeed.json, 814237883686625347, succeed, order-17, 2025-11-03T08:20:30Z",
    "query-answer-failed.json, 814237883686625348, failed,, 2025-11-03T08:20:30Z",
    "query-answer-word-code.json, 866168, succeed,,",
    "create-answer-no-envelope.json, task_9f, submitted,,",
    "dialect/gateway-succeeded.json, task_9f, succeed,, 2026-07-03T06:24:23Z",
    "dialect/gateway-running.json, task_9f, processing,, 2026-07-03T06:23:26Z",
    "dialect/gateway-unknown.json, task_9f, UNKNOWN,,",
    "dialect/id-as-number.json, 866168, submitted,,",
    "dialect/id-beside-data.json, task_9f, submitted,,",
    "dialect/id-only.json, task_9f, not told,,",
  })
  void theBodiesOfRelaysAreReadWhateverTheirEnvelope(
      String file,
      String id,
      String status,
      @Nullable String externalId,
      @Nullable Instant updatedAt) {
    Callback callback = Callbacks.parse(Fixtures.read(file));

    assertThat(callback.taskId()).isEqualTo(id);
    assertThat(callback.data().taskId()).isEqualTo(id);
    assertThat(callback.status()).hasToString(status);
    assertThat(callback.succeeded()).isEqualTo(status.equals("succeed"));
    assertThat(callback.failed()).isEqualTo(status.equals("failed"));
    assertThat(callback.externalTaskId()).isEqualTo(externalId);
    assertThat(callback.updatedAt()).isEqualTo(updatedAt);
  }

  @ParameterizedTest
  @CsvSource({
    "query-answer-failed.json, Failure to pass the risk control system",
    "query-answer-word-code-failed.json, content moderation failed",
    "dialect/bare-failed.json, content moderation failed",
    "dialect/gateway-failed-reason-within.json, Failure to pass the risk control system",
  })
  void theReasonOfAFailureIsFound(String file, String reason) {
    Callback callback = Callbacks.parse(Fixtures.read(file));

    assertThat(callback.failed()).isTrue();
    assertThat(callback.failureReason()).isEqualTo(reason);
  }

  @Test
  void theReasonOfAFailureShowsNoQueryOfAnAddress() {
    Callback callback =
        Callbacks.parse(
            "{\"task_id\":\"17\",\"task_status\":\"failed\","
                + "\"task_status_msg\":\"see https://x.example/v.mp4?sign=hunter2 there\"}");

    assertThat(callback.failureReason()).isEqualTo("see https://x.example/v.mp4?… there");
  }

  @Test
  void bytesReadAsTheirTextDoes() {
    String body =
        "{\"task_id\":\"17\",\"task_status\":\"failed\",\"task_status_msg\":\"海滩 \uD83C\uDFD6\"}";

    assertThat(Callbacks.parse(body.getBytes(UTF_8)).failureReason()).isEqualTo("海滩 \uD83C\uDFD6");
    assertThat(Callbacks.parse(body).failureReason()).isEqualTo("海滩 \uD83C\uDFD6");
  }

  @Test
  void aTaskAloneInAnArrayIsRead() {
    Callback callback =
        Callbacks.parse("{\"code\":0,\"data\":[{\"task_id\":\"17\",\"task_status\":\"succeed\"}]}");

    assertThat(callback.taskId()).isEqualTo("17");
    assertThat(callback.succeeded()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF%s", " \r\n\t%s\n ", "\uFEFF\n%s"})
  void aMarkAndWhiteSpaceAroundTheBodyAreNothing(String around) {
    String body = around.formatted(Fixtures.read("callback.json"));

    assertThat(Callbacks.parse(body).succeeded()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \r\n",
        "\uFEFF",
        "<html>hunter2</html>",
        "hunter2",
        "17",
        "null",
        "\"hunter2\"",
        "[{\"task_id\":\"17\"}]",
        "{",
        "{\"task_id\":\"hunter2\"",
        "{\"task_id\":\"hunter2\"}{\"task_id\":\"18\"}",
        "{\"task_id\":\"hunter2\"} x",
        "{'task_id':'hunter2'}",
        "{\"hunter2\":nul}",
        "{}",
        "{\"task_id\":\"\"}",
        "{\"task_id\":\" \"}",
        "{\"task_id\":null}",
        "{\"task_id\":{\"hunter2\":1}}",
        "{\"code\":0,\"message\":\"hunter2\",\"data\":null}",
        "{\"code\":0,\"data\":[{\"task_id\":\"hunter2\"},{\"task_id\":\"17\"}]}",
        "{\"code\":1201,\"message\":\"no task hunter2\",\"task_id\":\"hunter2\"}",
        "{\"error\":{\"message\":\"hunter2\"}}",
        "task_id=hunter2&task_status=succeed",
      })
  void whatHoldsNoTaskIsRefusedAndNotQuoted(String body) {
    CallbackRefusedException refused = refused(body.getBytes(UTF_8));

    assertThat(refused.reason()).isEqualTo(Reason.NOT_A_CALLBACK);
    assertThat(refused.httpStatus()).isEqualTo(400);
    assertThat(refused.answer()).isEqualTo("Bad Request");
    assertThat(refused)
        .hasMessageContaining("of " + body.getBytes(UTF_8).length + " bytes")
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
    assertThat(refused.taskId()).isNull();
    assertThat(refused.isTransient()).isFalse();
  }

  @Test
  void bytesInAnotherEncodingAreRefused() {
    byte[] latin = "{\"task_id\":\"x\"}".getBytes(UTF_8);
    latin[12] = (byte) 0xe9;

    assertThat(refused(latin)).hasMessageContaining("not in UTF-8");
    assertThat(refused("{\"task_id\":\"17\"}".getBytes(UTF_16)).reason())
        .isEqualTo(Reason.NOT_A_CALLBACK);
  }

  @Test
  void deepNestingIsRefusedAndNoOverflow() {
    for (String open : List.of("{\"data\":", "{\"task_id\":\"17\",\"x\":[[", "{\"a\":")) {
      String body = open.repeat(40_000);

      assertThat(refused(body.getBytes(UTF_8)).reason()).isEqualTo(Reason.NOT_A_CALLBACK);
    }
    String closed = "{\"task_id\":\"17\",\"x\":" + "[".repeat(40_000) + "]".repeat(40_000) + "}";
    assertThat(refused(closed.getBytes(UTF_8)).reason()).isEqualTo(Reason.NOT_A_CALLBACK);
  }

  @Test
  void aBodyOfTheLimitIsReadAndALongerOneIsNot() {
    byte[] body = Arrays.copyOf(Fixtures.read("callback.json").getBytes(UTF_8), 1_048_576);
    Arrays.fill(body, Fixtures.read("callback.json").length(), body.length, (byte) ' ');

    assertThat(Callbacks.parse(body).succeeded()).isTrue();

    byte[] longer = Arrays.copyOf(body, 1_048_577);
    longer[1_048_576] = ' ';
    assertThat(refused(longer).reason()).isEqualTo(Reason.BODY_TOO_LARGE);
    assertThat(refused(longer).httpStatus()).isEqualTo(400);
    assertThat(refused(longer)).hasMessageContaining("1048576");
    String text = new String(longer, UTF_8);
    assertThat(
            catchThrowableOfType(CallbackRefusedException.class, () -> Callbacks.parse(text))
                .reason())
        .isEqualTo(Reason.BODY_TOO_LARGE);
  }

  @Test
  void aBodyThatIsTooLongIsRefusedBeforeItsSignatureIsLookedAt() {
    CallbackRefusedException refused =
        catchThrowableOfType(
            CallbackRefusedException.class,
            () ->
                Callbacks.verify(
                    name -> {
                      throw new AssertionError("asked for " + name);
                    },
                    new byte[1_048_577],
                    Signed.SECRET));

    assertThat(refused.reason()).isEqualTo(Reason.BODY_TOO_LARGE);
  }

  @Test
  void itsTextIsItsIdAndItsStatus() {
    assertThat(Callbacks.parse(Fixtures.read("callback.json")))
        .hasToString("Callback{814237883686625347, succeed}");
  }

  @Test
  void whoeverSendsItCannotWriteLinesIntoALog() {
    Callback callback =
        Callbacks.parse(
            "{\"task_id\":\"17\\n2026-01-01 WARN forged\",\"task_status\":\"\\r\\u001b[31m"
                + "x".repeat(10_000)
                + "\"}");

    assertThat(callback.toString())
        .startsWith("Callback{17 2026-01-01 WARN forged,   [31mxxx")
        .hasSizeLessThan(300)
        .doesNotContainPattern("\\p{Cntrl}");
  }

  /** Whatever bytes come, there is a callback or a refusal. */
  @Test
  void noOtherExceptionEverLeaves() {
    Random random = new Random(17);
    int read = 0;
    int refused = 0;
    for (String file :
        List.of("callback.json", "query-answer-succeed.json", "dialect/gateway-succeeded.json")) {
      byte[] whole = Fixtures.read(file).getBytes(UTF_8);
      for (int i = 0; i < 3_000; i++) {
        byte[] body =
            Arrays.copyOf(whole, i % 4 == 0 ? random.nextInt(whole.length) : whole.length);
        for (int change = random.nextInt(4); change > 0 && body.length > 0; change--) {
          body[random.nextInt(body.length)] =
              (byte) CHANGES.charAt(random.nextInt(CHANGES.length()));
        }
        try {
          assertThat(Callbacks.parse(body).toString()).startsWith("Callback{");
          read++;
        } catch (CallbackRefusedException e) {
          refused++;
        }
      }
    }
    assertThat(read).isGreaterThan(1_000);
    assertThat(refused).isGreaterThan(1_000);
  }

  private static CallbackRefusedException refused(byte[] body) {
    return catchThrowableOfType(CallbackRefusedException.class, () -> Callbacks.parse(body));
  }
}
