package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.JsonDataException;
import io.github.kling4j.documents.operations.Item;
import io.github.kling4j.documents.operations.api.AnswersApi;
import io.github.kling4j.documents.operations.api.BodiesApi;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Response;

/** What comes back. */
final class AnswersTest {
  private static final String ITEM = "{\"id\":\"1\",\"size\":2.5}";

  private final Wire<AnswersApi> wire = new Wire<>(AnswersApi.class);

  @AfterEach
  void stop() {
    wire.close();
  }

  @Test
  void anAnswerWithoutContentIsNothingWhateverTheServerSends() throws Exception {
    Response<Void> response = wire.answer("not JSON", AnswersApi::answerNothing);

    assertThat(response.isSuccessful()).isTrue();
    assertThat(response.body()).isNull();
    assertThat(wire.sent().getHeaders().get("Accept")).isNull();
  }

  @Test
  void aByteOrderMarkIsSkipped() throws Exception {
    assertThat(wire.answer('\ufeff' + ITEM, AnswersApi::answerSame).body().id()).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201})
  void answersOfOneSchemaAreOneType(int code) throws Exception {
    MockResponse answer = new MockResponse.Builder().code(code).body(ITEM).build();

    assertThat(wire.answer(answer, AnswersApi::answerSame).body().id()).isEqualTo("1");
  }

  @Test
  void anAnswerMayBeEmptyBesideThoseThatAreNot() throws Exception {
    MockResponse answer = new MockResponse.Builder().code(204).build();

    assertThat(wire.answer(answer, AnswersApi::answerSame).body()).isNull();
  }

  @Test
  void theMediaTypesOfProblemsAreAskedForToo() throws Exception {
    assertThat(accept(AnswersApi::answerSame))
        .isEqualTo("application/json, application/problem+json");
    assertThat(accept(AnswersApi::answerRange)).isEqualTo("application/json");
  }

  @Test
  void aProblemIsKept() throws Exception {
    MockResponse answer = new MockResponse.Builder().code(409).body("{\"R\":1}").build();

    Response<Item> response = wire.answer(answer, AnswersApi::answerSame);

    assertThat(response.code()).isEqualTo(409);
    assertThat(response.errorBody().string()).isEqualTo("{\"R\":1}");
  }

  @Test
  void answersOfSeveralSchemasAreAUnion() throws Exception {
    assertThat(wire.answer(ITEM, AnswersApi::answerEither).body().asItem().id()).isEqualTo("1");
    assertThat(wire.answer("[\"a\"]", AnswersApi::answerEither).body().asStringList())
        .containsExactly("a");
  }

  @Test
  void answersOfSeveralMediaTypesAreAUnion() throws Exception {
    assertThat(wire.answer(ITEM, AnswersApi::answerEitherType).body().asItem().id()).isEqualTo("1");
    assertThat(wire.answer("[\"a\"]", AnswersApi::answerEitherType).body().asStringList())
        .containsExactly("a");
    assertThat(wire.sent().getHeaders().get("Accept"))
        .isEqualTo("application/json, application/vnd.texts+json");
  }

  @Test
  void anInlineSchemaThatIsThereTwiceIsOneClass() throws Exception {
    assertThat(wire.answer("{\"id\":\"1\"}", AnswersApi::answerTwice).body().id()).isEqualTo("1");
  }

  @Test
  void theOnlyAnswerMayBeTheDefaultOrARangeOrOfAnyMediaType() throws Exception {
    assertThat(wire.answer(ITEM, AnswersApi::answerDefault).body().id()).isEqualTo("1");
    assertThat(wire.answer(ITEM, AnswersApi::answerRange).body().id()).isEqualTo("1");
    assertThat(wire.answer(ITEM, AnswersApi::answerAnyType).body().id()).isEqualTo("1");
    assertThat(wire.answer(ITEM, AnswersApi::answerMixed).body().id()).isEqualTo("1");
    assertThat(accept(AnswersApi::answerAnyType)).isEqualTo("*/*");
  }

  @Test
  void aListIsAListOfModels() throws Exception {
    List<Item> items =
        wire.answer('[' + ITEM + ",{\"id\":2,\"more\":1}]", AnswersApi::answerList).body();

    assertThat(items).extracting(Item::id).containsExactly("1", "2");
    assertThat(items.get(1).additionalProperties()).containsKey("more");
  }

  @Test
  void aMapHasDates() throws Exception {
    assertThat(wire.answer("{\"a\":\"2024-02-29\"}", AnswersApi::answerDates).body())
        .isEqualTo(Map.of("a", LocalDate.of(2024, 2, 29)));
  }

  @Test
  void numbersAreExactInListsAndInFreeForms() throws Exception {
    assertThat(wire.answer("[12345678901234567890.10,1]", AnswersApi::answerDecimals).body())
        .containsExactly(new BigDecimal("12345678901234567890.10"), new BigDecimal("1"));
    Map<String, Object> free =
        wire.answer("{\"n\":12345678901234567890.10,\"x\":null}", AnswersApi::answerFree).body();
    assertThat(free.get("n")).hasToString("12345678901234567890.10");
    assertThat(free).containsEntry("x", null);
  }

  @Test
  void anAnswerThatMayBeAnythingComesAsItIs() throws Exception {
    try (ResponseBody body = wire.answer("[1.0]", AnswersApi::answerUnknown).body()) {
      assertThat(body.source()).as("in memory").isInstanceOf(Buffer.class);
      assertThat(body.string()).isEqualTo("[1.0]");
    }
    assertThat(wire.sent().getHeaders().get("Accept")).isEqualTo("application/json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"1\"}  | $",
        "\"text\"        | $",
        "[{\"id\":\"1\"} | $",
        "[{\"id\":       | $[0].id",
        "[{\"id\":\"1\"},5] | $",
        "''              | $",
        "[] []           | $",
        "<html>          | $"
      })
  void aListOfAnotherShapeEndsInOneExceptionWithAPath(String json, String path) {
    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> wire.answer(json, AnswersApi::answerList))
        .withMessageContaining("path " + path);
  }

  @Test
  void theAnswerToAHeadIsItsHeaders() throws Exception {
    try (Wire<BodiesApi> bodies = new Wire<>(BodiesApi.class)) {
      MockResponse answer = new MockResponse.Builder().addHeader("X-Size", "1").build();

      assertThat(bodies.answer(answer, BodiesApi::headOfIt).headers().get("X-Size")).isEqualTo("1");
    }
  }

  private String accept(Function<AnswersApi, Call<?>> request) throws Exception {
    try (Wire<AnswersApi> other = new Wire<>(AnswersApi.class)) {
      return other.send(request).getHeaders().get("Accept");
    }
  }
}
