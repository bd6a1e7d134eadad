package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonClass;
import com.squareup.moshi.Moshi;
import io.github.kling4j.model.ModelJsonAdapterFactory;
import io.github.kling4j.model.Task;
import io.github.kling4j.model.TaskAnswer;
import io.github.kling4j.model.TaskListAnswer;
import io.github.kling4j.model.TextToVideoRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moshi falls back to reflection in silence: here it would be seen. */
final class NoReflectionTest {
  /** Stands before all adapters that Moshi brings itself. */
  private static final JsonAdapter.Factory NOTHING_LEFT =
      (type, annotations, moshi) -> {
        throw new AssertionError("No generated adapter for " + type);
      };

  private static final Moshi WITHOUT_FACTORY = new Moshi.Builder().build();

  static Stream<Class<?>> models() {
    return Document.CONTRACT.at("/components/schemas").properties().stream()
        .map(Map.Entry::getKey)
        .map(Document::model);
  }

  @ParameterizedTest
  @MethodSource("models")
  void theFactoryServesAModelAndAllThatItHolds(Class<?> model) {
    Moshi moshi =
        new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).add(NOTHING_LEFT).build();

    assertThat(moshi.adapter(model).getClass())
        .hasToString("class " + model.getName() + "JsonAdapter");
  }

  @Test
  void theFactoryServesNothingElse() {
    ModelJsonAdapterFactory factory = ModelJsonAdapterFactory.INSTANCE;

    assertThat(factory.create(String.class, Set.of(), WITHOUT_FACTORY)).isNull();
    assertThat(factory.create(Object.class, Set.of(), WITHOUT_FACTORY)).isNull();
  }

  @ParameterizedTest
  @MethodSource("models")
  void moshiFindsTheAdapterByNameWithoutTheFactory(Class<?> model) {
    assertThat(model.getAnnotation(JsonClass.class).generateAdapter()).isTrue();
    assertThat(model.getAnnotation(JsonClass.class).generator()).isNotEmpty();
    assertThat(WITHOUT_FACTORY.adapter(model).toString())
        .startsWith(model.getName() + "JsonAdapter@");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create-answer-no-envelope",
        "query-answer-succeed",
        "query-answer-word-code",
        "query-answer-word-code-failed"
      })
  void anAdapterFoundByNameDoesTheSame(String name) throws IOException {
    assertSameWithoutFactory(TaskAnswer.class, Json.body(name));
    assertSameWithoutFactory(Task.class, Json.body(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'data':[{'task_id':'a','url':{'x':1.50}},{'id':12345678901234567890}],'x':1e400}",
        "{'data':[{'task_id':'a'},7],'code':'word'}",
        "{'data':[{'task_id':'a','task_result':{'videos':[{'url':'u'},null]}}]}"
      })
  void anAdapterFoundByNameIsAsTolerant(String json) throws IOException {
    assertSameWithoutFactory(TaskListAnswer.class, json.replace('\'', '"'));
  }

  @Test
  void anAdapterFoundByNameReadsARequest() throws IOException {
    assertSameWithoutFactory(TextToVideoRequest.class, Json.body("create-request-v3-multi-shot"));
  }

  private static <T> void assertSameWithoutFactory(Class<T> type, String json) throws IOException {
    JsonAdapter<T> adapter = WITHOUT_FACTORY.adapter(type);
    T read = adapter.fromJson(json);

    assertThat(read).isEqualTo(Json.read(type, json));
    assertThat(adapter.toJson(read)).isEqualTo(Json.write(type, read));
  }
}
