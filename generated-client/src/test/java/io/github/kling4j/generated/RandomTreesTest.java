package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.squareup.moshi.JsonDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trees of JSON that are made at random from the schemas, whole and damaged. */
final class RandomTreesTest {
  static List<GeneratedModel> models() {
    return GeneratedModel.all();
  }

  @Test
  void everySchemaOfTheContractIsTried() {
    List<String> names = new ArrayList<>();
    Document.CONTRACT.at("/components/schemas").fieldNames().forEachRemaining(names::add);

    assertThat(models())
        .filteredOn(model -> model.document().equals("kling"))
        .extracting(GeneratedModel::name)
        .containsExactlyElementsOf(names);
  }

  @ParameterizedTest
  @MethodSource("models")
  void aValidTreeGoesThroughUnchanged(GeneratedModel model) {
    RandomCases.of(model, RandomTreesTest::assertKept);
  }

  /** A pattern is not followed when a text is made, so that it may be broken. */
  @ParameterizedTest
  @MethodSource("models")
  void aValidTreeBreaksNoLimit(GeneratedModel model) {
    RandomCases.of(
        model,
        (each, json, random) ->
            assertThat(GeneratedModel.violations(each.read(json.toString())))
                .filteredOn(violation -> !violation.toString().contains("rule=pattern,"))
                .isEmpty());
  }

  @ParameterizedTest
  @MethodSource("models")
  void aValueOfAnyOtherShapeIsKept(GeneratedModel model) {
    RandomCases.of(
        model,
        (each, json, random) -> {
          JsonNode stranger = Places.STRANGERS.get(random.nextInt(Places.STRANGERS.size()));
          if (new Places(json).replaceOne(stranger.deepCopy(), random)) {
            assertKept(each, json, random);
          }
        });
  }

  /** There is nothing around the whole that could keep it. */
  @ParameterizedTest
  @MethodSource("models")
  void anotherShapeOfTheWholeIsKeptOrRefused(GeneratedModel model) {
    for (JsonNode stranger : Places.STRANGERS) {
      try {
        Object read = model.read(stranger.toString());
        assertThat(Meaning.difference(stranger, Json.tree(model.write(read)), "$")).isNull();
      } catch (JsonDataException e) {
        assertThat(e).hasMessageContaining("at path $");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void anyNumberOfStrangeValuesIsKept(GeneratedModel model) {
    RandomCases.of(
        model,
        (each, json, random) -> {
          for (int i = random.nextInt(2, 6); i > 0; i--) {
            new Places(json).replaceOne(new RandomJson(each.root(), random).any(), random);
          }
          assertKept(each, json, random);
        });
  }

  @ParameterizedTest
  @MethodSource("models")
  void aNameThatNobodyKnowsIsKept(GeneratedModel model) {
    RandomCases.of(
        model,
        (each, json, random) -> {
          JsonNode value = new RandomJson(each.root(), random).any();
          if (new Places(json).addOne("nobody knows", value, json, random)) {
            assertKept(each, json, random);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("models")
  void aNameMayBeMissing(GeneratedModel model) {
    RandomCases.of(
        model,
        (each, json, random) -> {
          if (new Places(json).removeOne(random)) {
            assertKept(each, json, random);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("models")
  void ofANameThatComesTwiceTheLastCounts(GeneratedModel model) {
    RandomCases.of(
        model,
        (each, json, random) -> {
          Object once = each.read(json.toString());
          JsonNode value = new RandomJson(each.root(), random).any();
          String twice = new Places(json).repeatOne(value, json, random);
          assertThat(each.read(twice)).as(twice).isEqualTo(once);
        });
  }

  @ParameterizedTest
  @MethodSource("models")
  void bytesThatComeOneByOneAreReadTheSame(GeneratedModel model) {
    RandomCases.of(
        model,
        (each, json, random) ->
            assertThat(each.read(slow(json.toString()))).isEqualTo(each.read(json.toString())));
  }

  private static BufferedSource slow(String json) {
    return Okio.buffer(
        new ForwardingSource(new Buffer().writeUtf8(json)) {
          @Override
          public long read(Buffer sink, long byteCount) throws java.io.IOException {
            return super.read(sink, Math.min(byteCount, 1));
          }
        });
  }

  private static void assertKept(GeneratedModel model, JsonNode json, SplittableRandom random) {
    Object read = model.read(json.toString());
    String written = model.write(read);
    Object again = model.read(written);

    assertThat(Meaning.difference(json, Json.tree(written), "$")).isNull();
    assertThat(again).isEqualTo(read).hasSameHashCodeAs(read).hasToString(read.toString());
    GeneratedModel.callAll(read);
  }
}
