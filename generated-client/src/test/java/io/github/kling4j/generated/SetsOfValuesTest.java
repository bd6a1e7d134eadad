package io.github.kling4j.generated;

import static io.github.kling4j.generated.Museum.assertSurvives;
import static io.github.kling4j.generated.Museum.assertWritten;
import static io.github.kling4j.generated.Museum.breaches;
import static io.github.kling4j.generated.Museum.read;
import static io.github.kling4j.generated.Museum.readExactly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.kling4j.documents.models.Bare;
import io.github.kling4j.documents.models.Epoch;
import io.github.kling4j.documents.models.Floor;
import io.github.kling4j.documents.models.Material;
import io.github.kling4j.documents.models.MaybeMaterial;
import io.github.kling4j.documents.models.Scale;
import io.github.kling4j.documents.models.Sign;
import io.github.kling4j.documents.models.Signs;
import io.github.kling4j.documents.models.SignsInline;
import io.github.kling4j.documents.models.SignsListItem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Enums of every type, which stay open for what a document does not know yet. */
final class SetsOfValuesTest {
  private static final List<String> SIGNS =
      List.of(
          "16:9",
          "",
          "+1",
          "-1",
          "中文",
          "Red",
          "red",
          "RED",
          "unrecognized",
          "UNRECOGNIZED",
          "a\"b",
          "a\\b",
          "a$b",
          "$",
          "*/",
          " ",
          "null",
          "values",
          "line\nbreak",
          "😀");

