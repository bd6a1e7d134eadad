package io.github.kling4j.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.callback.Callback;
import io.github.kling4j.callback.Callbacks;
import io.github.kling4j.error.KlingApiException;
import io.github.kling4j.error.KlingException;
import io.github.kling4j.error.UncertainCreateException;
import io.github.kling4j.error.UnreadableAnswerException;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import io.github.kling4j.model.Task;
import io.github.kling4j.task.VideoTask;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testkit.PromptSockets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server that has changed all that may change. Its bodies are the files of the folder {@code
 * future}; what must still be read of each of them stands here, or in its name.
 */
class FutureServerTest {
  private static final String ID = "task_9f";
  private static final String URL = "https://cdn.example.com/v-1.mp4";
  private static final JsonAdapter<Task> TASKS =
      new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build().adapter(Task.class);

  private final MockWebServer server = new MockWebServer();
  private final ForgetfulServer answers = new ForgetfulServer();
  private KlingClient kling;

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(answers);
    server.setServerSocketFactory(new PromptSockets());
    server.start();
    kling =
        KlingClient.builder()
            .gateway(Gateway.relay("http://127.0.0.1:" + server.getPort()))
            .credentials(Credentials.apiKey("sk-0123456789"))
            .retryPolicy(Fixtures.HASTY)
            .build();
  }

  @AfterEach
  void close() {
    kling.close();
    server.close();
  }

  static Stream<Path> tasks() throws IOException {
    return FutureFiles.in("task");
  }

  static Stream<Path> creates() throws IOException {
    return Stream.concat(FutureFiles.in("create/readable"), FutureFiles.in("create/lost"));
  }

  static Stream<Path> queries() throws IOException {
    return FutureFiles.in("query");
  }

  static Stream<Path> refusals() throws IOException {
    return FutureFiles.in("refusal");
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void aTaskReadsTheSameWhereverItStands(Path file) throws IOException {
    String task = FutureFiles.text(file);
    String id = FutureFiles.idIn(file);

    answers.always(Fixtures.json(200, "{\"code\":0,\"data\":" + task + "}"));
    VideoTask created = create();
    VideoTask queried = kling.textToVideo().get(ID);
    String others = "{\"code\":0,\"data\":[{\"task_id\":\"a\"},%s,{\"task_id\":\"b\"}]}";
    answers.always(Fixtures.json(200, others.formatted(task)));
    List<VideoTask> listed = kling.textToVideo().list().toList();
    Callback bare = Callbacks.parse(task);
    Callback wrapped = Callbacks.parse("{\"code\":0,\"data\":" + task + "}");

    assertThat(answers.posts()).isEqualTo(1);
    assertThat(created.id()).isEqualTo(id);
    assertThat(queried.id()).isEqualTo(ID);
    assertThat(listed).extracting(VideoTask::id).containsExactly("a", id, "b");
    assertThat(List.of(bare.taskId(), wrapped.taskId())).containsOnly(id);
    for (VideoTask each : List.of(created, queried, listed.get(1))) {
      assertStateIsAsTheNameSays(each, file.getFileName().toString());
      assertThat(TASKS.toJson(each.data()).contains(URL)).isEqualTo(task.contains(URL));
    }
    for (Callback each : List.of(bare, wrapped)) {
      assertThat(each.succeeded()).isEqualTo(created.succeeded());
      assertThat(each.failed()).isEqualTo(created.failed());
    }
  }

  private static void assertStateIsAsTheNameSays(VideoTask task, String name) {
    assertThat(task.running()).isEqualTo(name.startsWith("running"));
    assertThat(task.succeeded()).isEqualTo(name.startsWith("succeeded"));
    assertThat(task.failed()).isEqualTo(name.startsWith("failed"));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void aTaskIsReadInAnyEnvelope(Path file) throws IOException {
    answers.always(Fixtures.json(200, FutureFiles.text(file)));

    VideoTask task = kling.textToVideo().get(ID);

    assertThat(task.id()).isEqualTo(ID);
    assertThat(task.succeeded()).isTrue();
    assertThat(task.video().url()).isEqualTo(URL);
    assertThat(Callbacks.parse(FutureFiles.text(file)).succeeded()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "succeeded-and-new-fields-everywhere, PT5.042S",
    "succeeded-and-durations-are-numbers, PT5.042S",
    "succeeded-and-durations-are-objects,",
    "succeeded-and-result-an-array,",
    "succeeded-and-the-address-beside,",
  })
  void theAddressOfAVideoIsStillRead(String name, String duration) throws IOException {
    VideoTask task = queried(name);

    assertThat(task.videos()).hasSize(1);
    assertThat(task.video().url()).isEqualTo(URL);
    assertThat(String.valueOf(task.video().duration())).isEqualTo(String.valueOf(duration));
  }

  @ParameterizedTest
  @CsvSource({
    "failed-and-new-fields-everywhere, Failure to pass the risk control system",
    "failed-and-reason-in-an-object, content moderation failed",
    "failed-and-reason-of-another-type, ''",
    "failed-and-no-reason, ''",
  })
  void theReasonOfAFailureIsStillRead(String name, String reason) throws IOException {
    assertThat(queried(name).failureReason()).isEqualTo(reason);
  }

  /** The server can't look up ids of callers, as many relays can't. */
  @ParameterizedTest
  @MethodSource("creates")
  void aCreateGivesTheIdOrSaysUnderWhichOneToAsk(Path file) throws IOException {
    answers.always(Fixtures.json(200, FutureFiles.text(file)));

    if (FutureFiles.tellsNoId(file)) {
      var e = catchThrowableOfType(UncertainCreateException.class, this::create);
      assertThat(e.externalTaskId()).isEqualTo("order-17");
      assertThat(e).hasMessageContaining("recover(\"order-17\")");
    } else {
      VideoTask task = create();
      assertThat(task.id()).isEqualTo(FutureFiles.idIn(file));
      assertThat(task.running()).isTrue();
    }
    assertThat(answers.posts()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("creates")
  void aServerThatKnowsTheIdsOfCallersTellsTheTaskAfterAnyAnswer(Path file) throws IOException {
    answers.always(Fixtures.json(200, FutureFiles.text(file)));
    answers.remembers("{\"code\":0,\"data\":{\"task_id\":\"found\",\"task_status\":\"queued\"}}");

    VideoTask task = create();

    assertThat(task.id()).isEqualTo(FutureFiles.tellsNoId(file) ? "found" : FutureFiles.idIn(file));
    assertThat(answers.posts()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "200, application/vnd.kling.v2+json",
    "200, text/plain; charset=utf-8",
    "200, text/html",
    "200, application/octet-stream",
    "200, nonsense",
    "200, ''",
    "201, application/json",
    "202, application/problem+json",
    "203, application/json;charset=UTF-8;profile=\"x\"",
    "226, application/json",
    "299, application/json",
  })
  void aTaskIsReadWhateverTheServerCallsIt(int status, String type) throws IOException {
    String body = FutureFiles.text("create/readable", "envelope-with-new-members.json");
    MockResponse.Builder answer = new MockResponse.Builder().code(status).body(body);
    answers.always(
        type.isEmpty() ? answer.build() : answer.setHeader("Content-Type", type).build());

    assertThat(create().id()).isEqualTo(ID);
    assertThat(kling.textToVideo().get(ID).id()).isEqualTo(ID);
    assertThat(answers.posts()).isEqualTo(1);
  }

  @Test
  void aTaskIsReadFromAnAnswerThatIsCompressedAndInPieces() throws IOException {
    Buffer body = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(body))) {
      sink.writeUtf8(FutureFiles.text("create/readable", "envelope-with-new-members.json"));
    }
    answers.always(
        new MockResponse.Builder()
            .headers(Headers.of("Content-Encoding", "gzip", "X-New", "1", "X-New", "2"))
            .chunkedBody(body, 7)
            .build());

    assertThat(create().id()).isEqualTo(ID);
    assertThat(answers.posts()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "200, identity, '\uFEFF', ''",
    "200, identity, '\n\n ', '\n'",
    "206, identity, '', ' '",
    "200, br, '', ''",
    "204, identity, '', ''",
    "205, identity, '', ''",
  })
  void noOddityOfTheTransportLosesATask(int status, String coding, String before, String after)
      throws IOException {
    String body = FutureFiles.text("create/readable", "envelope-with-new-members.json");
    MockResponse.Builder answer = new MockResponse.Builder().code(status);
    answer.setHeader("Content-Encoding", coding).setHeader("Location", "/tasks/" + ID);
    answers.always(
        status == 204 || status == 205
            ? answer.build()
            : answer.body(before + body + after).build());
    answers.remembers("{\"code\":0,\"data\":{\"task_id\":\"" + ID + "\"}}");

    assertThat(create().id()).isEqualTo(ID);
    assertThat(answers.posts()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aRefusalInNewWordsKeepsItsReasonAndTheIds(Path file) throws IOException {
    String reason = file.endsWith("nulls.json") ? "null" : "the prompt is too long";
    for (int status : List.of(400, 403, 404, 418, 429, 451, 499, 500, 599)) {
      answers.always(Fixtures.json(status, FutureFiles.text(file)));

      KlingException create = catchThrowableOfType(KlingException.class, this::create);
      KlingApiException query =
          catchThrowableOfType(KlingApiException.class, () -> kling.textToVideo().get(ID));

      assertThat(create.externalTaskId()).as("%s", status).isEqualTo("order-17");
      assertThat(query.taskId()).as("%s", status).isEqualTo(ID);
      assertThat(query.httpStatus()).isEqualTo(status);
      assertThat(query.getMessage() + query.body()).as("%s", status).contains(reason);
    }
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aRefusalThatIsCalledASuccessIsNoTask(Path file) throws IOException {
    answers.always(Fixtures.json(200, FutureFiles.text(file)));

    KlingException create = catchThrowableOfType(KlingException.class, this::create);
    KlingException query =
        catchThrowableOfType(KlingException.class, () -> kling.textToVideo().get(ID));

    assertThat(create).isInstanceOf(UncertainCreateException.class);
    assertThat(create.externalTaskId()).isEqualTo("order-17");
    assertThat(query).isInstanceOfAny(KlingApiException.class, UnreadableAnswerException.class);
    assertThat(query.taskId()).isEqualTo(ID);
    assertThat(answers.posts()).isEqualTo(1);
  }

  private VideoTask create() {
    return kling.textToVideo().create(r -> r.prompt("A beach.").externalTaskId("order-17"));
  }

  private VideoTask queried(String name) throws IOException {
    String task = FutureFiles.text("task", name + ".json");
    answers.always(Fixtures.json(200, "{\"code\":0,\"data\":" + task + "}"));
    return kling.textToVideo().get(ID);
  }
}
