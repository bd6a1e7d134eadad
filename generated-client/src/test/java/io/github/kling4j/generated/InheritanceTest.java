package io.github.kling4j.generated;

import static io.github.kling4j.generated.Museum.assertSurvives;
import static io.github.kling4j.generated.Museum.assertWritten;
import static io.github.kling4j.generated.Museum.breaches;
import static io.github.kling4j.generated.Museum.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.kling4j.documents.models.Exhibit;
import io.github.kling4j.documents.models.Item;
import io.github.kling4j.documents.models.Label;
import io.github.kling4j.documents.models.MissingPropertyException;
import io.github.kling4j.documents.models.Painting;
import io.github.kling4j.documents.models.Relief;
import io.github.kling4j.documents.models.Room;
import io.github.kling4j.documents.models.Sculpture;
import io.github.kling4j.documents.models.Signature;
import io.github.kling4j.documents.models.Style;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Schemas that are put together with {@code allOf}, by hand or as a family. */
final class InheritanceTest {
  private static final Painting PAINTING =
      Painting.builder().kind("painting").width(2.5).title("Rain").artist("Li").build();

  @Test
  void anObjectHasThePropertiesOfAllParts() {
    Painting painting =
        assertSurvives(
            Painting.class,
            "{'id':1,'kind':'painting','year':1900,'artist':'Li','signed_on':'1901-01-02',"
                + "'width':2.5,'frame':'oak'}");

    assertThat(painting.id()).isEqualTo(1);
    assertThat(painting.artist()).isEqualTo("Li");
    assertThat(painting.signedOn()).isEqualTo(LocalDate.of(1901, 1, 2));
    assertThat(painting.width()).isEqualTo(2.5);
    assertThat(painting.additionalProperties()).containsOnly(entry("frame", "oak"));
  }

  @Test
  void aLaterPartOverridesAProperty() {
    Painting painting = PAINTING.toBuilder().title("nine long").width(0.0).build();
    Sculpture sculpture = Sculpture.builder().kind("Sculpture").title("nine long").build();

    assertThat(breaches(painting.violations()))
        .containsExactlyInAnyOrder("$.title maxLength", "$.width minimum");
    assertThat(sculpture.violations()).isEmpty();
  }

  @Test
  void whatAnotherPartRequiresIsRequired() {
    Signature.Builder builder = Signature.builder().artist("Li");

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("signed_on");
    assertThatThrownBy(() -> Signature.builder().signedOn(LocalDate.EPOCH).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("artist");
    assertThatThrownBy(() -> read(Signature.class, "{}").artist())
        .isInstanceOf(MissingPropertyException.class);
    assertThatThrownBy(() -> read(Relief.class, "{'kind':'Relief'}").material())
        .isInstanceOf(MissingPropertyException.class);
    assertThat(read(Sculpture.class, "{'kind':'Sculpture'}").material()).isNull();
  }

  @Test
  void aParentTurnsIntoTheChildThatItsDiscriminatorNames() {
    Exhibit exhibit =
        assertSurvives(
            Exhibit.class, "{'id':1,'kind':'painting','width':2,'artist':'Li','frame':'oak'}");

    assertThat(exhibit.asPainting().width()).isEqualTo(2);
    assertThat(exhibit.asPainting().artist()).isEqualTo("Li");
    assertThat(exhibit.asPainting().additionalProperties()).containsOnlyKeys("frame");
    assertThat(exhibit.asSculpture()).isNull();
    assertThat(exhibit.asRelief()).isNull();
  }

  @Test
  void severalValuesOfADiscriminatorMayMeanOneChild() {
    Exhibit exhibit = Exhibit.builder().kind("oil").additionalProperty("width", 3).build();

    assertThat(exhibit.asPainting().width()).isEqualTo(3);
    assertThat(exhibit.asPainting().kind()).isEqualTo("oil");
  }

  @Test
  void aChildWithoutMappingHasTheNameOfItsSchemaAtAnyDistance() {
    Exhibit sculpture = read(Exhibit.class, "{'kind':'Sculpture','material':'clay'}");
    Exhibit relief = read(Exhibit.class, "{'kind':'Relief','material':'clay','depth':2}");

    assertThat(sculpture.asSculpture().material()).isEqualTo("clay");
    assertThat(relief.asRelief().depth()).isEqualTo(2);
    assertThat(relief.asSculpture()).isNull();
  }

  @Test
  void anUnknownOrMissingDiscriminatorNamesNoChildAndIsKept() {
    Exhibit unknown = assertSurvives(Exhibit.class, "{'kind':'fresco','width':2}");
    Exhibit missing = assertSurvives(Exhibit.class, "{'width':2}");
    Exhibit wrong = assertSurvives(Exhibit.class, "{'kind':['painting'],'width':2}");

    for (Exhibit exhibit : new Exhibit[] {unknown, missing, wrong}) {
      assertThat(exhibit.asPainting()).isNull();
      assertThat(exhibit.asSculpture()).isNull();
      assertThat(exhibit.additionalProperties()).containsKey("width");
    }
  }

  @Test
  void aChildTurnsIntoItsParentAndBackAgain() {
    Exhibit exhibit = Exhibit.of(PAINTING);

    assertThat(exhibit.title()).isEqualTo("Rain");
    assertThat(exhibit.asPainting()).isEqualTo(PAINTING);
    assertWritten(
        Exhibit.class, exhibit, "{'kind':'painting','title':'Rain','artist':'Li','width':2.5}");
  }

  @Test
  void aChildKeepsWhatItDoesNotKnowOnTheWayThroughItsParent() {
    Relief relief =
        read(Relief.class, "{'id':1,'kind':'Relief','material':7,'depth':'deep','glaze':[1.50]}");

    assertThat(Exhibit.of(relief).asRelief()).isEqualTo(relief);
  }

  @Test
  void aReferenceInAnAllOfMayBeDescribedAndBeNull() {
    Label label = assertSurvives(Label.class, "{'room':{'name':'Hall'},'item':{'id':1}}");

    assertThat(label.room()).isEqualTo(Room.builder().name("Hall").build());
    assertThat(label.item()).isEqualTo(Item.builder().id(1L).build());
    assertWritten(Label.class, read(Label.class, "{'room':null}"), "{}");
  }

  @Test
  void anAllOfAroundAnEnumIsTheEnum() {
    Label label = assertSurvives(Label.class, "{'style':'gilded'}");

    assertThat(label.style()).isSameAs(Style.GILDED);
    assertWritten(Label.class, Label.builder().style("plain").build(), "{'style':'plain'}");
    assertThat(Label.builder().build().style()).as("a default is never sent").isNull();
  }
}
