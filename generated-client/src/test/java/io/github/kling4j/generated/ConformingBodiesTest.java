package io.github.kling4j.generated;

import static io.github.kling4j.generated.Json.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.documents.videos.ErrorAnswer;
import io.github.kling4j.documents.videos.ErrorCode;
import io.github.kling4j.documents.videos.Task;
import io.github.kling4j.documents.videos.TaskAnswer;
import io.github.kling4j.documents.videos.TaskStatus;
import io.github.kling4j.documents.videos.TextToVideoRequest;
import io.github.kling4j.documents.videos.Video;
import io.github.kling4j.documents.videos.VideoDuration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies as servers send them that are in the contract's shape. */
final class ConformingBodiesTest {
  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("create-request", TextToVideoRequest.class),
        Arguments.of("create-answer", TaskAnswer.class),
        Arguments.of("query-answer-succeed", TaskAnswer.class),
        Arguments.of("query-answer-failed", TaskAnswer.class),
        Arguments.of("callback", Task.class),
        Arguments.of("error-400-1201-unknown-task", ErrorAnswer.class),
        Arguments.of("error-401-nested-error", ErrorAnswer.class),
        Arguments.of("error-429-1102", ErrorAnswer.class),
        Arguments.of("error-429-1303", ErrorAnswer.class));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  <T> void aBodyIsWrittenAsItWasRead(String name, Class<T> type) {
    Json.assertSameTree(Json.throughModel(type, body(name)), body(name));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  <T> void whatWasWrittenIsReadAsTheSameObject(String name, Class<T> type) {
    T read = Json.read(type, body(name));

    assertThat(Json.read(type, Json.write(type, read))).isEqualTo(read).hasSameHashCodeAs(read);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  <T> void everyPropertyOfTheBodyIsTyped(String name, Class<T> type) {
    assertThat(Json.additionalProperties(Json.read(type, body(name)))).isEmpty();
  }

  @Test
  void theRequestOfTheRelayPageIsTyped() {
    TextToVideoRequest request = Json.read(TextToVideoRequest.class, body("create-request"));

    assertThat(request.modelName().value()).isEqualTo("kling-v2-5-turbo");
    assertThat(request.prompt()).isEqualTo("在海滩上度假的快乐场景。");
    assertThat(request.duration()).isSameAs(VideoDuration.SECONDS_5);
    assertThat(request.violations()).isEmpty();
  }

  @Test
  void aTaskThatSucceededIsTyped() {
    TaskAnswer answer = Json.read(TaskAnswer.class, body("query-answer-succeed"));

    assertThat(answer.code()).isSameAs(ErrorCode.SUCCEED);
    assertThat(answer.requestId()).isEqualTo("r-2");
    Task task = answer.data();
    assertThat(task.taskId()).isEqualTo("814237883686625347");
    assertThat(task.taskStatus()).isSameAs(TaskStatus.SUCCEED);
    assertThat(task.taskStatusMsg()).isEmpty();
    assertThat(task.taskInfo().externalTaskId()).isEqualTo("order-17");
    assertThat(task.watermarkInfo().enabled()).isFalse();
    assertThat(task.finalUnitDeduction()).isEqualTo("2.5");
    assertThat(task.createdAt()).isEqualTo(1762157958060L);
    assertThat(task.updatedAt()).isEqualTo(1762158030000L);
    assertThat(task.taskResult().videos())
        .containsExactly(
            Video.builder()
                .id("v-1")
                .url("https://cdn.example.com/v-1.mp4")
                .watermarkUrl("")
                .duration("5.042")
                .build());
  }

  @Test
  void aTaskThatFailedIsTyped() {
    Task task = Json.read(TaskAnswer.class, body("query-answer-failed")).data();

    assertThat(task.taskStatus().known()).isEqualTo(TaskStatus.Known.FAILED);
    assertThat(task.taskStatusMsg()).isEqualTo("Failure to pass the risk control system");
    assertThat(task.taskResult()).isNull();
  }

  @Test
  void theBodyOfACallbackIsATask() {
    Task task = Json.read(Task.class, body("callback"));

    assertThat(task.taskStatus()).isSameAs(TaskStatus.SUCCEED);
    assertThat(task.taskResult().videos()).extracting(Video::watermarkUrl).containsOnlyNulls();
  }

  @Test
  void anErrorOfTheVendorIsTyped() {
    ErrorAnswer answer = Json.read(ErrorAnswer.class, body("error-429-1303"));

    assertThat(answer.code()).isSameAs(ErrorCode.TOO_MANY_TASKS);
    assertThat(answer.message()).isEqualTo("parallel task over resource pack limit");
    assertThat(answer.requestId()).isEqualTo("r-4");
  }

  @Test
  void anErrorOfARelayIsTyped() {
    ErrorAnswer answer = Json.read(ErrorAnswer.class, body("error-401-nested-error"));

    assertThat(answer.code()).isNull();
    assertThat(answer.error().type()).isEqualTo("new_api_error");
    assertThat(answer.error().code()).isEmpty();
  }
}
