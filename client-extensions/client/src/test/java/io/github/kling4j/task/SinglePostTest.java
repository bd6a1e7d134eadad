package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.KlingClientBuilder;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.KlingApiException;
import io.github.kling4j.error.KlingConnectionException;
import io.github.kling4j.testing.Fixtures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money, at the socket: what becomes of a connection makes no second task, and loses none. */
class SinglePostTest {
  private static final int REFUSED_STREAM = 7;
  private static final int INTERNAL_ERROR = 2;
  private static final int CANCEL = 8;

  private final MockWebServer server = new MockWebServer();
  private final Ledger ledger = new Ledger();
  private final OkHttpClient http = new OkHttpClient();

  @BeforeEach
  void keepTheLedger() {
    server.setDispatcher(ledger);
  }

  @AfterEach
  void close() {
    server.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  /** What happens to the first POST, whether its task is made, and how many POSTs are seen then. */
  private record Mishap(String what, MockResponse.Builder answer, boolean paid, int posts) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static List<Mishap> everyMishap() {
    return List.of(
        new Mishap(
            "closed after the request was read", atStart(new SocketEffect.CloseSocket()), true, 1),
        new Mishap(
            "closed before a task was made", atStart(new SocketEffect.CloseSocket()), false, 2),
        new Mishap(
            "half closed", atStart(new SocketEffect.CloseSocket(false, false, true)), true, 1),
        new Mishap(
            "reset while the answer is read", inBody(new SocketEffect.CloseSocket()), true, 1),
        new Mishap("silent", atStart(SocketEffect.Stall.INSTANCE), true, 1),
        new Mishap("silent without a task", atStart(SocketEffect.Stall.INSTANCE), false, 2),
        new Mishap(
            "silent in the middle of the answer", inBody(SocketEffect.Stall.INSTANCE), true, 1),
        new Mishap("empty", new MockResponse.Builder(), true, 1),
        new Mishap("a page", new MockResponse.Builder().body("<html>Welcome</html>"), true, 1),
        new Mishap(
            "a page before the server",
            new MockResponse.Builder().body("<html>Welcome</html>"),
            false,
            2),
        new Mishap("a gigabyte of text", new MockResponse.Builder().body(new Gigabyte()), true, 1),
        new Mishap("cut without a length", cutChunks(), true, 1),
        new Mishap("gzip that breaks off", gzip(20), true, 1),
        new Mishap(
            "gzip that is none",
            new MockResponse.Builder().body("no gzip").setHeader("Content-Encoding", "gzip"),
            true,
            1),
        new Mishap("unavailable and inviting", status(503).setHeader("Retry-After", "0"), true, 1),
        new Mishap(
            "unavailable and inviting without a task",
            status(503).setHeader("Retry-After", "0"),
            false,
            2),
        new Mishap("timed out by the server", status(408), true, 1),
        new Mishap("timed out by the server without a task", status(408), false, 2),
        new Mishap("see other", status(303).setHeader("Location", "/elsewhere"), true, 1));
  }

  static Stream<Arguments> mishaps() {
    return everyMishap().stream()
        .flatMap(
            mishap ->
                Stream.of(
                    Arguments.of(mishap, Protocol.HTTP_1_1, false),
                    Arguments.of(mishap, Protocol.HTTP_1_1, true),
                    Arguments.of(mishap, Protocol.H2_PRIOR_KNOWLEDGE, false)));
  }

  @ParameterizedTest
  @MethodSource("mishaps")
  void aCreateYieldsOneTask(Mishap mishap, Protocol protocol, boolean async) throws Exception {
    server.setProtocols(List.of(protocol));
    server.start();
    ledger.spoilFirstPost(mishap.answer.build(), mishap.paid);
    UnaryOperator<OkHttpClient.Builder> settings =
        builder -> builder.protocols(List.of(protocol)).readTimeout(Duration.ofMillis(250));

    try (KlingClient kling = client(settings).build()) {
      VideoTask task = create(kling, async);

      assertThat(ledger.tasks()).containsExactly(task.id());
      assertThat(ledger.posts()).isEqualTo(mishap.posts);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {REFUSED_STREAM, INTERNAL_ERROR, CANCEL})
  void aStreamThatIsRefusedMakesNoSecondTask(int error) throws Exception {
    server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    server.start();
    boolean paid = error != REFUSED_STREAM;
    ledger.spoilFirstPost(atStart(new SocketEffect.CloseStream(error)).build(), paid);

    try (KlingClient kling = client(SinglePostTest::overHttp2).build()) {
      VideoTask task = create(kling, false);

      assertThat(ledger.tasks()).containsExactly(task.id());
      assertThat(ledger.posts()).isEqualTo(paid ? 1 : 2);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aConnectionThatSaysGoodbyeIsLeft(boolean async) throws Exception {
    server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    server.start();
    ledger.next(
        Fixtures.json(200, Fixtures.read("query-answer-succeed.json"))
            .newBuilder()
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());

    try (KlingClient kling = client(SinglePostTest::overHttp2).build()) {
      kling.textToVideo().get("814237883686625347");
      VideoTask task = create(kling, async);

      assertThat(ledger.tasks()).containsExactly(task.id());
      assertThat(ledger.posts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPooledConnectionThatWasClosedMeanwhileIsLeft(boolean async) throws Exception {
    server.start();
    ledger.next(
        Fixtures.json(200, Fixtures.read("query-answer-succeed.json"))
            .newBuilder()
            .onResponseEnd(new SocketEffect.CloseSocket())
            .build());

    try (KlingClient kling = client(UnaryOperator.identity()).build()) {
      kling.textToVideo().get("814237883686625347");
      VideoTask task = create(kling, async);

      assertThat(ledger.tasks()).containsExactly(task.id());
      assertThat(ledger.posts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPooledConnectionThatIsClosedAfterTheRequestWasReadCarriesOnePost(boolean async)
      throws Exception {
    server.start();
    ledger.next(Fixtures.json(200, Fixtures.read("query-answer-succeed.json")));
    ledger.spoilFirstPost(atStart(new SocketEffect.CloseSocket()).build(), true);

    try (KlingClient kling = client(UnaryOperator.identity()).build()) {
      kling.textToVideo().get("814237883686625347");
      VideoTask task = create(kling, async);

      assertThat(ledger.tasks()).containsExactly(task.id());
      assertThat(ledger.posts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aConnectionThatIsClosedWhileTheBodyIsSentMadeNoTask(boolean async) throws Exception {
    server.start();
    ledger.spoilFirstConnection(
        new MockResponse.Builder().onRequestBody(new SocketEffect.CloseSocket()).build());

    try (KlingClient kling = client(UnaryOperator.identity()).build()) {
      VideoTask task = create(kling, "A beach. ".repeat(400_000), async);

      assertThat(ledger.tasks()).containsExactly(task.id());
      assertThat(ledger.posts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSecondAddressOfTheHostIsTriedWhereTheFirstRefuses(boolean async) throws Exception {
    server.start(address(1), 0);
    UnaryOperator<OkHttpClient.Builder> settings =
        builder -> builder.dns(host -> List.of(address(2), address(1)));

    try (KlingClient kling =
        client(settings).gateway(Gateway.relay("http://localhost:" + server.getPort())).build()) {
      VideoTask task = create(kling, async);

      assertThat(ledger.tasks()).containsExactly(task.id());
      assertThat(ledger.posts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasNeverSentIsSentAgain(boolean async) throws Exception {
    server.start();
    List<Integer> lookUps = new ArrayList<>();
    UnaryOperator<OkHttpClient.Builder> settings =
        builder ->
            builder.dns(
                host -> {
                  lookUps.add(1);
                  return List.of(address(lookUps.size() < 3 ? 2 : 1));
                });

    try (KlingClient kling =
        client(settings).gateway(Gateway.relay("http://localhost:" + server.getPort())).build()) {
      VideoTask task = create(kling, async);

      assertThat(ledger.tasks()).containsExactly(task.id());
      assertThat(ledger.methods()).containsExactly("POST");
    }
  }

  @Test
  void aServerThatIsNotThereWasCertainlyNotAsked() throws Exception {
    server.start();
    String url = url();
    server.close();

    try (KlingClient kling = client(UnaryOperator.identity()).gateway(Gateway.relay(url)).build()) {
      KlingConnectionException e =
          catchThrowableOfType(KlingConnectionException.class, () -> create(kling, false));

      assertThat(e.requestMayHaveArrived()).isFalse();
      assertThat(e.externalTaskId()).isEqualTo("order-17");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallThatTakesTooLongIsOnePost(boolean async) throws Exception {
    server.start();
    ledger.spoilFirstPost(atStart(SocketEffect.Stall.INSTANCE).build(), true);

    try (KlingClient kling =
        client(UnaryOperator.identity()).callTimeout(Duration.ofMillis(250)).build()) {
      VideoTask task = create(kling, async);

      assertThat(ledger.tasks()).containsExactly(task.id());
      assertThat(ledger.posts()).isEqualTo(1);
    }
  }

  @Test
  void aCreateThatIsCancelledIsOnePostAndItsTaskCanBeRecovered() throws Exception {
    server.start();
    ledger.spoilFirstPost(atStart(SocketEffect.Stall.INSTANCE).build(), true);

    try (KlingClient kling = client(UnaryOperator.identity()).build()) {
      CompletableFuture<VideoTask> create =
          kling.textToVideo().createAsync(r -> r.prompt("A beach.").externalTaskId("order-17"));
      while (ledger.tasks().isEmpty()) {
        Thread.onSpinWait();
      }

      create.cancel(true);

      assertThat(ledger.tasks()).containsExactly(kling.textToVideo().recover("order-17").id());
      assertThat(ledger.methods()).containsExactly("POST", "GET");
    }
  }

  /** Statuses at which OkHttp would send a body that can be sent twice. */
  private static MockResponse invitation(int status) {
    MockResponse.Builder answer = status(status);
    return switch (status) {
      case 401 -> answer.setHeader("WWW-Authenticate", "Basic realm=\"x\"").build();
      case 407 -> answer.setHeader("Proxy-Authenticate", "Basic realm=\"x\"").build();
      case 421 -> answer.build();
      default -> answer.setHeader("Location", "/elsewhere").build();
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308, 401, 407, 421})
  void aRefusalThatInvitesIsNotFollowed(int status) throws Exception {
    server.start();
    ledger.spoilFirstPost(invitation(status), false);
    UnaryOperator<OkHttpClient.Builder> settings =
        builder ->
            builder
                .authenticator((route, response) -> again(response, "Authorization"))
                .proxyAuthenticator((route, response) -> again(response, "Proxy-Authorization"))
                .proxy(status == 407 ? server.getProxyAddress() : Proxy.NO_PROXY);

    try (KlingClient kling = client(settings).build()) {
      KlingApiException e =
          catchThrowableOfType(KlingApiException.class, () -> create(kling, false));

      assertThat(e.httpStatus()).isEqualTo(status);
      assertThat(ledger.methods()).containsExactly("POST");
      assertThat(ledger.tasks()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aCreateIsNotSentToAnotherHost(int status) throws Exception {
    server.start();
    try (MockWebServer other = new MockWebServer()) {
      other.start();
      String location = "http://127.0.0.1:" + other.getPort() + "/kling/v1/videos/text2video";
      ledger.spoilFirstPost(status(status).setHeader("Location", location).build(), false);

      try (KlingClient kling = client(UnaryOperator.identity()).build()) {
        Throwable unused = catchThrowable(() -> create(kling, false));

        assertThat(other.getRequestCount()).isZero();
        assertThat(ledger.tasks()).hasSize(status == 303 ? 1 : 0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anInterceptorThatFailsAfterwardsLosesNoTask(boolean async) throws Exception {
    server.start();
    CountDownLatch once = new CountDownLatch(1);
    UnaryOperator<OkHttpClient.Builder> settings =
        builder ->
            builder.addInterceptor(
                chain -> {
                  okhttp3.Response response = chain.proceed(chain.request());
                  if (once.getCount() > 0) {
                    once.countDown();
                    response.close();
                    throw new IllegalStateException("a bug in an interceptor");
                  }
                  return response;
                });

    try (KlingClient kling = client(settings).build()) {
      VideoTask task = create(kling, async);

      assertThat(ledger.tasks()).containsExactly(task.id());
      assertThat(ledger.posts()).isEqualTo(1);
    }
  }

  @Test
  void whatCannotBeWrittenAsJsonIsNotSent() throws Exception {
    server.start();

    try (KlingClient kling = client(UnaryOperator.identity()).build()) {
      Throwable e =
          catchThrowable(
              () ->
                  kling
                      .textToVideo()
                      .create(r -> r.prompt("A beach.").additionalProperty("odd", new Object())));

      assertThat(e).isInstanceOf(RuntimeException.class);
      assertThat(ledger.methods()).isEmpty();
    }
  }

  /** One of this machine's; only at the first is there a server. */
  private static InetAddress address(int last) throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
  }

  private static okhttp3.Request again(okhttp3.Response response, String header) {
    return response.request().header(header + "-Tried") != null
        ? null
        : response.request().newBuilder().header(header + "-Tried", "yes").build();
  }

  private static OkHttpClient.Builder overHttp2(OkHttpClient.Builder builder) {
    return builder.protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
  }

  private static MockResponse.Builder status(int status) {
    return new MockResponse.Builder().code(status);
  }

  private static MockResponse.Builder atStart(SocketEffect effect) {
    return new MockResponse.Builder().onResponseStart(effect);
  }

  private static MockResponse.Builder inBody(SocketEffect effect) {
    return Ledger.created("17").newBuilder().onResponseBody(effect);
  }

  private static MockResponse.Builder cutChunks() {
    return new MockResponse.Builder()
        .chunkedBody("{\"code\":0,\"data\":{\"task_id\":\"17\"," + " ".repeat(100) + "}}", 16)
        .onResponseBody(new SocketEffect.CloseSocket());
  }

  private static MockResponse.Builder gzip(int bytes) {
    Buffer zipped = new Buffer();
    try (BufferedSink sink = Okio.buffer(new GzipSink(zipped))) {
      sink.writeUtf8("{\"code\":0,\"data\":{\"task_id\":\"17\"}}");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Buffer broken = new Buffer();
    broken.write(zipped, bytes);
    return new MockResponse.Builder().body(broken).setHeader("Content-Encoding", "gzip");
  }

  /** One JSON text, as long as its reader bears. */
  private static final class Gigabyte implements MockResponseBody {
    private static final int CHUNK = 1 << 16;
    private static final ByteString TEXT = ByteString.encodeUtf8("x".repeat(CHUNK));

    @Override
    public long getContentLength() {
      return 1L << 30;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.writeUtf8("\"");
      for (long left = getContentLength() - 1; left > 0; left -= CHUNK) {
        sink.write(TEXT, 0, (int) Math.min(left, CHUNK));
      }
    }
  }

  private static VideoTask create(KlingClient kling, boolean async) {
    return create(kling, "A beach.", async);
  }

  private static VideoTask create(KlingClient kling, String prompt, boolean async) {
    if (!async) {
      return kling.textToVideo().create(r -> r.prompt(prompt).externalTaskId("order-17"));
    }
    try {
      return kling
          .textToVideo()
          .createAsync(r -> r.prompt(prompt).externalTaskId("order-17"))
          .join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }

  private String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  private KlingClientBuilder client(UnaryOperator<OkHttpClient.Builder> settings) {
    return KlingClient.builder()
        .gateway(Gateway.relay(url()))
        .credentials(Credentials.apiKey("sk-test"))
        .retryPolicy(Fixtures.HASTY)
        .httpClient(settings.apply(http.newBuilder()).build());
  }
}
