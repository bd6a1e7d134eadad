package io.github.kling4j.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.model.ErrorCode;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.testing.Fixtures;
import java.io.IOException;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors as relays word them. */
class RelayErrorTest {
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
  @CsvSource({
    "error-400-1201-unknown-task.json, 400, NotFoundException, 1201, Task not found, r-6",
    "error-400-html-in-message.json, 400, InvalidRequestException, fail_to_fetch_task, 400 Bad,",
    "error-401-nested-error.json, 401, AuthenticationException, , invalid token,",
    "error-429-1102.json, 429, QuotaExhaustedException, 1102, balance, r-5",
    "error-429-1303.json, 429, RateLimitedException, 1303, parallel task, r-4",
    "error-429-code-400.json, 429, QuotaExhaustedException, 400, balance not enough,",
  })
  void aSampleIsOfItsKindAndKeepsItsText(
      String file, int status, String kind, String code, String message, String requestId) {
    KlingApiException e = refusedQuery(Fixtures.json(status, Fixtures.read(file)));

    assertThat(e.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(e.httpStatus()).isEqualTo(status);
    assertThat(e.codeText()).isIn(code, code == null ? "" : code);
    assertThat(e.serverMessage()).contains(message);
    assertThat(e.requestId()).isEqualTo(requestId);
    assertThat(e.body()).isEqualTo(Fixtures.read(file));
    assertThat(e.getMessage()).contains(message, "HTTP " + status, "task 17");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          402 | {"message":"pay"}                                                   | Quota            |                              |      | pay
          402 |                                                                     | Quota            |                              |      |
          403 | {"code":"insufficient_user_quota","message":"no","data":null}       | Quota            | insufficient_user_quota      |      | no
          401 | {"error":{"message":"no","code":"insufficient_user_quota"}}         | Quota            | insufficient_user_quota      |      | no
          403 | {"code":"pre_consume_token_quota_failed","message":"no"}            | Quota            | pre_consume_token_quota_failed |    | no
          429 | {"error":{"message":"token quota is not enough","code":null}}       | Quota            |                              |      | token quota is not enough
          403 | {"error":{"message":"用户额度不足","code":""}}                        | Quota            |                              |      | 用户额度不足
          429 | {"message":"Account in arrears"}                                    | Quota            |                              |      | Account in arrears
          500 | {"message":"The resource pack is exhausted"}                        | Quota            |                              |      | The resource pack is exhausted
          429 | {"message":"Trigger the IP whitelisting policy of the platform"}    | PermissionDenied |                              |      | Trigger the IP whitelisting policy of the platform
          403 | {"error":"forbidden"}                                               | PermissionDenied |                              |      | forbidden
          500 | {"code":"access_denied","message":"no"}                             | PermissionDenied | access_denied                |      | no
          400 | {"error":{"code":"invalid_api_key","message":"no"}}                 | Authentication   | invalid_api_key              |      | no
          401 | {"error":{"code":1004,"message":"old"}}                             | Authentication   | 1004                         | 1004 | old
          401 | {"error":{"code":"1003","message":"new"}}                           | Authentication   | 1003                         | 1003 | new
          503 | {"error":{"message":"no channel","code":"model_not_found"}}         | NotFound         | model_not_found              |      | no channel
          400 | {"code":"task_not_exist","message":"task_not_exist","data":null}    | NotFound         | task_not_exist               |      | task_not_exist
          400 | {"code":"TASK_NOT_EXIST","message":"no"}                            | NotFound         | TASK_NOT_EXIST               |      | no
          400 | {"message":"Task not found by id/external id: 17"}                  | NotFound         |                              |      | Task not found by id/external id: 17
          404 | {"message":"page not found"}                                        | NotFound         |                              |      | page not found
          500 | {"code":"invalid_request","message":"prompt","data":null}           | InvalidRequest   | invalid_request              |      | prompt
          500 | {"code":"build_request_failed","message":"duration","data":null}    | InvalidRequest   | build_request_failed         |      | duration
          500 | {"code":"convert_request_failed","message":"x"}                     | InvalidRequest   | convert_request_failed       |      | x
          500 | {"code":"do_request_failed","message":"x"}                          | Server           | do_request_failed            |      | x
          500 | {"code":"insert_task_failed","message":"x"}                         | Server           | insert_task_failed           |      | x
          502 | {"code":"unmarshal_response_body_failed","message":"invalid_request"} | Server         | unmarshal_response_body_failed |    | invalid_request
          400 | []                                                                  | InvalidRequest   |                              |      |
          400 | null                                                                | InvalidRequest   |                              |      | null
          400 | {}                                                                  | InvalidRequest   |                              |      |
          400 | {"code":{},"message":[1],"error":7}                                 | InvalidRequest   |                              |      | 1
          400 | {"code":true,"message":false,"error":{"code":[],"message":{}}}      | InvalidRequest   |                              |      | {"code":true,"message":false,"error":{"code":[],"message":{}}}
          400 | {"message":{"code":1301,"message":"risk"}}                          | ContentRejected  |                              | 1301 | risk
          500 | {"code":1301,"message":"risk"}                                      | ContentRejected  | 1301                         | 1301 | risk
          500 | {"code":"prompt_blocked","message":"no"}                            | ContentRejected  | prompt_blocked               |      | no
          500 | {"message":"Trigger the content security policy of the platform"}   | ContentRejected  |                              |      | Trigger the content security policy of the platform
          429 |                                                                     | RateLimited      |                              |      |
          429 | slow down                                                           | RateLimited      |                              |      | slow down
          429 | "slow down"                                                         | RateLimited      |                              |      | slow down
          429 | {"code":"1303","message":"full"}                                    | RateLimited      | 1303                         | 1303 | full
          400 | {"code":1303,"message":"full"}                                      | RateLimited      | 1303                         | 1303 | full
          429 | {"code":1303}                                                       | RateLimited      | 1303                         | 1303 |
          500 | {"code":"x","message":"parallel task over resource pack limit"}     | RateLimited      | x                            |      | parallel task over resource pack limit
          429 | {"code":0,"error":{"code":1302,"message":"fast"}}                   | RateLimited      | 0                            | 1302 | fast
          429 | {"code":"success","message":"fast"}                                 | RateLimited      | success                      | 0    | fast
          429 | {"code":429,"message":"{\\"code\\":1302,\\"message\\":\\"fast\\"}"}   | RateLimited      | 429                          | 1302 | fast
          429 | {"code":1302,"message":"{\\"code\\":1102,\\"message\\":\\"pay\\"}"}   | RateLimited      | 1302                         | 1302 | pay
          429 | {"code":"x","message":"{\\"code\\":500,\\"message\\":\\"y\\"}"}       | RateLimited      | x                            |      | y
          418 | {"code":9999,"message":"tea"}                                       | KlingApi         | 9999                         | 9999 | tea
          418 | {"code":99999999999999999999,"message":"tea"}                       | KlingApi         | 99999999999999999999         |      | tea
          418 | {"code":1e3,"message":"tea"}                                        | Authentication   | 1e3                          | 1000 | tea
          418 | {"code":" ","msg":"tea"}                                            | KlingApi         |                              |      | tea
          418 | {"detail":[{"loc":["body"],"msg":"tea"}]}                           | KlingApi         |                              |      | tea
          418 | {"message":"","error":"","msg":"","detail":"tea"}                   | KlingApi         |                              |      | tea
          418 | {"message":"  much\\n\\n   tea  "}                                    | KlingApi         |                              |      | much tea
          418 | {"message":"use {duration: 5} and {}"}                              | KlingApi         |                              |      | use {duration: 5} and {}
          418 | {"message":"a {x} b {\\"message\\":\\"tea\\"} c"}                   | KlingApi         |                              |      | a {x} b tea c
          418 | {"message":"if 3 < 5 and 7 > 6"}                                    | KlingApi         |                              |      | if 3 < 5 and 7 > 6
          418 | {"other":"tea"}                                                     | KlingApi         |                              |      | {"other":"tea"}
          418 | {"code":1103,"message":"cut                                         | PermissionDenied | 1103                         | 1103 |
          502 | <html><title>Bad gateway</title><h1>Oops</h1></html>             | Server           |                              |      | Bad gateway
          502 | <html>Bad gateway</html>                                            | Server           |                              |      | Bad gateway
          502 | <html><title> </title><h1>Bad   gateway</h1>See <a>log</a></html>   | Server           |                              |      | Bad gateway
          502 | upstream: <html><title>Bad gateway</title></html>                   | Server           |                              |      | upstream: Bad gateway
          503 | <?xml version="1.0"?><Error><Code>SlowDown</Code></Error>           | Server           |                              |      | SlowDown
          404 | <!DOCTYPE html><title>a&amp;lt; &quot;b&quot; &#39;c&#39;</title>   | NotFound         |                              |      | a&lt; "b" 'c'
          200 | {"code":1102,"message":"no"}                                        | Quota            | 1102                         | 1102 | no
          200 | {"code":1302,"message":"no","data":{}}                              | RateLimited      | 1302                         | 1302 | no
          200 | {"code":"task_not_exist","message":"no","data":null}                | NotFound         | task_not_exist               |      | no
          200 | {"error":{"message":"no","code":"x"}}                               | KlingApi         | x                            |      | no
          200 | {"code":5000,"message":"no"}                                        | Server           | 5000                         | 5000 | no
          """)
  void anErrorIsOfItsKindAndToldInItsInnermostWords(
      int status,
      @Nullable String body,
      String kind,
      @Nullable String codeText,
      @Nullable Integer code,
      @Nullable String message) {
    KlingApiException e = refusedQuery(Fixtures.json(status, body == null ? "" : body));

    assertThat(e.getClass().getSimpleName()).isEqualTo(exception(kind));
    assertThat(e.httpStatus()).isEqualTo(status);
    assertThat(e.codeText()).isEqualTo(codeText);
    if (code != null) {
      assertThat(e.code()).isEqualTo(ErrorCode.of(code));
    }
    assertThat(e.serverMessage()).isEqualTo(message == null ? "" : message);
    assertThat(e.getMessage()).contains("HTTP " + status, e.serverMessage());
    assertThat(e.taskId()).isEqualTo("17");
  }

  @ParameterizedTest
  @CsvSource({
    "relay-error-nested.json, 429, RateLimited, 1303, fail_to_fetch_task, r-14",
    "relay-error-nested-twice.json, 500, Quota, 1102, fail_to_fetch_task, r-15",
    "relay-error-nested-html.json, 502, Server, , fail_to_fetch_task,",
    "relay-error-page.html, 503, Server, , ,",
    "relay-error-escaped.json, 400, ContentRejected, 1301, fail_to_fetch_task,",
  })
  void anAnswerWithinAMessageIsUnwrapped(
      String file,
      int status,
      String kind,
      @Nullable Integer code,
      @Nullable String codeText,
      @Nullable String requestId) {
    Map<String, String> messages =
        Map.of(
            "relay-error-nested.json",
            "upstream error: parallel task over resource pack limit",
            "relay-error-nested-twice.json",
            "status code 429: Account balance not enough (request id: 2026112213290800)",
            "relay-error-nested-html.json",
            "502 Bad Gateway",
            "relay-error-page.html",
            "The service is being moved & is back \"soon\": it's <here>.",
            "relay-error-escaped.json",
            "bad response: Trigger the content security policy of the platform");

    KlingApiException e = refusedQuery(Fixtures.json(status, Fixtures.read(file)));

    assertThat(e.getClass().getSimpleName()).isEqualTo(exception(kind));
    assertThat(e.code()).isEqualTo(code == null ? null : ErrorCode.of(code));
    assertThat(e.codeText()).isEqualTo(codeText);
    assertThat(e.requestId()).isEqualTo(requestId);
    assertThat(e.serverMessage()).isEqualTo(messages.get(file));
    assertThat(e.body()).isEqualTo(Fixtures.read(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"code":1303,"message":"x"}                         | , code 1303 TOO_MANY_TASKS: x
          {"code":"1303","message":"x"}                       | , code 1303 TOO_MANY_TASKS: x
          {"message":{"code":1303,"message":"x"}}             | , code 1303 TOO_MANY_TASKS: x
          {"code":"y","message":{"code":1303,"message":"x"}}  | , code y (1303 TOO_MANY_TASKS): x
          {"code":7,"message":{"code":1303,"message":"x"}}    | , code 7 (1303 TOO_MANY_TASKS): x
          {"code":7,"message":"x"}                            | , code 7: x
          {"code":"y","message":"x"}                          | , code y: x
          {"code":"","message":"x"}                           | HTTP 429: x
          """)
  void theMessageTellsTheCodeAndTheOneBehindIt(String body, String told) {
    assertThat(refusedQuery(Fixtures.json(429, body)).getMessage()).contains(told);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 400})
  void theCodeIsToldAsItWasWrittenWhateverTheStatus(int status) {
    String body = "{ \"code\" : \"0001302\" , \"message\" : \"fast\" }";

    KlingApiException e = refusedQuery(Fixtures.json(status, body));

    assertThat(e).isInstanceOf(RateLimitedException.class);
    assertThat(e.codeText()).isEqualTo("0001302");
    assertThat(e.body()).isEqualTo(body);
  }

  @Test
  void anAnswerThatIsWrappedTooOftenIsToldAsItIs() {
    String body = "the text within";
    for (int i = 0; i < 12; i++) {
      body = Fixtures.object("message", body);
    }

    KlingApiException e = refusedQuery(Fixtures.json(400, body));

    assertThat(e.serverMessage()).startsWith("{\"message\":").contains("the text within");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          json: cannot unmarshal number into Go struct field Request.duration of type string | durationAsString | duration-as-string
          duration must be a string                                 | durationAsString      | duration-as-string
          Invalid value: expected string for field `duration`       | durationAsString      | duration-as-string
          model is required                                         | duplicateModel        | duplicate-model
          field model is required                                   | duplicateModel        | duplicate-model
          missing model                                             | duplicateModel        | duplicate-model
          未指定模型名称，模型名称不能为空                                   | duplicateModel        | duplicate-model
          external_task_id is not supported                         | withoutExternalTaskId | no-external-task-id
          unknown field "external_task_id"                          | withoutExternalTaskId | no-external-task-id
          aspect_ratio is required                                  | explicitAspectRatio   | explicit-aspect-ratio
          missing required parameter: aspect_ratio                  | explicitAspectRatio   | explicit-aspect-ratio
          """)
  void aRelaysPeculiarityHintsAtItsSetting(String message, String setting, String word) {
    String body = Fixtures.object("message", message);

    KlingApiException e = refusedQuery(Fixtures.json(400, body));

    assertThat(e.getMessage())
        .contains("Gateway." + setting + "()", "KLING_RELAY_NEEDS=" + word)
        .containsOnlyOnce("Gateway.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "duration must be 5 or 10",
        "external_task_id order-17 already exists",
        "Task not found by id/external id: nope",
        "no available channel for model kling-v1",
        "the model is overloaded",
        "model_name is not supported",
        "aspect_ratio must be one of 16:9, 9:16, 1:1",
        "negative_prompt is too long",
      })
  void whatIsNoPeculiarityHintsAtNoSetting(String message) {
    KlingApiException e = refusedQuery(Fixtures.json(400, Fixtures.object("message", message)));

    assertThat(e.getMessage()).contains(message).doesNotContain("Gateway.", "KLING_RELAY_NEEDS");
  }

  @Test
  void aRefusedListIsOfItsKindToo() {
    server.enqueue(Fixtures.json(429, Fixtures.read("error-429-1102.json")));
    server.enqueue(Fixtures.json(200, Fixtures.read("error-429-1102.json")));

    for (int status : new int[] {429, 200}) {
      QuotaExhaustedException e =
          catchThrowableOfType(
              QuotaExhaustedException.class, () -> kling.textToVideo().list().toList());

      assertThat(e.httpStatus()).isEqualTo(status);
      assertThat(e.getMessage()).contains("list", "1102");
    }
  }

  @Test
  void theTextOfALongPageIsToldByItsBeginning() {
    KlingApiException e =
        refusedQuery(Fixtures.html(502).newBuilder().body("<html>" + "x".repeat(9_000)).build());

    assertThat(e).isInstanceOf(ServerException.class);
    assertThat(e.body()).startsWith("<html>xxx").hasSize(2_001);
    assertThat(e.serverMessage()).isEqualTo("x".repeat(500) + "…");
  }

  @Test
  void aKeyThatAnErrorQuotesIsTakenOut() {
    KlingApiException e =
        refusedQuery(Fixtures.json(401, "{\"code\":1002,\"message\":\"sk-hunter2 is wrong\"}"));

    assertThat(e.serverMessage()).isEqualTo("*** is wrong");
    assertThat(e.body()).contains("***").doesNotContain("hunter2");
    assertThat(e.getMessage()).doesNotContain("hunter2");
  }

  @Test
  void aKeyThatARedirectQuotesIsTakenOut() {
    server.enqueue(
        new MockResponse.Builder()
            .code(307)
            .setHeader("Location", "https://example.com/sk-hunter2?key=sk-hunter2")
            .build());

    KlingApiException e =
        catchThrowableOfType(
            KlingApiException.class, () -> kling.textToVideo().create(r -> r.prompt("A beach.")));

    assertThat(e.getMessage()).contains("https://example.com/").doesNotContain("hunter2");
  }

  private KlingApiException refusedQuery(MockResponse answer) {
    server.enqueue(answer);
    return catchThrowableOfType(KlingApiException.class, () -> kling.textToVideo().get("17"));
  }

  /** The table leaves out what is the same in all names. */
  private static String exception(String kind) {
    return (kind.equals("Quota") ? "QuotaExhausted" : kind) + "Exception";
  }
}
