package io.github.kling4j.benchmarks.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.github.kling4j.benchmarks.json.HandWrittenJson.TaskAnswerRecord;
import io.github.kling4j.benchmarks.json.HandWrittenJson.TaskListAnswerRecord;
import io.github.kling4j.benchmarks.json.HandWrittenJson.TaskRecord;
import io.github.kling4j.benchmarks.json.HandWrittenJson.VideoRecord;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.model.TaskListAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JsonContenderTest {
  private static final Map<String, Double> CAMERA =
      Map.of("horizontal", 0.0, "vertical", 0.0, "pan", 0.0, "tilt", 0.0, "roll", 0.0, "zoom", 5.5);

  @ParameterizedTest
  @EnumSource
  void eachWritesTheSameRequest(JsonContender contender) throws IOException {
    Buffer json = new Buffer();

    contender.write(json);

    Object written = new Moshi.Builder().build().adapter(Object.class).fromJson(json);
    Map<String, Object> expected =
        Map.of(
            "model_name", "kling-v1",
            "prompt", "A lighthouse in the evening sun, the sea is calm.",
            "negative_prompt", "people, text, blur",
            "cfg_scale", 0.5,
            "mode", "std",
            "camera_control", Map.of("type", "simple", "config", CAMERA),
            "aspect_ratio", "16:9",
            "duration", 5.0,
            "callback_url", "https://shop.example.com/kling/callback",
            "external_task_id", "order-17");
    // What the contract says of types may change, and hands do not follow.
    if (contender == JsonContender.GENERATED) {
      assertThat(texts(written)).isEqualTo(texts(expected));
    } else {
      assertThat(written).isEqualTo(expected);
    }
  }

  private static Object texts(Object json) {
    if (json instanceof Map<?, ?> map) {
      Map<Object, Object> texts = new HashMap<>();
      map.forEach((name, value) -> texts.put(name, texts(value)));
      return texts;
    }
    return json.toString().replaceAll("\\.0$", "");
  }

  @Test
  void handsReadOfAnAnswerWhatTheGeneratedAdaptersRead() throws IOException {
    var byHand = (TaskAnswerRecord) JsonContender.BY_HAND.readTask(answer());
    var generated = (TaskAnswer) JsonContender.GENERATED.readTask(answer());

    assertThat(byHand)
        .isEqualTo(HandWrittenJson.readTask(json(TaskAnswer.class, generated)))
        .isNotEqualTo(new TaskAnswerRecord(0, null, null, null));
    assertThat(byHand.message()).isEqualTo("SUCCEED");
    assertThat(byHand.requestId()).hasSize(36);
    assertThat(byHand.task().url()).endsWith("-0_raw_video_1.mp4");
  }

  @Test
  void handsReadOfAListWhatTheGeneratedAdaptersRead() throws IOException {
    var byHand = (TaskListAnswerRecord) JsonContender.BY_HAND.readTasks(list());
    var generated = (TaskListAnswer) JsonContender.GENERATED.readTasks(list());

    assertThat(byHand).isEqualTo(HandWrittenJson.readTasks(json(TaskListAnswer.class, generated)));
    assertThat(byHand.tasks()).hasSize(500).doesNotHaveDuplicates();
  }

  @Test
  void reflectionReadsWhatHandsRead() throws IOException {
    var byHand = (TaskListAnswerRecord) JsonContender.BY_HAND.readTasks(list());
    var reflected = (Reflected.TaskListAnswer) JsonContender.REFLECTED.readTasks(list());

    assertThat(byHand.tasks())
        .isEqualTo(reflected.data().stream().map(JsonContenderTest::record).toList());
    assertThat(JsonContender.REFLECTED.readTask(answer()))
        .extracting(read -> record(((Reflected.TaskAnswer) read).data()))
        .isEqualTo(byHand.tasks().get(0));
  }

  @Test
  void nothingOfASampleIsUnknownToTheGeneratedAdapters() throws IOException {
    Task task = ((TaskAnswer) JsonContender.GENERATED.readTask(answer())).data();

    assertThat(task.additionalProperties()).isEmpty();
  }

  @Test
  void handsSkipWhatTheyDoNotKnowAndTakeNull() throws IOException {
    Buffer json =
        new Buffer()
            .writeString(
                """
                {"x":[{}],"code":0,"message":null,"data":{"task_id":"t","task_status":"odd","y":1,\
                "task_info":{"z":{}},"task_result":{"images":[],"videos":[]},"created_at":1}}\
                """,
                StandardCharsets.UTF_8);

    TaskAnswerRecord read = HandWrittenJson.readTask(json);

    assertThat(read)
        .isEqualTo(
            new TaskAnswerRecord(
                0, null, null, new TaskRecord("t", "odd", null, null, List.of(), null, 1, 0)));
    assertThat(read.task().url()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void eachCaseCanBeRepeated(JsonContender contender) throws IOException {
    JsonCases cases = new JsonCases();
    cases.contender = contender;

    assertThat(cases.writeRequest()).isEqualTo(cases.writeRequest()).isPositive();
    assertThat(cases.readAnswer()).isEqualTo(cases.readAnswer());
    assertThat(cases.readList()).isEqualTo(cases.readList());
  }

  @Test
  void jmhKnowsEachCase() throws IOException {
    try (var list = JsonCases.class.getResourceAsStream("/META-INF/BenchmarkList")) {
      assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8))
          .contains(Stream.of(JsonCase.values()).map(JsonCase::method).toList());
    }
  }

  private static <T> Buffer json(Class<T> type, T read) throws IOException {
    Buffer json = new Buffer();
    Moshi moshi = new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build();
    moshi.adapter(type).toJson(json, read);
    return json;
  }

  private static TaskRecord record(Reflected.Task task) {
    Reflected.Video video = task.taskResult().videos().get(0);
    return new TaskRecord(
        task.taskId(),
        task.taskStatus(),
        task.taskStatusMsg(),
        task.taskInfo().externalTaskId(),
        List.of(new VideoRecord(video.id(), video.url(), video.duration())),
        task.finalUnitDeduction(),
        task.createdAt(),
        task.updatedAt());
  }

  private static Buffer answer() {
    return new Buffer().write(Samples.answer());
  }

  private static Buffer list() {
    return new Buffer().write(Samples.list(Samples.TASKS));
  }
}
