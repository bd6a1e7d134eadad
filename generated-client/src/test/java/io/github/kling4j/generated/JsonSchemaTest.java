package io.github.kling4j.generated;

import static io.github.kling4j.generated.Museum.assertSurvives;
import static io.github.kling4j.generated.Museum.assertWritten;
import static io.github.kling4j.generated.Museum.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.kling4j.documents.models31.ClassModel;
import io.github.kling4j.documents.models31.Constants;
import io.github.kling4j.documents.models31.Grade;
import io.github.kling4j.documents.models31.Holder;
import io.github.kling4j.documents.models31.Instrument;
import io.github.kling4j.documents.models31.Lens;
import io.github.kling4j.documents.models31.Level;
import io.github.kling4j.documents.models31.Mark;
import io.github.kling4j.documents.models31.Night;
import io.github.kling4j.documents.models31.Observation;
import io.github.kling4j.documents.models31.ObservationAnything;
import io.github.kling4j.documents.models31.ObservationColour;
import io.github.kling4j.documents.models31.ObservationSize;
import io.github.kling4j.documents.models31.Person;
import io.github.kling4j.documents.models31.Season;
import io.github.kling4j.documents.models31.Star;
import io.github.kling4j.documents.models31.Untyped;
import io.github.kling4j.documents.models31.Violation;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What OpenAPI 3.1 takes from JSON Schema. */
final class JsonSchemaTest {
  @Test
  void aValueMayHaveSeveralTypes() {
    assertThat(observation("'brightness':'bright'").brightness().asString()).isEqualTo("bright");
    assertThat(observation("'brightness':3").brightness().asInteger()).isEqualTo(3);
    assertThat(observation("'details':{'a':null}").details().asObjectMap()).containsOnlyKeys("a");
    assertThat(observation("'details':[1,null]").details().asObjectList())
        .containsExactly(1L, null);
    assertThat(observation("'either':1.5").either()).isEqualTo(1.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a'", "1.5", "true", "{'a':[null]}", "[null,{}]"})
  void aValueMayHaveAllTypes(String json) {
    assertThat(observation("'anything':" + json).anything().known())
        .isNotEqualTo(ObservationAnything.Known.UNRECOGNIZED);
  }

  @Test
  void aLimitHoldsForTheTypeThatItIsFor() {
    assertThat(breaches(read(Mark.class, "'abcde'").violations())).containsExactly("$ maxLength");
    assertThat(breaches(read(Mark.class, "10").violations())).containsExactly("$ maximum");
    assertThat(read(Mark.class, "['abcde']").violations()).isEmpty();
    assertThat(read(Mark.class, "['abcde']").asStringList()).containsExactly("abcde");
  }

  @Test
  void aConstantHasTheTypeOfItsValue() {
    Constants constants =
        Constants.builder()
            .word("a \"word\"")
            .typed("fixed")
            .number(3)
            .fraction(1.5)
            .flag(true)
            .build();

    assertThat(constants.violations()).isEmpty();
    assertSurvives(Constants.class, Museum.write(Constants.class, constants));
  }

  @Test
  void anotherValueThanTheConstantIsAViolation() {
    Constants constants =
        read(
            Constants.class,
            "{'word':'a word','typed':'Fixed','number':4,'fraction':1.50,'flag':false}");

    assertThat(breaches(constants.violations()))
        .containsExactly("$.word const", "$.typed const", "$.number const", "$.flag const");
  }

  @Test
  void aConstantIsNotSetUnasked() {
    assertWritten(Constants.class, Constants.builder().build(), "{}");
    assertThat(Star.builder().kind("star").name("Vega").build().violations()).isEmpty();
  }

  @Test
  void aChoiceBetweenConstantsIsAnEnum() {
    assertThat(Season.values()).containsExactly(Season.SPRING, Season.FALL, Season.WINTER);
    assertThat(Season.FALL.value()).isEqualTo("autumn");
    assertThat(read(Season.class, "'winter'")).isSameAs(Season.WINTER);
    assertThat(Level.of(2)).isSameAs(Level.HIGH);
    assertThat(breaches(read(Night.class, "{'season':'summer','level':3}").violations()))
        .containsExactly("$.season enum", "$.level enum");
  }

  @Test
  void anEnumMayHoldNull() {
    Observation observation = observation("'colour':'red','size':'giant'");

    assertThat(observation.colour()).isSameAs(ObservationColour.RED);
    assertThat(observation.size()).isSameAs(ObservationSize.GIANT);
    assertThat(ObservationSize.values()).hasSize(2);
    assertThat(Grade.values()).extracting(Grade::value).containsExactly(1, 2);
    assertThat(read(Observation.class, "{'id':'o','size':null,'colour':null}").violations())
        .isEmpty();
  }

  @Test
  void aSchemaMayHaveTheNameOfAJavaClassOrKeyword() {
    Night night = assertSurvives(Night.class, "{'class':'O','grade':1,'mark':'x'}");

    assertThat(night.class_()).isSameAs(ClassModel.HOTTEST);
  }

  @Test
  @SuppressWarnings("deprecation") // What stands beside the reference says so.
  void whatStandsBesideAReferenceBelongsToTheProperty() {
    assertThat(observation("'star':{'kind':'star','name':'Vega'}").star().name()).isEqualTo("Vega");
  }

  @Test
  void exclusiveLimitsAreNumbers() {
    assertThat(breaches(read(Person.class, "{'name':'n','born':1500}").violations()))
        .containsExactly("$.born minimum");
    assertThat(breaches(read(Person.class, "{'name':'n','born':2100}").violations()))
        .containsExactly("$.born maximum");
    assertThat(read(Person.class, "{'name':'n','born':1501}").violations()).isEmpty();
  }

  @Test
  void anEncodingMakesBytes() {
    Instrument instrument = assertSurvives(Instrument.class, "{'image':'AQID','raw':'text'}");

    assertThat(instrument.image()).isEqualTo(ByteString.of((byte) 1, (byte) 2, (byte) 3));
    assertThat(instrument.raw()).isEqualTo("text");
    assertThat(assertSurvives(Instrument.class, "{'image':'?'}").additionalProperties())
        .containsOnlyKeys("image");
  }

  @Test
  void aTupleIsAListOfWhatItsItemsHaveInCommon() {
    Instrument instrument =
        assertSurvives(
            Instrument.class,
            "{'image':'','position':[1.5,'north',null],'axes':[1,2.5],'mixed':['x',1]}");

    assertThat(instrument.position()).hasSize(3).contains("north").last().isNull();
    assertThat(instrument.axes()).containsExactly(1.0, 2.5);
    assertThat(instrument.mixed()).containsExactly("x", 1L);
    assertThat(assertSurvives(Holder.class, "{'tuple':[1,{'name':'a'}],'maybe':[]}").tuple())
        .containsExactly(1L, Map.of("name", "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "'a'", "{'a':null}", "[]"})
  void aBooleanSchemaTakesAnyValue(String json) {
    Instrument instrument =
        assertSurvives(Instrument.class, "{'image':'','always':" + json + ",'never':" + json + "}");

    assertThat(instrument.always()).isEqualTo(instrument.never()).isNotNull();
  }

  @Test
  void namesThatOnlyMatchAPatternAreAdditionalProperties() {
    Instrument instrument =
        assertSurvives(Instrument.class, "{'image':'','x-a':'b','settings':{'x-a':1,'b':null}}");

    assertThat(instrument.additionalProperties()).containsOnly(entry("x-a", "b"));
    assertThat(instrument.settings()).containsEntry("x-a", 1L).containsEntry("b", null);
  }

  @Test
  void aDefinitionInsideASchemaCanBeReferredTo() {
    Instrument instrument =
        assertSurvives(Instrument.class, "{'image':'','lens':{'diameter':3},'aperture':40}");

    assertThat(instrument.lens()).isEqualTo(Lens.builder().diameter(3).build());
    assertThat(breaches(instrument.violations())).containsExactly("$.aperture maximum");
  }

  @Test
  void keywordsThatSayNothingOfAShapeDoNoHarm() {
    Instrument instrument =
        assertSurvives(
            Instrument.class,
            "{'image':'','contained':['a',1],'depends':{'a':'x'},'chosen':{'a':2,'b':null}}");

    assertThat(instrument.depends().a()).isEqualTo("x");
    assertThat(instrument.additionalProperties()).isEmpty();
  }

  @Test
  void entriesMayBeNull() {
    Holder holder = assertSurvives(Holder.class, "{'a':null,'b':'c'}");

    assertThat(holder.entries()).containsExactly(entry("a", null), entry("b", "c"));
  }

  @Test
  void aTypeMayBeLeftOut() {
    Untyped untyped = assertSurvives(Untyped.class, "{'a':[1],'b':'x','c':['y']}");

    assertThat(untyped.c()).containsExactly("y");
    assertThat(untyped.additionalProperties()).isEmpty();
    assertThat(assertSurvives(Untyped.class, "{'a':'long','b':0.5}").a()).isEqualTo("long");
  }

  private static Observation observation(String members) {
    return assertSurvives(Observation.class, "{'id':'o','seen':null,'seer':null," + members + "}");
  }

  private static List<String> breaches(List<Violation> violations) {
    return violations.stream().map(each -> each.path() + ' ' + each.rule()).toList();
  }
}
