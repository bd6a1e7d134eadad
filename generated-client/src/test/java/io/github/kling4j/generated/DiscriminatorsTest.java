package io.github.kling4j.generated;

import static io.github.kling4j.generated.Museum.assertSurvives;
import static io.github.kling4j.generated.Museum.breaches;
import static io.github.kling4j.generated.Museum.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.kling4j.documents.models.Acquisition;
import io.github.kling4j.documents.models.Media;
import io.github.kling4j.documents.models31.BodyModel;
import io.github.kling4j.documents.models31.Event;
import io.github.kling4j.documents.models31.Night;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unions whose type stands in a property. */
final class DiscriminatorsTest {
  @Test
  void aMappingMayNameASchemaOrReferToIt() {
    assertThat(assertSurvives(Media.class, "{'type':'image','width':1}").asImage().width())
        .isEqualTo(1);
    assertThat(assertSurvives(Media.class, "{'type':'video','seconds':2}").asVideo().seconds())
        .isEqualTo(2);
    assertThat(assertSurvives(Media.class, "{'seconds':2,'type':'clip'}").asVideo().type())
        .isEqualTo("clip");
  }

  @Test
  void aSchemaWithoutMappingIsMeantByItsName() {
    assertThat(assertSurvives(Media.class, "{'type':'Sound','loud':true}").asSound().loud())
        .isTrue();
    assertThat(assertSurvives(Acquisition.class, "{'how':'Gift','giver':'Bo'}").asGift().giver())
        .isEqualTo("Bo");
    assertThat(assertSurvives(Acquisition.class, "{'how':'Loan','giver':'Bo'}").known())
        .as("the discriminator decides, not what else there is")
        .isEqualTo(Acquisition.Known.LOAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'hologram'", "''", "'IMAGE'", "'loan'"})
  void anUnknownValueIsKeptWithAllElse(String type) {
    Media media = assertSurvives(Media.class, "{'width':1.50,'type':" + type + ",'x':[null]}");

    assertThat(media.known()).isEqualTo(Media.Known.UNRECOGNIZED);
    assertThat(media.asImage()).isNull();
    assertThat(Json.map(media.value()).get("type")).isEqualTo(type.replace("'", ""));
    assertThat(breaches(media.violations())).containsExactly("$ oneOf");
  }

  @Test
  void withoutADiscriminatorTheValueTellsItself() {
    assertThat(assertSurvives(Acquisition.class, "{'until':'2024-02-29'}").known())
        .as("both types require the discriminator")
        .isEqualTo(Acquisition.Known.UNRECOGNIZED);
    assertThat(assertSurvives(Media.class, "{'loud':true}").asSound().loud()).isTrue();
    assertThat(assertSurvives(Media.class, "{'type':[7],'loud':true}").known())
        .as("no type takes a list for the discriminator")
        .isEqualTo(Media.Known.UNRECOGNIZED);
  }

  @Test
  void whatIsNoObjectFitsNone() {
    assertThat(assertSurvives(Media.class, "'image'").known()).isEqualTo(Media.Known.UNRECOGNIZED);
    assertThat(assertSurvives(Media.class, "[]").known()).isEqualTo(Media.Known.UNRECOGNIZED);
  }

  @Test
  void theLastOfTwoDiscriminatorsCounts() {
    assertThat(read(Media.class, "{'type':'image','type':'clip','seconds':1}").known())
        .isEqualTo(Media.Known.VIDEO);
  }

  @Test
  void theNamedTypeKeepsWhatDoesNotFitIt() {
    Media media = assertSurvives(Media.class, "{'type':'video','seconds':'long','codec':'x'}");

    assertThat(media.asVideo().additionalProperties())
        .containsOnly(entry("seconds", "long"), entry("codec", "x"));
    assertThat(breaches(media.violations())).containsExactly("$.seconds type");
  }

  @Test
  void aDiscriminatorMayStandBesideNull() {
    Night night =
        assertSurvives(
            Night.class,
            "{'events':[{'what':'eclipse','total':true},null,{'what':'Transit','hours':2},"
                + "{'what':'comet'}]}");

    assertThat(night.events().get(0).asEclipse().total()).isTrue();
    assertThat(night.events().get(1)).isNull();
    assertThat(night.events().get(2).asTransit().hours()).isEqualTo(2);
    assertThat(night.events().get(3).known()).isEqualTo(Event.Known.UNRECOGNIZED);
    assertThat(night.violations()).hasSize(1).allMatch(each -> each.path().equals("$.events[3]"));
  }

  @Test
  void aConstantTellsTypesApartToo() {
    BodyModel star = assertSurvives(BodyModel.class, "{'kind':'star','name':'Vega'}");
    BodyModel planet = assertSurvives(BodyModel.class, "{'kind':'planet','name':'Mars'}");

    assertThat(star.asStar().name()).isEqualTo("Vega");
    assertThat(planet.asPlanet().kind()).isEqualTo("planet");
    assertThat(planet.asStar()).isNull();
    assertThat(assertSurvives(BodyModel.class, "{'kind':'moon','name':'Io'}").known())
        .isEqualTo(BodyModel.Known.UNRECOGNIZED);
  }
}
