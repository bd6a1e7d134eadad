package io.github.kling4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.kling4j.auth.AuthInterceptor;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.callback.Callback;
import io.github.kling4j.callback.Callbacks;
import io.github.kling4j.error.AnswerConverterFactory;
import io.github.kling4j.error.AnswerLimitInterceptor;
import io.github.kling4j.error.BoundedCalls;
import io.github.kling4j.error.DownloadException;
import io.github.kling4j.error.ErrorMapper;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.media.AddressSource;
import io.github.kling4j.media.DownloadPolicy;
import io.github.kling4j.media.DownloadProgress;
import io.github.kling4j.media.DownloadableVideo;
import io.github.kling4j.media.VideoDownloader;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TextToVideoRequest;
import io.github.kling4j.model.Video;
import io.github.kling4j.retry.Attempts;
import io.github.kling4j.retry.Retries;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.retry.Timer;
import io.github.kling4j.task.OneShotInterceptor;
import io.github.kling4j.task.TaskEngine;
import io.github.kling4j.task.TaskFiles;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.task.WaitPolicy;
import io.github.kling4j.testing.Evidence;
import io.github.kling4j.testing.Evidence.Exhibit;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testkit.PromptSockets;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The key, and the signature in a video's address, are seen nowhere, and sent to nobody whom they
 * are not meant for: whatever a server quotes, and whatever goes wrong on the way.
 */
class SecretsTest {
  private static final String API_KEY = "sk-kling4j-0123456789abcdef";
  private static final String ACCESS_KEY = "ak-kling4j-0123456789abcdef";
  private static final String SECRET_KEY = "secret-kling4j-0123456789abcdef";
  private static final String CALLBACK_SECRET = "whsec_a2xpbmc0ai0wMTIzNDU2Nzg5YWJjZGVm";
  private static final String SIGNATURE = "hunter2-0123456789abcdef";
  private static final Pattern BEARER = Pattern.compile("(?i)\\bBearer (?!\\*\\*\\*)\\S+");

  private final MockWebServer server = new MockWebServer();
  private final MockWebServer elsewhere = new MockWebServer();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final List<RecordedRequest> strangers = new ArrayList<>();

  @TempDir Path folder;

  private Evidence evidence;
  private String signed;
  private Duration patience = Duration.ofMillis(30);

  @BeforeEach
  void start() throws IOException {
    server.setServerSocketFactory(new PromptSockets());
    elsewhere.setServerSocketFactory(new PromptSockets());
    server.start();
    elsewhere.start();
    // Another host, another port.
    signed = "http://localhost:" + elsewhere.getPort() + "/v.mp4?sign=" + SIGNATURE;
    evidence = new Evidence();
  }

  @AfterEach
  void close() {
    evidence.close();
    server.close();
    elsewhere.close();
  }

  /** The key, and what it travels over. */
  @SuppressWarnings("ImmutableEnumChecker") // What its fields hold is never changed.
  enum Key {
    API_KEY(Protocol.HTTP_1_1),
    KEY_PAIR(Protocol.H2_PRIOR_KNOWLEDGE);

    final List<Protocol> protocols;

    Key(Protocol protocol) {
      this.protocols = List.of(protocol);
    }

    Credentials credentials() {
      return switch (this) {
        case API_KEY -> Credentials.apiKey(SecretsTest.API_KEY);
        case KEY_PAIR -> Credentials.accessKey(ACCESS_KEY, SECRET_KEY);
      };
    }
  }

