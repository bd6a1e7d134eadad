package io.github.kling4j.generated;

import static io.github.kling4j.generated.Museum.assertSurvives;
import static io.github.kling4j.generated.Museum.assertWritten;
import static io.github.kling4j.generated.Museum.breaches;
import static io.github.kling4j.generated.Museum.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.kling4j.documents.models.Item;
import io.github.kling4j.documents.models.MissingPropertyException;
import io.github.kling4j.documents.models.Slots;
import io.github.kling4j.documents.models31.Observation;
import io.github.kling4j.documents.models31.Person;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Null where a document allows it, in the words of 3.0 and of 3.1, and what is required. */
final class NullTest {
  private static final String NULLS =
      "'needed_or_null':null,'list_or_null':null,'item_or_null':null";

  @Test
  void whatIsRequiredAndMayBeNullIsWrittenAsNullWhenAbsent() {
    Slots slots = Slots.builder().needed("n").build();

    assertThat(slots.neededOrNull()).isNull();
    assertWritten(Slots.class, slots, "{'needed':'n'," + NULLS + "}");
    assertWritten(Slots.class, read(Slots.class, "{'needed':'n'}"), "{'needed':'n'," + NULLS + "}");
    assertThat(slots.violations()).isEmpty();
  }

  @Test
  void nullStaysNull() {
    Slots slots = assertSurvives(Slots.class, "{'needed':'n'," + NULLS + "}");

    assertThat(slots).isEqualTo(Slots.builder().needed("n").build());
    assertThat(slots.additionalProperties()).isEmpty();
  }

  @Test
  void aValueThatMayBeNullIsAValueLikeAnyOther() {
    Slots slots =
        assertSurvives(
            Slots.class,
            "{'needed':'n','needed_or_null':'long','list_or_null':[1],'item_or_null':{'id':1}}");

    assertThat(slots.listOrNull()).containsExactly(1);
    assertThat(slots.itemOrNull()).isEqualTo(Item.builder().id(1L).build());
    assertThat(breaches(slots.violations())).containsExactly("$.needed_or_null maxLength");
  }

  @Test
  void theWrongShapeTakesThePlaceOfNull() {
    Slots slots =
        assertSurvives(
            Slots.class, "{'needed':'n','needed_or_null':[1],'list_or_null':'x','item_or_null':7}");

    assertThat(slots.additionalProperties())
        .containsOnlyKeys("needed_or_null", "list_or_null", "item_or_null");
    assertThat(slots.listOrNull()).isNull();
  }

  @Test
  void whatIsNotRequiredIsLeftOutThoughItMayBeNull() {
    Slots slots = read(Slots.class, "{'needed':'n','free':null,'free_or_null':null}");

    assertWritten(Slots.class, slots, "{'needed':'n'," + NULLS + "}");
    assertThat(slots.additionalProperties()).isEmpty();
  }

  @Test
  void nullCanBeSentForAnyNameOnPurpose() {
    Slots slots = Slots.builder().needed("n").additionalProperty("free_or_null", null).build();

    assertThat(slots.additionalProperties()).containsOnly(entry("free_or_null", null));
    assertWritten(Slots.class, slots, "{'needed':'n'," + NULLS + ",'free_or_null':null}");
  }

  @Test
  void whatOnlyAnswersHoldIsNotSentAsNull() {
    assertThat(Museum.write(Slots.class, Slots.builder().needed("n").build()))
        .doesNotContain("answer_or_null");
    assertThat(read(Slots.class, "{'answer_or_null':'a'}").answerOrNull()).isEqualTo("a");
  }

  @Test
  void nullIsNoValueForWhatIsRequired() {
    Slots slots = read(Slots.class, "{'needed':null}");

    assertThatThrownBy(slots::needed)
        .isInstanceOfSatisfying(
            MissingPropertyException.class,
            missing -> assertThat(missing.property()).isEqualTo("needed"));
    assertThat(breaches(slots.violations())).containsExactly("$.needed required");
    assertThatThrownBy(() -> Slots.builder().neededOrNull("x").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("needed");
  }

  @Test
  void nullAmongTheTypesOf31IsTheSame() {
    Observation observation = Observation.builder().id("o").build();

    assertWritten(Observation.class, observation, "{'id':'o','seen':null,'seer':null}");
    assertSurvives(Observation.class, "{'id':'o','seen':null,'seer':null}");
    assertThat(observation.violations()).isEmpty();
  }

  @Test
  void aChoiceBetweenNullAndOneSchemaIsThatSchema() {
    Observation observation =
        assertSurvives(
            Observation.class,
            "{'id':'o','seen':'2024-02-29T10:00:00Z','seer':{'name':'Ada'},'helper':{'name':'Bo'}}");

    assertThat(observation.seen()).isEqualTo(OffsetDateTime.parse("2024-02-29T10:00:00Z"));
    assertThat(observation.seer()).isEqualTo(Person.builder().name("Ada").build());
    assertThat(observation.helper().name()).isEqualTo("Bo");
  }

  @Test
  void itemsAndValuesMayBeNullIn31() {
    Observation observation =
        assertSurvives(
            Observation.class,
            "{'id':'o','seen':null,'seer':null,'notes':['clear',null,'cloudy'],"
                + "'numbers':{'a':null,'b':6}}");

    assertThat(observation.notes()).containsExactly("clear", null, "cloudy");
    assertThat(observation.numbers()).containsExactly(entry("a", null), entry("b", 6));
    assertThat(observation.violations())
        .extracting(each -> each.path() + ' ' + each.rule())
        .isEqualTo(List.of("$.notes[2] maxLength", "$.numbers.b maximum"));
  }
}
