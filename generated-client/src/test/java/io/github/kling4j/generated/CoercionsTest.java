package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.documents.videos.CameraControlConfig;
import io.github.kling4j.documents.videos.ErrorAnswer;
import io.github.kling4j.documents.videos.ModelName;
import io.github.kling4j.documents.videos.Shot;
import io.github.kling4j.documents.videos.Task;
import io.github.kling4j.documents.videos.TextToVideoRequest;
import io.github.kling4j.documents.videos.Video;
import io.github.kling4j.documents.videos.WatermarkInfo;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number for a string, or a string for a number, is taken where nothing is lost. */
final class CoercionsTest {
  @ParameterizedTest
  @ValueSource(strings = {"5", "5.042", "1.50", "-0", "1e400", "12345678901234567890", "9e-9"})
  void aNumberForAStringIsItsText(String number) {
    assertThat(Json.read(Video.class, "{\"duration\": " + number + "}").duration())
        .isEqualTo(number);
  }

  @Test
  void aNumberForAnEnumOfStringsIsItsText() {
    assertThat(Json.read(TextToVideoRequest.class, "{\"model_name\": 3}").modelName())
        .isEqualTo(ModelName.of("3"));
  }

  @ParameterizedTest
  @CsvSource({"\"5\", 5", "\"-7\", -7", "5.0, 5", "\"5.00\", 5", "1e3, 1000", "\"1E3\", 1000"})
  void aStringOrANumberForAWholeNumberIsItsValue(String json, int value) {
    assertThat(Json.read(Shot.class, "{\"index\": " + json + "}").index()).isEqualTo(value);
    assertThat(Json.read(Task.class, "{\"created_at\": " + json + "}").createdAt())
        .isEqualTo(value);
    assertThat(Json.read(ErrorAnswer.class, "{\"code\": " + json + "}").code().value())
        .isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "5 ",
        "+",
        "5s",
        "0x5",
        "5.5",
        "٥٫٥",
        "1e-1",
        "NaN",
        "Infinity",
        "null",
        "5L",
        "2147483648",
        "2147483648.0",
        "-2147483649",
        "1e99",
        "1e999999999",
        "1e-999999999",
        "1e99999999999"
      })
  void aStringThatIsNoSuchWholeNumberIsKept(String text) {
    Shot shot = Json.read(Shot.class, "{\"index\": \"" + text + "\"}");

    assertThat(shot.index()).isNull();
    assertThat(shot.additionalProperties()).containsEntry("index", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.5", "2147483648", "-2147483649", "1e99", "1e-1"})
  void aNumberThatIsNoSuchWholeNumberIsKept(String number) {
    Shot shot = Json.read(Shot.class, "{\"index\": " + number + "}");

    assertThat(shot.index()).isNull();
    assertThat(new BigDecimal(shot.additionalProperties().get("index").toString()))
        .isEqualByComparingTo(number);
  }

  @Test
  void aFractionAmongJavaObjectsIsNoWholeNumberEither() {
    Task task = Json.adapter(Task.class).fromJsonValue(Map.of("created_at", 1.5));
    Task whole = Json.adapter(Task.class).fromJsonValue(Map.of("created_at", 15L));

    assertThat(task.createdAt()).isNull();
    assertThat(task.additionalProperties()).containsEntry("created_at", new BigDecimal("1.5"));
    assertThat(whole.createdAt()).isEqualTo(15);
  }

  @Test
  void theEndsOfTheRangesAreTyped() {
    assertThat(Json.read(Shot.class, "{\"index\": 2147483647}").index())
        .isEqualTo(Integer.MAX_VALUE);
    assertThat(Json.read(Shot.class, "{\"index\": \"-2147483648\"}").index())
        .isEqualTo(Integer.MIN_VALUE);
    assertThat(Json.read(Task.class, "{\"created_at\": 9223372036854775807}").createdAt())
        .isEqualTo(Long.MAX_VALUE);
    assertThat(Json.read(Task.class, "{\"created_at\": \"-9223372036854775808\"}").createdAt())
        .isEqualTo(Long.MIN_VALUE);
    Task beyond = Json.read(Task.class, "{\"created_at\": 9223372036854775808}");
    assertThat(beyond.createdAt()).isNull();
    assertThat(beyond.additionalProperties())
        .containsEntry("created_at", new BigDecimal("9223372036854775808"));
  }

  @ParameterizedTest
  @CsvSource({"\"0.5\", 0.5", "\"0.50\", 0.5", "1, 1", "\"-3\", -3", "\"1e2\", 100"})
  void aStringOrANumberForANumberIsItsValue(String json, double value) {
    assertThat(Json.read(CameraControlConfig.class, "{\"pan\": " + json + "}").pan())
        .isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "much", "1,5", "NaN", "1e400", "0.12345678901234567890123", "1d"})
  void aStringThatIsNoSuchNumberIsKept(String text) {
    CameraControlConfig config =
        Json.read(CameraControlConfig.class, "{\"pan\": \"" + text + "\"}");

    assertThat(config.pan()).isNull();
    assertThat(config.additionalProperties()).containsEntry("pan", text);
  }

  @Test
  void aWholeNumberIsWrittenWithoutAFraction() {
    assertThat(
            Json.write(
                CameraControlConfig.class,
                CameraControlConfig.builder().pan(0.0).tilt(-5.0).zoom(2.5).build()))
        .isEqualTo("{\"pan\":0,\"tilt\":-5,\"zoom\":2.5}");
  }

  @Test
  void aWordForABooleanIsNoBoolean() {
    WatermarkInfo info = Json.read(WatermarkInfo.class, "{\"enabled\": \"true\"}");

    assertThat(info.enabled()).isNull();
    assertThat(info.additionalProperties()).containsEntry("enabled", "true");
  }

  @Test
  void aBooleanForAStringIsKept() {
    Task task = Json.read(Task.class, "{\"task_status\": true}");

    assertThat(task.taskStatus()).isNull();
    assertThat(task.additionalProperties()).containsEntry("task_status", true);
  }
}
