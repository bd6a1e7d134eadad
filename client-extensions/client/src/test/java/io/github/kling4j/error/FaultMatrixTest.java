package io.github.kling4j.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testkit.KlingGateway;
import io.github.kling4j.testkit.KlingGatewayExtension;
import io.github.kling4j.testkit.PromptSockets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What comes of what a server does: a table of (call, fault) to (exception, HTTP status, code,
 * Retry-After, how often the server saw the call). {@code Uncertain < Server} is an exception with
 * its cause. A call is made up to four times; OkHttp makes a query once more after HTTP 408, and
 * after 503 that invites to it.
 */
class FaultMatrixTest {
  @RegisterExtension
  static final KlingGatewayExtension KLING =
      new KlingGatewayExtension(KlingGateway.builder().taskDuration(Duration.ZERO));

  @TempDir Path folder;

  /** The faults are directives of the testkit's gateway. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # call   | fault                     | exception              | HTTP | code | after | seen
          create   | code 1000                 | Authentication         | 401  | 1000 |       | 1
          create   | code 1004                 | Authentication         | 401  | 1004 |       | 1
          create   | code 1101                 | QuotaExhausted         | 429  | 1101 |       | 1
          create   | code 1102 http 200        | QuotaExhausted         | 200  | 1102 |       | 1
          create   | code 1103                 | PermissionDenied       | 403  | 1103 |       | 1
          create   | code 1201                 | InvalidRequest         | 400  | 1201 |       | 1
          create   | code 1203                 | NotFound               | 404  | 1203 |       | 1
          create   | code 1301                 | ContentRejected        | 400  | 1301 |       | 1
          create   | code 1301 http 500        | ContentRejected        | 500  | 1301 |       | 1
          create   | code 1302                 | RateLimited            | 429  | 1302 |       | 4
          create   | code 1303 retry-after 70  | RateLimited            | 429  | 1303 | PT1M10S | 1
          create   | code 1304                 | PermissionDenied       | 429  | 1304 |       | 1
          create   | code 5000                 | Uncertain < Server     | 500  | 5000 |       | 4
          create   | code 5001 retry-after 90  | Uncertain < Server     | 503  | 5001 | PT1M30S | 1
          create   | http 307                  | KlingApi               | 307  |      |       | 1
          create   | http 400 empty            | InvalidRequest         | 400  |      |       | 1
          create   | http 402 empty            | QuotaExhausted         | 402  |      |       | 1
          create   | http 405 html             | NotFound               | 405  |      |       | 1
          create   | http 408 empty            | Uncertain < Server     | 408  |      |       | 4
          create   | http 409 empty            | KlingApi               | 409  |      |       | 1
          create   | http 429 empty            | RateLimited            | 429  |      |       | 1
          create   | http 502 html             | Uncertain < Server     | 502  |      |       | 4
          create   | http 503 retry-after 0    | Uncertain < Server     | 503  | 5001 | PT0S  | 4
          create   | http 504 empty            | Uncertain < Server     | 504  |      |       | 4
          create   | http 200 empty            | Uncertain < Unreadable |      |      |       | 4
          create   | html                      | Uncertain < Unreadable |      |      |       | 4
          create   | drop before read          | Uncertain < Connection |      |      |       | 4
          create   | drop after read           | none                   |      |      |       | 1
          create   | cut                       | none                   |      |      |       | 1
          create   | http 500 paid             | none                   |      |      |       | 1
          query    | code 1002                 | Authentication         | 401  | 1002 |       | 1
          query    | code 1102                 | QuotaExhausted         | 429  | 1102 |       | 1
          query    | code 1103                 | PermissionDenied       | 403  | 1103 |       | 1
          query    | code 1201                 | NotFound               | 400  | 1201 |       | 1
          query    | code 1302 retry-after 33  | RateLimited            | 429  | 1302 | PT33S | 1
          query    | code 1304                 | PermissionDenied       | 429  | 1304 |       | 1
          query    | code 5000 http 200        | Server                 | 200  | 5000 |       | 4
          query    | code 5002                 | Server                 | 504  | 5002 |       | 4
          query    | http 404 empty            | NotFound               | 404  |      |       | 1
          query    | http 408 empty            | Server                 | 408  |      |       | 8
          query    | http 429 empty            | RateLimited            | 429  |      |       | 4
          query    | http 502 html             | Server                 | 502  |      |       | 4
          query    | http 503 retry-after 0    | Server                 | 503  | 5001 | PT0S  | 8
          query    | http 200 empty            | Unreadable             |      |      |       | 4
          query    | http 204                  | Unreadable             |      |      |       | 4
          query    | html                      | Unreadable             |      |      |       | 4
          query    | drop after read           | Connection             |      |      |       | 4+
          query    | cut                       | Connection             |      |      |       | 4
          query    | http 503 once             | none                   |      |      |       | 2
          list     | code 1002                 | Authentication         | 401  | 1002 |       | 1
          list     | code 1101                 | QuotaExhausted         | 429  | 1101 |       | 1
          list     | code 1202                 | UnsupportedByServer   |      |      |       | 1
          list     | code 1302                 | RateLimited            | 429  | 1302 |       | 4
          list     | http 404 empty            | UnsupportedByServer   |      |      |       | 1
          list     | http 405 html             | UnsupportedByServer   |      |      |       | 1
          list     | http 500 empty            | Server                 | 500  |      |       | 4
          list     | html                      | UnsupportedByServer   |      |      |       | 1
          list     | cut                       | Connection             |      |      |       | 4
          list     | drop after read           | Connection             |      |      |       | 4+
          download | http 403                  | Download               |      |      |       | 1
          download | http 404                  | Download               |      |      |       | 1
          download | http 500                  | Download               |      |      |       | 4
          download | http 503 retry-after 0    | Download               |      |      |       | 8
          download | html                      | Download               |      |      |       | 1
          download | http 200 empty            | Download               |      |      |       | 1
          download | cut                       | Download               |      |      |       | 4
          download | drop after read           | Download               |      |      |       | 4+
          """)
  void aFaultOfTheGateway(
      String call,
      String fault,
      String exception,
      @Nullable Integer status,
      @Nullable String code,
      @Nullable Duration retryAfter,
      String seen) {
    KlingGateway gateway = KLING.gateway();
    boolean create = call.equals("create");
    String directive = create ? "[[" + fault + "]]" : "[[" + call + " " + fault + "]]";
    try (KlingClient kling = client(gateway.url(), call.equals("list") ? directive : "")) {
      String prompt = "A beach. " + (call.equals("list") ? "" : directive);

      KlingException e = run(call, kling, prompt);

      check(e, exception, status, code, retryAfter);
      checkSeen(seen(gateway, call), seen);
      assertThat(gateway.paidTasks().size()).isEqualTo(create && e != null ? 0 : paid(call));
    }
  }

  /** The faults are answers of a server of its own; the task of a create is not found there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # call | fault                                                   | exception              | HTTP | code | after | seen
          create | 200 {"code":0,"data":{}}                                | Uncertain < Unreadable |      |      |       | 4
          create | 200 {"code":"success","message":""}                     | Uncertain < Unreadable |      |      |       | 4
          create | 200 {"code":0,"data":{"task_id":"17"                    | Uncertain < Unreadable |      |      |       | 4
          create | 200 gzip                                                | Uncertain < Connection |      |      |       | 4
          create | 200 huge                                                | Uncertain < Unreadable |      |      |       | 4
          create | 403 gzip                                                | PermissionDenied       | 403  |      |       | 1
          create | 403 cut                                                 | PermissionDenied       | 403  |      |       | 1
          create | 500 cut                                                 | Uncertain < Server     | 500  |      |       | 4
          create | 500 gzip                                                | Uncertain < Server     | 500  |      |       | 4
          create | 500 {"code":"build_request_failed","message":"x"}       | InvalidRequest         | 500  | build_request_failed | | 1
          create | 500 {"code":"insert_task_failed","message":"x"}         | Uncertain < Server     | 500  | insert_task_failed | | 4
          create | 403 {"code":"insufficient_user_quota","message":"x"}    | QuotaExhausted         | 403  | insufficient_user_quota | | 1
          create | 429 {"code":400,"message":"Account balance not enough"} | QuotaExhausted         | 429  | 400  |       | 1
          create | 429 {"code":"x","message":"{\\"code\\":1303}"}          | RateLimited            | 429  | x    |       | 4
          create | 301 elsewhere                                           | KlingApi               | 301  |      |       | 1
          create | 307 elsewhere                                           | KlingApi               | 307  |      |       | 1
          create | 0 closed                                                | Connection             |      |      |       | 0
          query  | 200 {"code":0,"data":{}}                                | Unreadable             |      |      |       | 4
          query  | 200 gzip                                                | Connection             |      |      |       | 4
          query  | 200 huge                                                | Unreadable             |      |      |       | 4
          query  | 401 gzip                                                | Authentication         | 401  |      |       | 1
          query  | 403 {"error":{"message":"x","code":null}}               | PermissionDenied       | 403  |      |       | 1
          query  | 400 {"code":"task_not_exist","message":"x"}             | NotFound               | 400  | task_not_exist | | 1
          query  | 500 cut                                                 | Server                 | 500  |      |       | 4
          query  | 503 {"error":{"code":"model_not_found","message":"x"}}  | NotFound               | 503  | model_not_found | | 1
          query  | 0 closed                                                | Connection             |      |      |       | 0
          list   | 200 {"code":0,"data":{}}                                | Unreadable             |      |      |       | 4
          list   | 200 huge                                                | Unreadable             |      |      |       | 4
          list   | 404 <html><title>404 page not found</title></html>      | UnsupportedByServer   |      |      |       | 1
          list   | 0 closed                                                | Connection             |      |      |       | 0
          """)
  void anAnswerOfAnotherServer(
      String call,
      String fault,
      String exception,
      @Nullable Integer status,
      @Nullable String code,
      @Nullable Duration retryAfter,
      String seen)
      throws IOException {
    String method = call.equals("create") ? "POST" : "GET";
    MockWebServer server = new MockWebServer();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return request.getMethod().equals(method)
                ? answer(fault)
                : Fixtures.json(400, Fixtures.read("error-400-1201-unknown-task.json"));
          }
        });
    server.setServerSocketFactory(new PromptSockets());
    server.start();
    if (fault.endsWith("closed")) {
      server.close();
    }
    try (KlingClient kling = client("http://127.0.0.1:" + server.getPort(), "")) {
      check(run(call, kling, "A beach."), exception, status, code, retryAfter);
    } finally {
      server.close();
    }
    checkSeen(seen(server, method), seen);
  }

  private @Nullable KlingException run(String call, KlingClient kling, String prompt) {
    if (call.equals("create")) {
      return failure(() -> kling.textToVideo().create(r -> r.prompt(prompt)));
    } else if (call.equals("list")) {
      return failure(() -> kling.textToVideo().list().toList());
    } else if (!prompt.contains("[[")) {
      return failure(() -> kling.textToVideo().get("17"));
    }
    VideoTask task = kling.textToVideo().create(r -> r.prompt(prompt));
    return failure(
        () -> {
          VideoTask seen = task.refresh();
          if (call.equals("download")) {
            seen.video().downloadTo(folder.resolve("v.mp4"));
          }
        });
  }

  private static @Nullable KlingException failure(ThrowingCallable call) {
    return catchThrowableOfType(KlingException.class, call);
  }

  private static void check(
      @Nullable KlingException e,
      String exception,
      @Nullable Integer status,
      @Nullable String code,
      @Nullable Duration retryAfter) {
    assertThat(names(e)).isEqualTo(exception);
    Throwable told = e instanceof UncertainCreateException ? e.getCause() : e;
    if (told instanceof KlingApiException refusal) {
      assertThat(refusal.httpStatus()).isEqualTo(status);
      assertThat(refusal.codeText()).isEqualTo(code);
      assertThat(refusal.retryAfter()).isEqualTo(retryAfter);
    } else {
      assertThat(status).isNull();
    }
  }

  /** After a plus, OkHttp may ask again by itself, on another connection. */
  private static void checkSeen(int seen, String expected) {
    if (expected.endsWith("+")) {
      assertThat(seen).isGreaterThanOrEqualTo(Integer.parseInt(expected.replace("+", "")));
    } else {
      assertThat(seen).isEqualTo(Integer.parseInt(expected));
    }
  }

