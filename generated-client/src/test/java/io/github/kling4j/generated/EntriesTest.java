package io.github.kling4j.generated;

import static io.github.kling4j.generated.Museum.assertSurvives;
import static io.github.kling4j.generated.Museum.assertWritten;
import static io.github.kling4j.generated.Museum.breaches;
import static io.github.kling4j.generated.Museum.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.kling4j.documents.models.Calendar;
import io.github.kling4j.documents.models.ClosedBook;
import io.github.kling4j.documents.models.Dictionary;
import io.github.kling4j.documents.models.Item;
import io.github.kling4j.documents.models.OpenBook;
import io.github.kling4j.documents.models.Register;
import io.github.kling4j.documents.models.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values under names that a document leaves open, beside properties that it names. */
final class EntriesTest {
  @Test
  void valuesOfTheStatedShapeAreEntries() {
    Register register = assertSurvives(Register.class, "{'name':'r','b':{'id':2},'a':{'id':1}}");

    assertThat(register.name()).isEqualTo("r");
    assertThat(register.entries()).containsExactly(entry("b", item(2)), entry("a", item(1)));
    assertThat(register.additionalProperties()).isEmpty();
    assertThat(register).hasToString("Register{name=r, b=Item{id=2}, a=Item{id=1}}");
  }

  @Test
  void valuesOfAnotherShapeAreKeptBesideThem() {
    Register register = assertSurvives(Register.class, "{'a':{'id':1},'b':7,'c':null}");

    assertThat(register.entries()).containsOnlyKeys("a");
    assertThat(register.additionalProperties()).containsOnly(entry("b", 7L), entry("c", null));
  }

  @Test
  void aNullableEntryMayBeNull() {
    Dictionary dictionary = assertSurvives(Dictionary.class, "{'language':'fr','one':null}");

    assertThat(dictionary.entries()).containsExactly(entry("one", null));
    assertWritten(
        Dictionary.class,
        Dictionary.builder().language("fr").entry("one", null).entry("two", "deux").build(),
        "{'language':'fr','one':null,'two':'deux'}");
  }

  @Test
  void theLastOfTwoEqualNamesCounts() {
    Register last = read(Register.class, "{'a':7,'a':{'id':1},'b':{'id':2},'b':8}");

    assertThat(last.entries()).containsOnly(entry("a", item(1)));
    assertThat(last.additionalProperties()).containsOnly(entry("b", 8L));
  }

  @Test
  void anEntryTakesThePlaceOfAnAdditionalPropertyAndTheOtherWayRound() {
    Register entry = Register.builder().additionalProperty("a", 7).entry("a", item(1)).build();
    Register other = Register.builder().entry("a", item(1)).additionalProperty("a", 7).build();

    assertWritten(Register.class, entry, "{'a':{'id':1}}");
    assertWritten(Register.class, other, "{'a':7}");
    assertThat(entry).isNotEqualTo(other);
  }

  @Test
  void aBuilderStartsFromAllEntries() {
    Register register = read(Register.class, "{'name':'r','a':{'id':1},'b':7}");

    assertThat(register.toBuilder().build()).isEqualTo(register).hasSameHashCodeAs(register);
    assertThat(register.toBuilder().entry("a", item(2)).build()).isNotEqualTo(register);
  }

  @Test
  void fallbackFillsOnlyTheNamesThatAreNotSet() {
    Register register =
        Register.builder()
            .entry("a", item(1))
            .additionalProperty("b", 7)
            .withFallback(
                Register.builder().entry("a", item(9)).entry("b", item(9)).entry("c", item(3)))
            .build();

    assertWritten(Register.class, register, "{'a':{'id':1},'b':7,'c':{'id':3}}");
  }

  @Test
  void entriesAreHeldAgainstTheirLimits() {
    Dictionary dictionary =
        read(
            Dictionary.class, "{'language':'a name of any length','one':'elevenchars','two':null}");
    Calendar calendar = read(Calendar.class, "{'year':1,'24 Dec':['a','b','c']}");

    assertThat(breaches(dictionary.violations())).containsExactly("$.one maxLength");
    assertThat(breaches(calendar.violations())).containsExactly("$['24 Dec'] maxItems");
  }

  @Test
  void entriesMayComeFromAPartOfTheSchema() {
    Calendar calendar = assertSurvives(Calendar.class, "{'year':2024,'monday':['a tour']}");

    assertThat(calendar.year()).isEqualTo(2024);
    assertThat(calendar.entries()).containsExactly(entry("monday", List.of("a tour")));
  }

  @Test
  void propertiesMayHaveTheNamesOfTheGeneratedMethods() {
    Settings settings = assertSurvives(Settings.class, "{'entries':'e','entry':'f','x':11}");

    assertThat(settings.entries_()).isEqualTo("e");
    assertThat(settings.entry_()).isEqualTo("f");
    assertThat(settings.entries()).containsExactly(entry("x", 11));
    assertThat(breaches(settings.violations())).containsExactly("$.x maximum");
    assertWritten(
        Settings.class,
        Settings.builder().entries_("e").entry("x", 1).build(),
        "{'entries':'e','x':1}");
  }

  @Test
  void aPropertyThatTheDocumentNamesIsNoEntry() {
    Register register = assertSurvives(Register.class, "{'name':{'id':1}}");

    assertThat(register.name()).isNull();
    assertThat(register.entries()).isEmpty();
    assertThat(register.additionalProperties()).containsOnlyKeys("name");
  }

  @Test
  void whetherAnObjectIsOpenOrClosedMakesNoDifferenceToReading() {
    OpenBook open = assertSurvives(OpenBook.class, "{'title':'t','pages':9,'x':null}");
    ClosedBook closed = assertSurvives(ClosedBook.class, "{'title':'t','pages':9,'x':null}");

    assertThat(open.additionalProperties()).containsOnly(entry("pages", 9L), entry("x", null));
    assertThat(closed.additionalProperties()).isEqualTo(open.additionalProperties());
    assertThat(closed.violations()).isEmpty();
  }

  @Test
  void entriesCannotBeChanged() {
    Register register = read(Register.class, "{'a':{'id':1}}");
    List<String> tours = new ArrayList<>(List.of("a tour"));
    Calendar calendar = Calendar.builder().entry("monday", tours).build();
    tours.clear();

    assertThat(calendar.entries()).containsExactly(entry("monday", List.of("a tour")));
    assertThatThrownBy(() -> register.entries().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Item item(long id) {
    return Item.builder().id(id).build();
  }
}