  /** What the server of the API does to each request; KEY and SIGNED are filled in. */
  @SuppressWarnings("ImmutableEnumChecker") // What its fields hold is never changed.
  enum Fault {
    TEXT(401, "Authorization: Bearer KEY was refused, see SIGNED"),
    CODE(401, "{'code':1000,'message':'bad key KEY','request_id':'KEY','url':'SIGNED'}"),
    OUT_OF_TIME(401, "{'code':1004,'message':'token Bearer KEY is over'}"),
    FORBIDDEN(403, "{'code':1103,'message':'Bearer KEY may not SIGNED'}"),
    NESTED(400, "{'message':'{\\'error\\':{\\'message\\':\\'Bearer KEY at SIGNED\\'}}'}"),
    TWICE_NESTED(
        400,
        "{'message':'x {\\'m\\':1,\\'message\\':\\'{\\\\\\'message\\\\\\':"
            + "\\\\\\'KEY SIGNED\\\\\\'}\\'}'}"),
    PAGE_IN_MESSAGE(400, "{'message':'<html><title>Bearer KEY</title>SIGNED</html>'}"),
    PAGE(403, "<html><title>KEY</title><a href='SIGNED'>Bearer KEY</a></html>"),
    WORD(400, "{'code':'KEY','message':'SIGNED','error':{'code':'KEY','type':'KEY'}}"),
    CONTENT(400, "{'code':1301,'message':'KEY SIGNED'}"),
    NOT_FOUND(400, "{'code':1201,'message':'no task KEY SIGNED'}"),
    NO_METHOD(404, "{'code':1202,'message':'no route KEY SIGNED'}"),
    QUOTA(429, "{'code':1102,'message':'Bearer KEY is used up','request_id':'SIGNED'}"),
    RATE(429, "{'code':1302,'message':'Bearer KEY too often SIGNED'}"),
    CONFLICT(409, "KEY SIGNED"),
    BROKEN(500, "panic: Bearer KEY\n\tat SIGNED\n"),
    GATEWAY(502, "<html><h1>Bearer KEY</h1>SIGNED</html>"),
    WORD_ON_200(200, "{'code':'oops KEY','message':'Bearer KEY SIGNED'}"),
    PAGE_ON_200(200, "<html>Bearer KEY SIGNED</html>"),
    PAGE_THAT_IS_CUT(200, "<html>" + " ".repeat(2_020) + "KEY KEY KEY KEY KEY KEY</html>"),
    BODY_THAT_IS_CUT(500, " ".repeat(65_515) + "KEY KEY KEY KEY KEY KEY"),
    JSON_THAT_BREAKS(200, "{'code':0,'data':{'task_id':'KEY','SIGNED':tru"),
    NAME_THAT_BREAKS(200, "{'KEY':{'SIGNED':[nul"),
    NO_TASK(200, "{'code':0,'message':'Bearer KEY','data':{'x':'SIGNED'}}"),
    LINE(status("HTTP/1.1 KEY SIGNED Bearer KEY")),
    REASON(status("HTTP/1.1 500 Bearer KEY SIGNED")),
    HEADERS(
        new MockResponse.Builder()
            .code(503)
            .setHeader("Retry-After", "KEY")
            .setHeader("Content-Type", "text/KEY; SIGNED")
            .setHeader("Set-Cookie", "session=KEY; Path=/")
            .setHeader("X-Debug", "Bearer KEY SIGNED")),
    CHUNKS(
        new MockResponse.Builder()
            .body("KEY SIGNED\r\n")
            .removeHeader("Content-Length")
            .setHeader("Transfer-Encoding", "chunked")),
    GZIP(new MockResponse.Builder().body("Bearer KEY").setHeader("Content-Encoding", "gzip")),
    REDIRECT_ELSEWHERE(redirect("SIGNED")),
    REDIRECT_WITH_A_PASSWORD(redirect("http://user:" + SIGNATURE + "@localhost:PORT/KEY?KEY#KEY")),
    REDIRECT_NOWHERE(redirect("odd://" + SIGNATURE + "@KEY?KEY")),
    REDIRECT_HERE(redirect("/KEY?sign=" + SIGNATURE)),
    CLOSED(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket())),
    SILENT(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE)),
    CUT(
        new MockResponse.Builder()
            .body("{'code':'Bearer KEY SIGNED'".repeat(400))
            .onResponseBody(new SocketEffect.CloseSocket())),
    ODD_STATUS(200, task("'task_status':'odd','odd':'SIGNED'")),
    FAILED(200, task("'task_status':'failed','task_status_msg':'See SIGNED'")),
    FAILED_IN_OTHER_WORDS(200, task("'task_status':'FAILURE','error':{'message':'See SIGNED'}")),
    FAILED_UPSTREAM(
        200,
        task(
            "'data':{'data':{'task_id':'1','task_status':'failed',"
                + "'task_status_msg':'SIGNED'}}")),
    FAILED_ODDLY(200, task("'task_status':'failed','error':'SIGNED'")),
    ODD_PROPERTIES(
        200,
        task(
            "'task_status':'failed','debug':{'headers':['SIGNED'],'url':'SIGNED'},"
                + "'created_at':['SIGNED'],'task_info':'SIGNED','task_result':['SIGNED']")),
    VIDEO(200, task("'task_status':'succeed','task_result':{'videos':[{'url':'SIGNED'}]}"));

    final MockResponse answer;

    Fault(int status, String body) {
      this(Fixtures.json(status, body.replace('\'', '"')).newBuilder());
    }

    Fault(MockResponse.Builder answer) {
      this.answer = answer.build();
    }

    private static MockResponse.Builder status(String line) {
      return new MockResponse.Builder().status(line);
    }

    private static MockResponse.Builder redirect(String location) {
      return new MockResponse.Builder().code(302).setHeader("Location", location);
    }

    private static String task(String members) {
      return "{'code':0,'data':{'task_id':'17'," + members + "}}";
    }
  }

  static Stream<Arguments> faults() {
    return Stream.concat(
        Stream.of(Fault.values()).map(fault -> Arguments.of(fault, Key.API_KEY)),
        A_FAULT_OF_EACH_KIND.stream().map(fault -> Arguments.of(fault, Key.KEY_PAIR)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultOfTheServerShowsNoSecret(Fault fault, Key key) {
    serve(fault, new MockResponse.Builder().code(404).body("Who? SIGNED").build());

    runAll(key);

    assertNothingIsSeen();
  }

  private static final Set<Fault> A_FAULT_OF_EACH_KIND =
      EnumSet.of(
          Fault.CODE,
          Fault.FORBIDDEN,
          Fault.CONTENT,
          Fault.NOT_FOUND,
          Fault.NO_METHOD,
          Fault.QUOTA,
          Fault.RATE,
          Fault.BROKEN,
          Fault.PAGE_ON_200,
          Fault.CLOSED,
          Fault.FAILED,
          Fault.ODD_STATUS,
          Fault.VIDEO);

  /** What the server of the file does. */
  @SuppressWarnings("ImmutableEnumChecker") // What its fields hold is never changed.
  enum FileFault {
    EXPIRED(new MockResponse.Builder().code(403).body("SIGNED")),
    BROKEN(new MockResponse.Builder().code(500).body("SIGNED")),
    LINE(new MockResponse.Builder().status("HTTP/1.1 SIGNED is over")),
    PAGE(new MockResponse.Builder().body("SIGNED").setHeader("Content-Type", "text/html;x=SIGNED")),
    CLOSED(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket())),
    SILENT(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE)),
    CUT(
        new MockResponse.Builder()
            .body("x".repeat(9_000))
            .onResponseBody(new SocketEffect.CloseSocket())),
    CHUNKS(
        new MockResponse.Builder()
            .body("SIGNED\r\n")
            .removeHeader("Content-Length")
            .setHeader("Transfer-Encoding", "chunked")),
    GZIP(new MockResponse.Builder().body("SIGNED").setHeader("Content-Encoding", "gzip")),
    REDIRECT(Fault.redirect("/again?sign=" + SIGNATURE)),
    REDIRECT_TO_ANOTHER_HOST(Fault.redirect("http://127.0.0.1:PORT/again?sign=" + SIGNATURE)),
    REDIRECT_NOWHERE(Fault.redirect("http://127.0.0.1:1/again?sign=" + SIGNATURE)),
    REDIRECT_TO_NO_ADDRESS(Fault.redirect("odd://x?sign=" + SIGNATURE)),
    PART(
        new MockResponse.Builder()
            .body("x".repeat(9_000))
            .setHeader("ETag", "\"7\"")
            .onResponseBody(new SocketEffect.CloseSocket())),
    NONE(new MockResponse.Builder().body("a video"));

    final MockResponse answer;

    FileFault(MockResponse.Builder answer) {
      this.answer = answer.build();
    }
  }

  static Stream<Arguments> fileFaults() {
    return Stream.of(FileFault.values()).map(fault -> Arguments.of(fault, Key.API_KEY));
  }

  @ParameterizedTest
  @MethodSource("fileFaults")
  void aFaultOfTheServerOfTheFileShowsNoSecret(FileFault fault, Key key) {
    serve(Fault.VIDEO, fault.answer);

    runAll(key);

    assertNothingIsSeen();
    assertThat(strangers).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anAddressThatIsNoneShowsNoSecret(Key key) {
    for (String address :
        List.of(
            "ftp://x/v.mp4?sign=" + SIGNATURE,
            "http://[::x/v.mp4?sign=" + SIGNATURE,
            "/v.mp4?sign=" + SIGNATURE)) {
      signed = address;
      serve(Fault.VIDEO, new MockResponse.Builder().build());

      runAll(key);
    }
    assertNothingIsSeen();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/v.mp4?a=1\n&sign=" + SIGNATURE,
        "http://127.0.0.1:1/v.mp4#sign=" + SIGNATURE,
        "http://user:" + SIGNATURE + "@127.0.0.1:1/v.mp4",
      })
  void anOddAddressOfAFileShowsNoSecret(String address) {
    try (Retries retries = new Retries(RetryPolicy.never(), Timer.system())) {
      VideoDownloader downloader = new VideoDownloader(new OkHttpClient(), retries, e -> e);
      DownloadableVideo video =
          new DownloadableVideo(Video.builder().build(), address, "17", downloader);
      evidence.add(video);
      observe(() -> video.downloadTo(folder.resolve("v.mp4")));
      observe(() -> video.downloadToAsync(folder.resolve("v.mp4")).join());
    }

    assertThat(evidence.types()).contains(DownloadException.class);
    assertNothingIsSeen();
  }

  @ParameterizedTest
  @EnumSource
  void theKeyGoesToNoOtherServer(Key key) {
    for (Fault fault :
        List.of(Fault.REDIRECT_ELSEWHERE, Fault.REDIRECT_WITH_A_PASSWORD, Fault.VIDEO)) {
      int before = strangers.size();
      serve(fault, new MockResponse.Builder().setHeader("Set-Cookie", "a=b").body("{}").build());

      runAll(key);

      assertThat(strangers).as(fault.name()).hasSizeGreaterThan(before);
    }
    assertThat(tokens).isNotEmpty();
    assertNothingIsSeen();
  }

  @Test
  void everyPublicTypeIsSearched() throws Exception {
    // A failed task is to be seen, however busy the machine is.
    patience = Duration.ofMillis(200);
    for (Fault fault : A_FAULT_OF_EACH_KIND) {
      serve(fault, new MockResponse.Builder().code(404).build());
      runAll(Key.API_KEY);
    }
    server.close();
    runAll(Key.API_KEY);
    Credentials credentials = Key.API_KEY.credentials();
    ErrorMapper errors = new ErrorMapper(credentials::redact);
    RetryPolicy policy = RetryPolicy.defaults();
    try (Retries retries = new Retries(policy, Timer.system())) {
      VideoDownloader downloader = new VideoDownloader(new OkHttpClient(), retries, errors::shown);
      Attempts attempts = retries.begin(true, () -> null);
      AddressSource source = blocking -> CompletableFuture.completedFuture(signed);
      for (Object part :
          new Object[] {
            credentials,
            Credentials.accessKey(ACCESS_KEY, SECRET_KEY),
            new AuthInterceptor(credentials, elsewhere.url("/")),
            new AnswerLimitInterceptor(),
            new OneShotInterceptor(),
            AnswerConverterFactory.create(new Moshi.Builder().build()),
            new BoundedCalls(new OkHttpClient(), elsewhere.url("/")),
            errors,
            retries,
            retries.timer(),
            attempts,
            policy,
            downloader,
            DownloadPolicy.defaults(),
            source,
            new DownloadProgress("17", folder, 1, OptionalLong.empty(), Duration.ZERO),
            WaitPolicy.defaults(),
            new TaskEngine(errors, retries, downloader, WaitPolicy.defaults(), false),
          }) {
        evidence.add(part);
      }
    }

    assertNothingIsSeen();
    List<Class<?>> types =
        publicTypes(KlingClient.class).filter(Evidence::hasInstances).collect(Collectors.toList());
    assertThat(types).contains(KlingClient.class, RetryPolicy.class);
    types.removeAll(evidence.types());
    assertThat(types).as("a new type needs a line above").isEmpty();
  }

  @Test
  void everyModelIsShownWithoutSignatures() throws Exception {
    String json = "{\"new\":{\"a\":[\"at SIGNED\"]},\"url\":\"SIGNED\",\"data\":\"SIGNED\"}";
    Moshi moshi = new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build();
    int models = 0;
    for (Class<?> type : publicTypes(Task.class).toList()) {
      JsonAdapter<?> adapter = ModelJsonAdapterFactory.INSTANCE.create(type, Set.of(), moshi);
      boolean isObject =
          Stream.of(type.getClasses()).anyMatch(c -> c.getName().endsWith("Builder"));
      if (adapter != null && isObject) {
        evidence.add(adapter.fromJson(filled(json, "")));
        models++;
      }
    }

    assertThat(models).isGreaterThan(10);
    assertThat(evidence.exhibits().toString()).contains("/v.mp4?");
    assertNothingIsSeen();
  }

  /** The public classes of the same place. */
  private static Stream<Class<?>> publicTypes(Class<?> neighbour) throws Exception {
    Path place = Path.of(neighbour.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return publicTypes(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return publicTypes(jar.getPath("/"));
    }
  }

  private static Stream<Class<?>> publicTypes(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("io/github/kling4j"))) {
      List<Class<?>> types = new ArrayList<>();
      for (String file : files.map(file -> root.relativize(file).toString()).toList()) {
        if (file.endsWith(".class") && !file.contains("$") && !file.contains("-info")) {
          types.add(type(file.substring(0, file.length() - 6).replaceAll("[/\\\\]", ".")));
        }
      }
      return types.stream()
          .filter(type -> java.lang.reflect.Modifier.isPublic(type.getModifiers()));
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private void serve(Fault fault, MockResponse file) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String authorization = String.valueOf(request.getHeaders().get("Authorization"));
            String token = authorization.replace("Bearer ", "");
            tokens.add(token);
            evidence.addThreads();
            // The second look at a redirect on the same server.
            boolean again = request.getTarget().contains(SIGNATURE);
            return again ? Fixtures.json(500, "KEY") : filled(fault.answer, token);
          }
        });
    elsewhere.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            synchronized (strangers) {
              strangers.add(request);
            }
            evidence.addThreads();
            boolean again = request.getTarget().startsWith("/again");
            return again ? new MockResponse.Builder().code(404).build() : filled(file, "");
          }
        });
  }

  private MockResponse filled(MockResponse answer, String token) {
    MockResponse.Builder filled = answer.newBuilder().status(filled(answer.getStatus(), token));
    for (String name : answer.getHeaders().names()) {
      filled.setHeader(name, filled(String.valueOf(answer.getHeaders().get(name)), token));
    }
    if (answer.getBody() != null) {
      Buffer body = new Buffer();
      try {
        answer.getBody().writeTo(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      filled.body(filled(body.readUtf8(), token));
      if (answer.getHeaders().get("Transfer-Encoding") != null) {
        filled.removeHeader("Content-Length");
      }
    }
    return filled.build();
  }

  private String filled(String text, String token) {
    return text.replace("KEY", token)
        .replace("SIGNED", signed)
        .replace("PORT", String.valueOf(elsewhere.getPort()));
  }

  /** Makes every call there is, in both forms. */
  private void runAll(Key key) {
    server.setProtocols(key.protocols);
    elsewhere.setProtocols(key.protocols);
    KlingClientBuilder builder =
        KlingClient.builder()
            .gateway(Gateway.relay("http://127.0.0.1:" + server.getPort()))
            .credentials(key.credentials())
            .callbackSecret(CALLBACK_SECRET)
            .httpClient(new OkHttpClient.Builder().protocols(key.protocols).build())
            .readTimeout(Duration.ofMillis(50))
            .retryPolicy(
                RetryPolicy.builder()
                    .maxAttempts(2)
                    .backOff(Duration.ZERO, Duration.ZERO)
                    .listener(
                        attempt -> {
                          evidence.add(attempt);
                          evidence.add(attempt.operation());
                        })
                    .build())
            .waitPolicy(
                Fixtures.IMPATIENT.toBuilder().deadline(patience).listener(evidence::add).build())
            .downloadPolicy(DownloadPolicy.builder().listener(evidence::add).build());
    TextToVideoRequest request =
        TextToVideoRequest.builder()
            .modelName("kling-v2-5-turbo")
            .prompt("A beach.")
            .callbackUrl("https://here.example/?sign=" + SIGNATURE)
            .duration(7)
            .externalTaskId("order-17")
            .additionalProperty("mirror", "https://here.example/?sign=" + SIGNATURE)
            .build();
    try (KlingClient kling = builder.build()) {
      for (Object part : List.of(builder, kling, kling.textToVideo(), request)) {
        evidence.add(part);
      }
      evidence.add(Gateway.relay("http://127.0.0.1:" + server.getPort()));
      VideoTask known = kling.textToVideo().task("17");
      evidence.add(kling.callbacks());
      runCallbacks(kling.callbacks());
      observe(() -> kling.textToVideo().create(request));
      observe(() -> kling.textToVideo().createAsync(request).join());
      observe(() -> kling.textToVideo().get("17"));
      observe(() -> kling.textToVideo().getAsync("17").join());
      observe(() -> kling.textToVideo().recover("order-17"));
      observe(() -> kling.textToVideo().recoverAsync("order-17").join());
      observe(() -> kling.textToVideo().list().limit(1).toList());
      observe(known::await);
      observe(() -> known.completion().join());
      observe(() -> known.refresh().video());
      observe(() -> known.refresh().downloadAllTo(folder));
      observe(() -> kling.textToVideo().downloadAll(List.of(known), folder, 1).get(0));
      observe(() -> kling.textToVideo().create(r -> r.prompt(" ")));
      observe(
          () -> {
            Thread.currentThread().interrupt();
            try {
              return known.await();
            } finally {
              assertThat(Thread.interrupted()).isTrue();
            }
          });
    }
  }

  /** Hands in callbacks of all kinds, of which each says the secret that it should not know. */
  private void runCallbacks(Callbacks callbacks) {
    String secret = CALLBACK_SECRET.substring(6);
    String failed =
        "{'task_id':'17','task_status':'failed','task_status_msg':'SIGNED','url':'SIGNED'}"
            .replace("SIGNED", "http://127.0.0.1:1/v.mp4?sign=" + SIGNATURE);
    for (String text : List.of(failed, "<p>" + secret, "{'" + secret + "':nul", "[]", "{}", "")) {
      byte[] body = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
      observe(() -> Callbacks.parse(body));
      observe(() -> callbacks.deliver(body));
      observe(() -> callbacks.deliver(name -> secret, body));
      String now = String.valueOf(Instant.now().getEpochSecond());
      for (String stamp : List.of(now, "1", now + "000")) {
        UnaryOperator<String> headers = name -> name.equals("webhook-timestamp") ? stamp : secret;
        observe(() -> callbacks.deliver(headers, body));
        observe(() -> Callbacks.verify(headers, body, CALLBACK_SECRET));
      }
      observe(() -> callbacks.deliver(name -> null, body));
    }
    for (String wrong : List.of(CALLBACK_SECRET + "?", "whsec_" + CALLBACK_SECRET)) {
      evidence.add(catchThrowable(() -> KlingClient.builder().callbackSecret(wrong)));
    }
  }

  private void observe(Supplier<@Nullable Object> call) {
    Object result;
    try {
      result = call.get();
    } catch (CompletionException e) {
      evidence.add(e);
      result = e.getCause();
    } catch (KlingException e) {
      result = e;
    }
    evidence.add(result);
    if (result instanceof Callback callback) {
      evidence.add(callback.data());
      evidence.add(callback.failureReason());
    }
    if (result instanceof TaskFiles files) {
      evidence.add(files.failure());
    } else if (result instanceof VideoTask task) {
      evidence.add(task.data());
      evidence.add(task.failureReason());
      evidence.add(task.status());
      task.videos()
          .forEach(
              video -> {
                evidence.add(video);
                evidence.add(video.data());
                Path target = folder.resolve("v" + folder.toFile().list().length + ".mp4");
                observe(() -> video.downloadTo(target));
                observe(() -> video.downloadToAsync(target).join());
              });
    }
  }

  private void assertNothingIsSeen() {
    Map<String, String> secrets = new HashMap<>();
    secrets.put("the API key", API_KEY);
    secrets.put("the access key", ACCESS_KEY);
    secrets.put("the secret key", SECRET_KEY);
    secrets.put("the callbacks' secret", CALLBACK_SECRET.substring(6));
    secrets.put("the beginning of the callbacks' secret", CALLBACK_SECRET.substring(6, 22));
    secrets.put("a signature", SIGNATURE);
    // A part of a key gives most of it away; a token's last part is its signature.
    secrets.put("the beginning of the API key", API_KEY.substring(0, 16));
    for (String token : tokens) {
      secrets.put("a token", token);
      secrets.put("a token's end", token.substring(Math.max(token.lastIndexOf('.') + 1, 0)));
    }
    Set<String> seen = new LinkedHashSet<>();
    Set<String> texts = new HashSet<>();
    for (Exhibit exhibit : evidence.exhibits()) {
      String text = exhibit.text();
      if (!texts.add(text)) {
        continue;
      }
      secrets.forEach(
          (name, secret) -> {
            if (text.contains(secret)) {
              seen.add(
                  name + " in " + exhibit.place() + ": " + excerpt(text, text.indexOf(secret)));
            }
          });
      if (BEARER.matcher(text).find()) {
        seen.add("Bearer in " + exhibit.place() + ": " + excerpt(text, 0));
      }
    }
    assertThat(seen).isEmpty();
    assertThat(folder.toFile().listFiles())
        .allSatisfy(
            file -> {
              assertThat(file.getName()).doesNotContain(SIGNATURE);
              assertThat(file.getName().endsWith(".info") && read(file).contains("sign")).isFalse();
            });
    for (RecordedRequest stranger : strangers) {
      assertThat(stranger.getHeaders().names().stream().map(name -> name.toLowerCase(Locale.ROOT)))
          .as(stranger.getTarget())
          .doesNotContain("authorization", "cookie", "referer", "proxy-authorization");
      assertThat(stranger.getHeaders().toString()).doesNotContain(API_KEY, SIGNATURE);
    }
  }

  private static String read(File file) {
    try {
      return Files.readString(file.toPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String excerpt(String text, int at) {
    return text.substring(Math.max(0, at - 150), Math.min(text.length(), at + 40));
  }
}