  private static String names(@Nullable KlingException e) {
    if (e == null) {
      return "none";
    }
    String name =
        e.getClass()
            .getSimpleName()
            .replaceFirst("(Answer|Create)?Exception$", "")
            .replaceFirst("^KlingConnection", "Connection");
    return e instanceof UncertainCreateException
        ? name + " < " + names((KlingException) e.getCause())
        : name;
  }

  /** A query or download is of a task that was made before it, and a list has none. */
  private static int paid(String call) {
    return call.equals("list") ? 0 : 1;
  }

  private static int seen(KlingGateway gateway, String call) {
    return switch (call) {
      case "create" -> gateway.createRequests().size();
      case "query" -> gateway.queryRequests().size();
      case "list" -> gateway.listRequests().size();
      default -> gateway.downloadRequests().size();
    };
  }

  private static int seen(MockWebServer server, String method) {
    int seen = 0;
    for (int left = server.getRequestCount(); left > 0; left--) {
      try {
        seen += server.takeRequest().getMethod().equals(method) ? 1 : 0;
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    return seen;
  }

  private static MockResponse answer(String fault) {
    int status = Integer.parseInt(fault.substring(0, fault.indexOf(' ')));
    String body = fault.substring(fault.indexOf(' ') + 1);
    return switch (body) {
      case "gzip" ->
          Fixtures.json(status, "not gzip")
              .newBuilder()
              .addHeader("Content-Encoding: gzip")
              .build();
      case "cut" ->
          Fixtures.json(status, " ".repeat(9_000))
              .newBuilder()
              .onResponseBody(new SocketEffect.CloseSocket())
              .build();
      case "huge" -> Fixtures.json(status, "\"" + "x".repeat(17 * 1_024 * 1_024));
      case "elsewhere" ->
          new MockResponse.Builder()
              .code(status)
              .addHeader("Location: http://127.0.0.2:9/x")
              .build();
      default -> Fixtures.json(status, body);
    };
  }

  /** A list belongs to no prompt, so its directive stands in the key, where no key has blanks. */
  private static KlingClient client(String url, String directive) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain ->
                    chain.proceed(
                        directive.isEmpty()
                            ? chain.request()
                            : chain
                                .request()
                                .newBuilder()
                                .header("Authorization", "Bearer sk-test" + directive)
                                .build()))
            .build();
    return KlingClient.builder()
        .gateway(Gateway.relay(url))
        .credentials(Credentials.apiKey("sk-test"))
        .httpClient(http)
        .retryPolicy(Fixtures.HASTY)
        .build();
  }
}
