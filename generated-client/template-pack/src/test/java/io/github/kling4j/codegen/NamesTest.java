package io.github.kling4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "task_id, TaskId",
    "TaskStatus, TaskStatus",
    "task-status.v2, TaskStatusV2",
    "HTTPError, HTTPError",
    "400, Model400",
    "größe, GroU00DFe",
    "café, Cafe",
    "用户, U7528U6237",
    "'---', MinusMinusMinus",
    "'', Model",
    "😀, Model"
  })
  void aClassIsNamedInAscii(String raw, String expected) {
    assertThat(Names.type(raw, "Model")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "task_id, taskId",
    "taskId, taskId",
    "ID, id",
    "URLName, urlName",
    "user_ID, userID",
    "2nd, value2nd",
    "class, class_",
    "+1, plus1",
    "-1, minus1",
    "a-1, a1",
    "_, underscore",
    "@type, type",
    "名字, 名字",
    "'', value",
    "😀, value"
  })
  void aMemberIsNamedInItsOwnScript(String raw, String expected) {
    assertThat(Names.member(raw)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "kling-v1, KLING_V1",
    "aspectRatio, ASPECT_RATIO",
    "16:9, VALUE_16_9",
    "'', EMPTY",
    "+1, PLUS_1",
    "-0.5, MINUS_0_5",
    "<=, LESS_EQUALS",
    "标准, 标准",
    "😀, VALUE_"
  })
  void aConstantIsNamedInCapitals(String raw, String expected) {
    assertThat(Names.constant(raw)).isEqualTo(expected);
  }

  @Test
  void aLiteralIsTheTextItself() {
    assertThat(Names.literal("a \"b\" \\ \n\r\t 名 😀"))
        .isEqualTo("\"a \\\"b\\\" \\\\ \\n\\r\\t 名 😀\"");
    assertThat(Names.literal("\u0000\ud83d")).isEqualTo("\"\\u0000\\ud83d\"");
  }

  @Test
  void aNameIsGivenOnceOnly() {
    Names.Scope scope = new Names.Scope(false, List.of("wait"));

    assertThat(List.of(scope.take("a", "_"), scope.take("a", "_"), scope.take("A", "_")))
        .containsExactly("a", "a2", "A");
    assertThat(List.of(scope.take("wait", "_"), scope.take("wait", "_")))
        .containsExactly("wait_", "wait_2");
    assertThat(List.of(scope.take("v1", "_"), scope.take("v1", "_"))).containsExactly("v1", "v1_2");
  }

  @Test
  void caseMakesNoOtherFile() {
    Names.Scope scope = new Names.Scope(true, List.of("List"));

    assertThat(
            List.of(
                scope.take("Foo", "Model"),
                scope.take("FOO", "Model"),
                scope.take("LIST", "Model")))
        .containsExactly("Foo", "FOO2", "LISTModel");
  }
}
