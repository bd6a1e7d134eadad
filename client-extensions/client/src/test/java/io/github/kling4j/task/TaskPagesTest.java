package io.github.kling4j.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.Gateway;
import io.github.kling4j.KlingClient;
import io.github.kling4j.KlingClientBuilder;
import io.github.kling4j.auth.Credentials;
import io.github.kling4j.error.KlingConnectionException;
import io.github.kling4j.error.UnsupportedByServerException;
import io.github.kling4j.retry.RetryPolicy;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testkit.KlingGateway;
import io.github.kling4j.testkit.KlingGatewayExtension;
import io.github.kling4j.testkit.ReceivedRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskPagesTest {
  @RegisterExtension static final KlingGatewayExtension KLING = new KlingGatewayExtension();

  private final KlingGateway gateway = KLING.gateway();
  private final KlingClient kling = client(gateway.url());

  @AfterEach
  void close() {
    kling.close();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 2", "3, 2", "4, 3", "5, 3"})
  void aShortPageIsTheLast(int tasks, int pages) {
    List<String> created = create(tasks);

    List<String> listed = kling.textToVideo().list(2).map(VideoTask::id).toList();

    Collections.reverse(created);
    assertThat(listed).isEqualTo(created);
    assertThat(gateway.listRequests()).hasSize(pages);
  }

  @Test
  void pagesAreFetchedAsTheStreamIsRead() {
    create(5);
    Stream<VideoTask> stream = kling.textToVideo().list(2);
    assertThat(gateway.listRequests()).isEmpty();

    Iterator<VideoTask> tasks = stream.iterator();
    List<Integer> requests = new ArrayList<>();
    while (tasks.hasNext()) {
      assertThat(tasks.next().status().value()).isEqualTo("submitted");
      requests.add(gateway.listRequests().size());
    }

    assertThat(requests).containsExactly(1, 1, 2, 2, 3);
  }

  @Test
  void aStreamThatIsLimitedFetchesNoMoreThanItNeeds() {
    create(5);

    assertThat(kling.textToVideo().list(2).limit(2)).hasSize(2);

    assertThat(gateway.listRequests()).hasSize(1);
  }

  @Test
  void aPageIsAskedForByItsNumberAndSize() {
    create(3);

    assertThat(kling.textToVideo().list(2)).hasSize(3);
    assertThat(kling.textToVideo().list()).hasSize(3);

    assertThat(gateway.listRequests())
        .extracting(ReceivedRequest::query)
        .containsExactly("pageNum=1&pageSize=2", "pageNum=2&pageSize=2", "pageNum=1&pageSize=100");
    assertThat(gateway.listRequests())
        .allSatisfy(
            request -> {
              assertThat(request.path()).isEqualTo("/kling/v1/videos/text2video");
              assertThat(request.header("Authorization")).isEqualTo("Bearer sk-test");
            });
  }

  @Test
  void aListedTaskCanBeGoneOnWith() {
    create(1);

    VideoTask task = kling.textToVideo().list().findFirst().orElseThrow();

    assertThat(task.externalTaskId()).isEqualTo("order-0");
    assertThat(task.refresh().id()).isEqualTo(gateway.paidTasks().get(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aPageWithoutRoomIsRefused(int pageSize) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> kling.textToVideo().list(pageSize))
        .withMessageContainingAll("pageSize", Integer.toString(pageSize));
  }

  @Test
  void aServerThatIgnoresThePageNumberIsNotAskedForEver() throws IOException {
    List<String> page = List.of("a", "b");

    assertThat(listed(2, page, page, page, page)).isEqualTo("a b; 2 requests");
  }

  @Test
  void aServerThatIgnoresThePageSizeIsReadAsItAnswers() throws IOException {
    assertThat(listed(2, List.of("a", "b", "c"), List.of("d"))).isEqualTo("a b c d; 2 requests");
  }

  @Test
  void aTaskWithoutAnIdIsLeftOutAndEndsNoPage() throws IOException {
    assertThat(listed(2, List.of("a", ""), List.of("", "b"), List.of("c")))
        .isEqualTo("a b c; 3 requests");
  }

  @Test
  void aPageThatMayYetComeIsAskedForAgain() throws IOException {
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(Fixtures.html(503));
      server.enqueue(Fixtures.json(200, "{\"code\":0,\"data\":[{\"task_id\":\"17\"}]}"));
      server.start();
      String url = "http://127.0.0.1:" + server.getPort();
      try (KlingClient kling = builder(url).retryPolicy(Fixtures.HASTY).build()) {
        assertThat(kling.textToVideo().list()).extracting(VideoTask::id).containsExactly("17");
      }
    }
  }

  static Stream<MockResponse> lacking() {
    return Stream.of(
        Fixtures.html(200),
        Fixtures.html(404),
        Fixtures.json(404, ""),
        Fixtures.json(405, "{}"),
        Fixtures.json(404, "{\"code\":1202,\"message\":\"no such method\"}"),
        Fixtures.json(404, "{\"error\":{\"message\":\"Invalid URL\",\"code\":\"\"}}"));
  }

  @ParameterizedTest
  @MethodSource("lacking")
  void aServerWithoutAListIsCalledThat(MockResponse answer) throws IOException {
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(answer);
      server.start();
      String url = "http://127.0.0.1:" + server.getPort();
      try (KlingClient noList = builder(url).retryPolicy(Fixtures.HASTY).build()) {
        UnsupportedByServerException e =
            catchThrowableOfType(
                UnsupportedByServerException.class, () -> noList.textToVideo().list().toList());

        assertThat(e).hasMessageContainingAll("list of tasks", e.getCause().getMessage());
        assertThat(e.taskId()).isNull();
        assertThat(server.getRequestCount()).isEqualTo(1);
      }
    }
  }

  @Test
  void aListThatGetsNoAnswerSaysSo() {
    KlingGateway gone = KlingGateway.start();
    gone.close();
    try (KlingClient client = client(gone.url())) {
      KlingConnectionException e =
          catchThrowableOfType(
              KlingConnectionException.class, () -> client.textToVideo().list().toList());

      assertThat(e).hasMessageContaining("list");
    }
  }

  private List<String> create(int tasks) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      String externalTaskId = "order-" + i;
      ids.add(
          kling
              .textToVideo()
              .create(r -> r.prompt("A beach.").externalTaskId(externalTaskId))
              .id());
    }
    return ids;
  }

  @SafeVarargs
  private static String listed(int pageSize, List<String>... pages) throws IOException {
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              int page = Integer.parseInt(request.getUrl().queryParameter("pageNum"));
              List<String> tasks =
                  (page > pages.length ? List.<String>of() : pages[page - 1])
                      .stream()
                          .map(id -> id.isEmpty() ? "{}" : "{\"task_id\":\"" + id + "\"}")
                          .toList();
              return Fixtures.json(200, "{\"code\":0,\"data\":[" + String.join(",", tasks) + "]}");
            }
          });
      server.start();
      try (KlingClient kling = client("http://127.0.0.1:" + server.getPort())) {
        List<String> ids = kling.textToVideo().list(pageSize).limit(9).map(VideoTask::id).toList();
        return String.join(" ", ids) + "; " + server.getRequestCount() + " requests";
      }
    }
  }

  private static KlingClient client(String url) {
    return builder(url).build();
  }

  private static KlingClientBuilder builder(String url) {
    return KlingClient.builder()
        .gateway(Gateway.relay(url))
        .credentials(Credentials.apiKey("sk-test"))
        .retryPolicy(RetryPolicy.never());
  }
}
