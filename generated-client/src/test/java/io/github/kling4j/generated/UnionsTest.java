package io.github.kling4j.generated;

import static io.github.kling4j.generated.Museum.assertSurvives;
import static io.github.kling4j.generated.Museum.assertWritten;
import static io.github.kling4j.generated.Museum.breaches;
import static io.github.kling4j.generated.Museum.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.kling4j.documents.models.Contact;
import io.github.kling4j.documents.models.Either;
import io.github.kling4j.documents.models.Enclosure;
import io.github.kling4j.documents.models.Fee;
import io.github.kling4j.documents.models.Finding;
import io.github.kling4j.documents.models.Guide;
import io.github.kling4j.documents.models.GuidePrice;
import io.github.kling4j.documents.models.Item;
import io.github.kling4j.documents.models.Media;
import io.github.kling4j.documents.models.Money;
import io.github.kling4j.documents.models.Price;
import io.github.kling4j.documents.models.Style;
import io.github.kling4j.documents.models.Switch;
import io.github.kling4j.documents.models.Video;
import io.github.kling4j.documents.models.Visit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of several types, told apart by nothing but what the value looks like. */
final class UnionsTest {
  private static final Money MONEY =
      Money.builder().currency("EUR").value(new BigDecimal("1.50")).build();

  @Test
  void aScalarIsOfTheTypeThatItHasInJson() {
    assertThat(assertSurvives(Price.class, "5").asInteger()).isEqualTo(5);
    assertThat(assertSurvives(Price.class, "'5'").asString()).isEqualTo("5");
    assertThat(assertSurvives(Price.class, "'free'").known()).isEqualTo(Price.Known.STRING);
    assertThat(assertSurvives(Switch.class, "true").asBoolean()).isTrue();
    assertThat(assertSurvives(Switch.class, "1").asDouble()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1.50", "1e2", "-0.0"})
  void aNumberIsANumberHoweverItIsWritten(String json) {
    assertThat(assertSurvives(Fee.class, json).known()).isEqualTo(Fee.Known.DOUBLE);
  }

  @Test
  void aNumberBeyondItsLimitIsNoText() {
    assertThat(assertSurvives(Fee.class, "100").asDouble()).isEqualTo(100);
    assertThat(assertSurvives(Price.class, "-1").asInteger()).isEqualTo(-1);
  }

  @Test
  void anObjectStandsBesideScalars() {
    Price price = assertSurvives(Price.class, "{'currency':'EUR','value':'1.50'}");

    assertThat(price.asMoney()).isEqualTo(MONEY);
    assertThat(price.value()).isEqualTo(MONEY);
    assertThat(price.asString()).isNull();
    assertThat(price.asInteger()).isNull();
    assertThat(price).isEqualTo(Price.ofMoney(MONEY)).hasToString(MONEY.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "[1]", "[]"})
  void whatFitsNoTypeIsKept(String json) {
    Price price = assertSurvives(Price.class, json);

    assertThat(price.known()).isEqualTo(Price.Known.UNRECOGNIZED);
    assertThat(breaches(price.violations())).containsExactly("$ oneOf");
    assertThat(List.of(Price.Known.INTEGER, Price.Known.STRING, Price.Known.MONEY))
        .doesNotContain(price.known());
  }

  @Test
  void listsAreToldApartByTheirItems() {
    assertThat(assertSurvives(Finding.class, "['a','b']").asStringList()).containsExactly("a", "b");
    assertThat(assertSurvives(Finding.class, "[{'id':1}]").asItemList())
        .containsExactly(Item.builder().id(1L).build());
    assertThat(assertSurvives(Finding.class, "7").asInteger()).isEqualTo(7);
    assertThat(assertSurvives(Finding.class, "[{'id':1},'a']").known())
        .isEqualTo(Finding.Known.UNRECOGNIZED);
  }

  @Test
  void objectsAreToldApartByWhatTheyRequire() {
    assertThat(assertSurvives(Either.class, "{'id':1,'x':2}").asItem().id()).isEqualTo(1);
    assertThat(assertSurvives(Either.class, "{'value':'1.50','currency':'EUR'}").asMoney())
        .isEqualTo(MONEY);
    assertThat(assertSurvives(Either.class, "{'label':'a'}").known())
        .as("neither has what it requires")
        .isEqualTo(Either.Known.UNRECOGNIZED);
  }

  @Test
  void aTextBesideAnEnumOfTextsIsTheEnum() {
    assertThat(read(Style.class, "'gilded'")).isSameAs(Style.GILDED);
    assertThat(read(Style.class, "'baroque'").known()).isEqualTo(Style.Known.UNRECOGNIZED);
    assertSurvives(Style.class, "'baroque'");
  }

  @Test
  void aUnionMayHoldUnions() {
    Enclosure price = assertSurvives(Enclosure.class, "{'currency':'EUR','value':'1.50'}");
    Enclosure film = assertSurvives(Enclosure.class, "{'type':'clip','seconds':1.5}");

    assertThat(price.asPrice().asMoney()).isEqualTo(MONEY);
    assertThat(film.asMedia().asVideo().seconds()).isEqualTo(1.5);
    assertThat(assertSurvives(Enclosure.class, "'free'").asPrice())
        .isEqualTo(Price.ofString("free"));
    assertThat(Enclosure.ofPrice(Price.ofMoney(MONEY))).isEqualTo(price);
  }

  @Test
  void aUnionMayBeNullAndThenIsAbsent() {
    Guide guide = read(Guide.class, "{'first':{'type':'image'},'price':null}");

    assertThat(guide.price()).isNull();
    assertThat(guide.violations()).isEmpty();
    assertWritten(Guide.class, guide, "{'first':{'type':'image'}}");
  }

  @Test
  void aUnionStandsInPropertiesListsAndMaps() {
    Guide guide =
        assertSurvives(
            Guide.class,
            "{'first':{'type':'video','seconds':2},'media':[{'type':'image','width':3},{'type':'?'}],"
                + "'by_room':{'hall':3,'yard':'free'},'price':'free'}");

    assertThat(guide.first().asVideo().seconds()).isEqualTo(2);
    assertThat(guide.media().get(0).asImage().width()).isEqualTo(3);
    assertThat(guide.byRoom())
        .containsExactly(entry("hall", Price.ofInteger(3)), entry("yard", Price.ofString("free")));
    assertThat(guide.price()).isEqualTo(GuidePrice.ofString("free"));
    assertThat(guide.toBuilder().build()).isEqualTo(guide);
  }

  @Test
  void aBuilderTakesEachTypeOfAUnion() {
    Video video = Video.builder().type("video").seconds(2.0).build();
    Guide guide = Guide.builder().first(video).price("free").build();

    assertThat(guide.first()).isEqualTo(Media.ofVideo(video));
    assertWritten(Guide.class, guide, "{'first':{'type':'video','seconds':2},'price':'free'}");
    assertThat(guide.toBuilder().price(MONEY).build().price().asMoney()).isEqualTo(MONEY);
    assertThat(guide.toBuilder().price((String) null).build().price()).isNull();
  }

  @Test
  void limitsHoldInTheTypeThatTheValueHas() {
    assertThat(breaches(Price.ofInteger(-1).violations())).containsExactly("$ minimum");
    assertThat(breaches(Price.ofString("too long").violations())).containsExactly("$ maxLength");
    assertThat(breaches(Finding.ofStringList(List.of("a", "b", "c")).violations()))
        .containsExactly("$ maxItems");
    assertThat(breaches(read(Guide.class, "{'first':{'type':'video','seconds':601}}").violations()))
        .containsExactly("$.first.seconds maximum");
    assertThat(breaches(read(Guide.class, "{'by_room':{'a b':-1}}").violations()))
        .containsExactly("$.first required", "$.by_room['a b'] minimum");
  }

  @Test
  void propertiesBesideAlternativesBelongToOneObject() {
    Visit visit = assertSurvives(Visit.class, "{'day':'2024-02-29','group':'school','size':31}");

    assertThat(visit.day()).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(visit.group()).isEqualTo("school");
    assertThat(visit.person()).isNull();
    assertThat(breaches(visit.violations())).containsExactly("$.size maximum");
    assertThat(Visit.builder().day(LocalDate.EPOCH).build().group())
        .as("what only one alternative requires is not required")
        .isNull();
  }

  @Test
  void alternativesThatOnlyRequireNamesMakeNoUnion() {
    Contact contact = assertSurvives(Contact.class, "{'mail':'a@b'}");

    assertThat(contact).isEqualTo(Contact.builder().mail("a@b").build());
    assertThat(assertSurvives(Contact.class, "{}").phone()).isNull();
  }

  @Test
  void anyJsonValueCanBeSent() {
    List<Object> list = new ArrayList<>(List.of(1, Map.of("a", "b")));
    Price raw = Price.ofRaw(list);
    list.clear();

    assertWritten(Price.class, raw, "[1,{'a':'b'}]");
    assertThat(raw).isEqualTo(read(Price.class, "[1,{'a':'b'}]"));
    assertThatThrownBy(() -> Price.ofRaw(new Object()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRawValueKeepsItsNulls() {
    assertSurvives(Switch.class, "{'a':null,'b':[null,{'c':null}]}");
  }

  @Test
  void unionsAreEqualWhenTypeAndValueAre() {
    assertThat(Price.ofString("5"))
        .isEqualTo(Price.ofString("5"))
        .hasSameHashCodeAs(Price.ofString("5"));
    assertThat(Price.ofString("5")).isNotEqualTo(Price.ofInteger(5));
    assertThat(Price.ofString("5")).isNotEqualTo(Price.ofRaw("5"));
    assertThat(Price.ofString("5")).isNotEqualTo("5").hasToString("5");
  }
}
