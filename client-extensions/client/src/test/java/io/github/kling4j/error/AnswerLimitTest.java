package io.github.kling4j.error;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.squareup.moshi.Moshi;
import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.api.TextToVideoApi;
import io.github.kling4j.auth.AuthInterceptor;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.defaults.RequestDefaults;
import io.github.kling4j.media.VideoDownloader;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import io.github.kling4j.retry.Retries;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.retry.Timer;
import io.github.kling4j.task.OneShotInterceptor;
import io.github.kling4j.task.TaskEngine;
import io.github.kling4j.task.TextToVideo;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.task.WaitPolicy;
import io.github.kling4j.testing.Fixtures;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Retrofit;

/** Answers that are too long, and error bodies that break. */
@ParameterizedClass
@EnumSource
class AnswerLimitTest {
  private static final int MEBIBYTE = 1_024 * 1_024;

  private final MockWebServer server = new MockWebServer();
  private final Way way;
  private TextToVideo videos;
  private AutoCloseable client;

  AnswerLimitTest(Way way) {
    this.way = way;
  }

  /** Who makes the calls. */
  enum Way {
    CLIENT,
    RETROFIT_OF_ONES_OWN
  }

  @BeforeEach
  void start() throws IOException {
    server.start();
    Credentials key = Credentials.apiKey("sk-hunter2");
    switch (way) {
      case CLIENT -> {
        KlingClient kling =
            KlingClient.builder()
                .gateway(Gateway.relay("http://127.0.0.1:" + server.getPort()))
                .credentials(key)
                .retryPolicy(RetryPolicy.never())
                .build();
        videos = kling.textToVideo();
        client = kling;
      }
      case RETROFIT_OF_ONES_OWN -> {
        OkHttpClient http =
            new OkHttpClient.Builder()
                .addInterceptor(new AnswerLimitInterceptor())
                .addInterceptor(new AuthInterceptor(key, server.url("/")))
                .addInterceptor(new OneShotInterceptor())
                .build();
        Retries retries = new Retries(RetryPolicy.never(), Timer.system());
        TaskEngine engine =
            new TaskEngine(
                new ErrorMapper(key::redact),
                retries,
                new VideoDownloader(http, retries, UnaryOperator.identity()),
                WaitPolicy.defaults(),
                false);
        videos =
            new TextToVideo(
                retrofit(http).create(TextToVideoApi.class),
                engine,
                RequestDefaults.textToVideo(),
                UnaryOperator.identity());
        client = engine;
      }
    }
  }