  @Test
  void everyValueOfTheDocumentIsThereInItsOrder() {
    assertThat(Sign.values()).extracting(Sign::value).containsExactlyElementsOf(SIGNS);
    assertThatThrownBy(() -> Sign.values().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void everyValueHasAConstantOfItsOwn() {
    assertThat(new HashSet<>(Sign.values())).hasSize(SIGNS.size());
    for (Sign sign : Sign.values()) {
      assertThat(Sign.of(sign.value())).isSameAs(sign);
      assertThat(sign.known()).isNotEqualTo(Sign.Known.UNRECOGNIZED);
      assertThat(sign).hasToString(sign.value());
    }
    assertThat(Sign.values()).extracting(Sign::known).doesNotHaveDuplicates();
    assertThat(Sign.Known.values()).hasSize(SIGNS.size() + 1);
  }

  @Test
  void namesFollowFromValues() {
    assertThat(Sign.VALUE_16_9.value()).isEqualTo("16:9");
    assertThat(Sign.EMPTY.value()).isEmpty();
    assertThat(Sign.PLUS_1.value()).isEqualTo("+1");
    assertThat(Sign.MINUS_1.value()).isEqualTo("-1");
    assertThat(Sign.of("中文").known()).hasToString("中文");
    assertThat(Sign.RED.value()).isEqualTo("Red");
    assertThat(Sign.UNRECOGNIZED_.known()).isEqualTo(Sign.Known.UNRECOGNIZED_);
  }

  @Test
  void everyValueSurvives() {
    for (Sign sign : Sign.values()) {
      String json = Museum.write(Sign.class, sign);
      assertThat(Json.tree(json).textValue()).isEqualTo(sign.value());
      assertThat(readExactly(Sign.class, json)).isSameAs(sign);
    }
  }

  @Test
  void anUnknownValueIsKeptAndNamedAsAViolation() {
    Signs signs = assertSurvives(Signs.class, "{'sign':'rEd','material':'glass','floor':7}");

    assertThat(signs.sign().known()).isEqualTo(Sign.Known.UNRECOGNIZED);
    assertThat(signs.sign()).isEqualTo(Sign.of("rEd")).hasSameHashCodeAs(Sign.of("rEd"));
    assertThat(signs.floor().value()).isEqualTo(7);
    assertThat(breaches(signs.violations()))
        .containsExactlyInAnyOrder("$.sign enum", "$.material enum", "$.floor enum");
  }

  @Test
  void integersHaveTheNamesAndWordsThatTheDocumentGives() {
    assertThat(Floor.values()).containsExactly(Floor.CELLAR, Floor.GROUND, Floor.FIRST);
    assertThat(Floor.CELLAR.value()).isEqualTo(-1);
    assertThat(Floor.of(1).known()).isEqualTo(Floor.Known.FIRST);
    assertThat(read(Floor.class, "0")).isSameAs(Floor.GROUND);
    assertThat(read(Floor.class, "'-1'")).isSameAs(Floor.CELLAR);
    assertThat(read(Floor.class, "'basement'")).isSameAs(Floor.CELLAR);
    assertThat(read(Floor.class, "'ground'")).isSameAs(Floor.GROUND);
    assertThat(Museum.write(Floor.class, read(Floor.class, "'cellar'"))).isEqualTo("-1");
  }

  @Test
  void eachConstantIsDescribed() {
    assertThat(Museum.source("Floor"))
        .contains("/** Below the street. */ public static final Floor CELLAR")
        .contains("/** Where the street is. */ GROUND,");
    assertThat(Museum.source("Material"))
        .contains("/** Was a tree. */ public static final Material WOOD")
        .contains("/** The value {@code stone}. */ public static final Material STONE");
  }

  @Test
  void textsHaveTheNamesAndWordsThatTheDocumentGives() {
    assertThat(read(Material.class, "'timber'")).isSameAs(Material.WOOD);
    assertThat(Material.of("lumber \"raw\"")).isSameAs(Material.WOOD);
    assertThat(Museum.write(Material.class, Material.of("timber"))).isEqualTo("\"wood\"");
    assertThat(Material.of("Timber").known()).isEqualTo(Material.Known.UNRECOGNIZED);
  }

  @Test
  void valuesMayBeBeyondAnInt() {
    assertThat(Epoch.values())
        .extracting(Epoch::value)
        .containsExactly(-4_000_000_000L, 0L, 4_000_000_000L);
    assertThat(read(Epoch.class, "-4000000000").known()).isEqualTo(Epoch.Known.MINUS_4000000000);
    assertSurvives(Epoch.class, "9000000000");
  }

  @Test
  void valuesMayBeFractions() {
    assertThat(read(Scale.class, "0.5")).isSameAs(Scale.of(0.5));
    assertThat(read(Scale.class, "1.0").known()).isEqualTo(Scale.Known.VALUE_1);
    assertThat(Scale.values()).extracting(Scale::value).containsExactly(0.5, 1.0, 2.25);
    assertSurvives(Scale.class, "2.25");
    assertSurvives(Scale.class, "1");
    assertThat(assertSurvives(Scale.class, "3.5").known()).isEqualTo(Scale.Known.UNRECOGNIZED);
  }

  @Test
  void nullIsAnAbsentValueWhereItIsAmongThem() {
    Signs signs = read(Signs.class, "{'sign':'red','maybe':null}");

    assertThat(signs.maybe()).isNull();
    assertThat(signs.violations()).isEmpty();
    assertThat(MaybeMaterial.values()).containsExactly(MaybeMaterial.WOOD, MaybeMaterial.STONE);
  }

  @Test
  void aBooleanAmongOneIsABoolean() {
    assertThat(assertSurvives(Signs.class, "{'sign':'','truth':true}").truth()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "'two'", "true", "[null]"})
  void valuesOfSeveralTypesAreAnyValue(String json) {
    Signs signs = assertSurvives(Signs.class, "{'sign':'','mixture':" + json + "}");

    assertThat(signs.mixture()).isNotNull();
    assertThat(signs.additionalProperties()).isEmpty();
  }

  @Test
  void aTypeMayBeLeftOut() {
    assertThat(read(Bare.class, "'one'")).isSameAs(Bare.ONE);
  }

  @Test
  void datesAreDatesThoughTheyAreAmongOthers() {
    assertThat(assertSurvives(Signs.class, "{'sign':'','by_day':'2024-01-01'}").byDay())
        .isEqualTo(LocalDate.of(2024, 1, 1));
  }

  @Test
  void enumsStandInPlaceAndInListsAndMaps() {
    Signs signs =
        assertSurvives(
            Signs.class,
            "{'sign':'$','inline':'left','list':['up','sideways'],'floors':[0,9],"
                + "'map':{'a':'stone','b':'glass'}}");

    assertThat(signs.inline()).isSameAs(SignsInline.LEFT);
    assertThat(signs.list()).containsExactly(SignsListItem.UP, SignsListItem.of("sideways"));
    assertThat(signs.floors()).containsExactly(Floor.GROUND, Floor.of(9));
    assertThat(signs.map()).contains(entry("a", Material.STONE));
    assertThat(breaches(signs.violations()))
        .containsExactlyInAnyOrder("$.list[1] enum", "$.floors[1] enum", "$.map.b enum");
  }

  @Test
  void aBuilderTakesThePlainValueToo() {
    Signs signs =
        Signs.builder()
            .sign("16:9")
            .floor(-1)
            .epoch(0)
            .scale(0.5)
            .material((Material) null)
            .map(Map.of("a", Material.WOOD))
            .list(Arrays.asList(SignsListItem.DOWN))
            .build();

    assertThat(signs.sign()).isSameAs(Sign.VALUE_16_9);
    assertThat(signs.floor()).isSameAs(Floor.CELLAR);
    assertWritten(
        Signs.class,
        signs,
        "{'sign':'16:9','floor':-1,'epoch':0,'scale':0.5,'map':{'a':'wood'},'list':['down']}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "'first floor'", "true", "[0]", "4000000000"})
  void aValueOfAnotherTypeIsKeptAsItCame(String json) {
    Signs signs = assertSurvives(Signs.class, "{'sign':'','floor':" + json + "}");

    assertThat(signs.floor()).isNull();
    assertThat(breaches(signs.violations())).containsExactly("$.floor type");
  }
}
