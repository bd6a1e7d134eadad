package io.github.kling4j.generated;

import static io.github.kling4j.generated.Json.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.documents.videos.Task;
import io.github.kling4j.documents.videos.TaskAnswer;
import io.github.kling4j.documents.videos.TaskListAnswer;
import io.github.kling4j.documents.videos.TaskStatus;
import io.github.kling4j.documents.videos.TextToVideoRequest;
import io.github.kling4j.documents.videos.api.TextToVideoApi;
import io.github.kling4j.documents.videos.api.TextToVideoApi.ListTextToVideoQuery;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** The generated interface on the wire. */
final class TextToVideoApiTest {
  private final MockWebServer server = new MockWebServer();
  private TextToVideoApi api;

  @BeforeEach
  void start() throws IOException {
    server.start();
    api = api("/");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aCreateIsThePostOfTheRelayPage() throws Exception {
    answer(body("create-answer"));

    Response<TaskAnswer> response = api.createTextToVideo(request()).execute();

    assertThat(response.body().data().taskId()).isEqualTo("814237883686625347");
    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getMethod()).isEqualTo("POST");
    assertThat(sent.getTarget()).isEqualTo("/kling/v1/videos/text2video");
    assertThat(sent.getHeaders().values("Content-Type")).containsExactly("application/json");
    assertThat(sent.getHeaders().values("Accept")).containsExactly("application/json");
    assertThat(sent.getBody().utf8())
        .isEqualTo(
            "{\"model_name\":\"kling-v2-5-turbo\",\"prompt\":\"在海滩上度假的快乐场景。\",\"duration\":5}");
    Json.assertSameTree(sent.getBody().utf8(), body("create-request"));
  }

  @Test
  void aTaskIsAskedForByItsId() throws Exception {
    answer(body("query-answer-succeed"));

    TaskAnswer answer = api.getTextToVideo("814237883686625347").execute().body();

    assertThat(answer.data().taskStatus()).isSameAs(TaskStatus.SUCCEED);
    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getMethod()).isEqualTo("GET");
    assertThat(sent.getTarget()).isEqualTo("/kling/v1/videos/text2video/814237883686625347");
    assertThat(sent.getHeaders().values("Accept")).containsExactly("application/json");
    assertThat(sent.getHeaders().get("Content-Type")).isNull();
  }

  @Test
  void anIdOfTheCallersOwnStaysOnePartOfThePath() throws Exception {
    answer(body("query-answer-succeed"));

    api.getTextToVideo("a/b?c=d e/../é").execute();

    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/kling/v1/videos/text2video/a%2Fb%3Fc=d%20e%2F..%2F%C3%A9");
  }

  @Test
  void aPageOfTasksIsAskedForByNumberAndSize() throws Exception {
    answer("{\"code\":0,\"data\":[{\"task_id\":\"a\"},{\"task_id\":\"b\"}]}");

    TaskListAnswer answer =
        api.listTextToVideo(ListTextToVideoQuery.builder().pageNum(2).pageSize(500).build())
            .execute()
            .body();

    assertThat(answer.data()).extracting(Task::taskId).containsExactly("a", "b");
    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getMethod()).isEqualTo("GET");
    assertThat(sent.getTarget()).isEqualTo("/kling/v1/videos/text2video?pageNum=2&pageSize=500");
    assertThat(sent.getHeaders().values("Accept")).containsExactly("application/json");
  }

  @Test
  void aQueryParameterThatIsNotSetIsNotSent() throws Exception {
    answer("{\"code\":0,\"data\":[]}");
    answer("{\"code\":0,\"data\":[]}");

    api.listTextToVideo(ListTextToVideoQuery.builder().build()).execute();
    api.listTextToVideo(ListTextToVideoQuery.builder().pageNum(1).pageNum(null).build()).execute();

    assertThat(server.takeRequest().getTarget()).isEqualTo("/kling/v1/videos/text2video");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/kling/v1/videos/text2video");
  }

  @Test
  void aQueryParameterThatTheContractDoesNotKnowIsSent() throws Exception {
    answer("{\"code\":0,\"data\":[]}");

    api.listTextToVideo(
            ListTextToVideoQuery.builder().pageSize(1).parameter("sort", "new & old").build())
        .execute();

    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/kling/v1/videos/text2video?pageSize=1&sort=new%20%26%20old");
  }

  @Test
  void thePathOfTheBaseUrlIsKept() throws Exception {
    answer(body("create-answer"));

    api("/behind/a/proxy/").createTextToVideo(request()).execute();

    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/behind/a/proxy/kling/v1/videos/text2video");
  }

  @Test
  void aPropertyThatTheContractDoesNotKnowIsSent() throws Exception {
    answer(body("create-answer"));

    api.createTextToVideo(
            request().toBuilder()
                .duration(null)
                .additionalProperty("duration", "5")
                .additionalProperty("seed", 42)
                .additionalProperty("style", null)
                .build())
        .execute();

    Json.assertSameTree(
        server.takeRequest().getBody().utf8(),
        """
        {"model_name": "kling-v2-5-turbo", "prompt": "在海滩上度假的快乐场景。",
         "duration": "5", "seed": 42, "style": null}
        """);
  }

  private static TextToVideoRequest request() {
    return TextToVideoRequest.builder()
        .modelName("kling-v2-5-turbo")
        .prompt("在海滩上度假的快乐场景。")
        .duration(5)
        .build();
  }

  private void answer(String json) {
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json")
            .body(json)
            .build());
  }

  private TextToVideoApi api(String path) {
    return new Retrofit.Builder()
        .baseUrl(server.url(path))
        .addConverterFactory(MoshiConverterFactory.create(Json.MOSHI))
        .build()
        .create(TextToVideoApi.class);
  }
}