  private Retrofit retrofit(OkHttpClient http) {
    Moshi moshi = new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build();
    return new Retrofit.Builder()
        .baseUrl(server.url("/"))
        .client(http)
        .addConverterFactory(AnswerConverterFactory.create(moshi))
        .build();
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":\"quota_not_enough\",\"message\":\"top up\"}",
        "{\"error\":{\"code\":\"quota_not_enough\",\"message\":\"top up\"}}",
      })
  void aRefusalWithASuccessfulStatusIsToldInItsOwnWords(String body) {
    server.enqueue(Fixtures.json(200, body));

    QuotaExhaustedException e = catchThrowableOfType(QuotaExhaustedException.class, this::query);

    assertThat(e.codeText()).isEqualTo("quota_not_enough");
    assertThat(e.serverMessage()).isEqualTo("top up");
    assertThat(e.body()).isEqualTo(body);
  }

  @Test
  void aRefusalWithASuccessfulStatusIsToldAsFarAsItIsKept() {
    String body = "{\"code\":1303,\"message\":\"full\",\"x\":\"" + "x".repeat(99_000) + "\"}";
    server.enqueue(Fixtures.json(200, body));

    RateLimitedException e = catchThrowableOfType(RateLimitedException.class, this::query);

    assertThat(e.serverMessage()).isEqualTo("full");
    assertThat(e.body()).startsWith("{\"code\":1303").hasSize(2_001);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"data\":{\"task_id\":\"", "{\"code\":1102,\"x\":\"", "\"", "<html>", " "})
  void aSuccessfulAnswerOfOneGigabyteEndsAtItsLimit(String beginning) {
    AtomicLong sent = new AtomicLong();
    server.enqueue(endless(200, beginning, sent));

    KlingException e = catchThrowableOfType(KlingException.class, this::query);

    assertThat(e).isInstanceOf(UnreadableAnswerException.class);
    if (!beginning.equals("<html>")) {
      assertThat(e).hasMessageContaining("16 MiB");
    }
    assertThat(e).hasCauseInstanceOf(UnreadableBodyException.class);
    assertThat(sent.get()).isLessThan(512L * MEBIBYTE);
  }

  @Test
  void anAnswerThatGrowsWhenItIsUnzippedEndsAtItsLimit() throws IOException {
    Buffer zipped = new Buffer();
    try (BufferedSink gzip = Okio.buffer(new GzipSink(zipped))) {
      gzip.writeUtf8("{\"data\":{\"task_id\":\"");
      for (int i = 0; i < 64; i++) {
        gzip.write(new byte[MEBIBYTE]);
      }
    }
    server.enqueue(gzip(200, zipped));

    UnreadableAnswerException e =
        catchThrowableOfType(UnreadableAnswerException.class, this::query);

    assertThat(e).hasMessageContaining("16 MiB");
  }

  @Test
  void anAnswerWithinTheLimitIsRead() {
    String padding = "x".repeat(16 * MEBIBYTE - 100);
    server.enqueue(Fixtures.json(200, "{\"data\":{\"task_id\":\"17\"},\"x\":\"" + padding + "\"}"));

    VideoTask task = videos.get("17");

    assertThat(task.id()).isEqualTo("17");
  }

  @Test
  void ofAnErrorThatNeverEndsTheBeginningIsRead() {
    AtomicLong sent = new AtomicLong();
    server.enqueue(endless(429, "{\"code\":1303,\"message\":\"full\",\"x\":\"", sent));

    RateLimitedException e = catchThrowableOfType(RateLimitedException.class, this::query);

    assertThat(e.codeText()).isEqualTo("1303");
    assertThat(e.serverMessage()).isEqualTo("full");
    assertThat(e.body()).startsWith("{\"code\":1303").hasSize(2_001);
    assertThat(sent.get()).isLessThan(512L * MEBIBYTE);
  }

  @ParameterizedTest
  @CsvSource({
    "400, InvalidRequestException",
    "401, AuthenticationException",
    "403, PermissionDeniedException",
    "404, NotFoundException",
    "429, RateLimitedException",
    "500, ServerException",
    "503, ServerException",
  })
  void aBrokenErrorBodyDoesNotHideTheStatus(int status, String kind) {
    String body = "{\"message\":\"" + "x".repeat(9_000) + "\"}";
    SocketEffect close = new SocketEffect.CloseSocket();
    MockResponse.Builder cut = Fixtures.json(status, body).newBuilder().onResponseBody(close);
    MockResponse.Builder none = Fixtures.json(status, "").newBuilder().onResponseEnd(close);
    server.enqueue(cut.build());
    server.enqueue(gzip(status, new Buffer().writeUtf8("this is not gzip")));
    server.enqueue(none.setHeader("Content-Length", 7).build());

    for (int i = 0; i < 3; i++) {
      KlingApiException e = catchThrowableOfType(KlingApiException.class, this::query);

      assertThat(e.getClass().getSimpleName()).isEqualTo(kind);
      assertThat(e.httpStatus()).isEqualTo(status);
      assertThat(e.taskId()).isEqualTo("17");
    }
  }

  @Test
  void theCodeBeforeTheBreakCounts() {
    String body = "{\"code\":1301,\"message\":\"risk\",\"x\":\"" + "x".repeat(9_000) + "\"}";
    server.enqueue(
        Fixtures.json(500, body)
            .newBuilder()
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    ContentRejectedException e = catchThrowableOfType(ContentRejectedException.class, this::query);

    assertThat(e.codeText()).isEqualTo("1301");
    assertThat(e.serverMessage()).isEqualTo("risk");
  }

  @Test
  void aSuccessfulAnswerThatIsNoGzipIsNoAnswer() {
    server.enqueue(gzip(200, new Buffer().writeUtf8("this is not gzip")));

    KlingConnectionException e = catchThrowableOfType(KlingConnectionException.class, this::query);

    assertThat(e.requestMayHaveArrived()).isTrue();
  }

  private void query() {
    videos.get("17");
  }

  private static MockResponse gzip(int status, Buffer body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Encoding", "gzip")
        .body(body)
        .build();
  }

  /** One gigabyte, of which as much is sent as is read. */
  private static MockResponse endless(int status, String beginning, AtomicLong sent) {
    byte[] chunk = (beginning.isBlank() ? " " : "x").repeat(64 * 1_024).getBytes(UTF_8);
    return new MockResponse.Builder()
        .code(status)
        .body(
            new MockResponseBody() {
              @Override
              public long getContentLength() {
                return 1_024L * MEBIBYTE;
              }

              @Override
              public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8(beginning);
                while (sent.get() < getContentLength()) {
                  sink.write(chunk).flush();
                  sent.addAndGet(chunk.length);
                }
              }
            })
        .build();
  }
}
