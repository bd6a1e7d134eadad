package io.github.kling4j.generated;

import static io.github.kling4j.generated.Museum.assertSurvives;
import static io.github.kling4j.generated.Museum.assertWritten;
import static io.github.kling4j.generated.Museum.breaches;
import static io.github.kling4j.generated.Museum.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.squareup.moshi.JsonDataException;
import io.github.kling4j.documents.models.Attic;
import io.github.kling4j.documents.models.Caption;
import io.github.kling4j.documents.models.Collection;
import io.github.kling4j.documents.models.Curator;
import io.github.kling4j.documents.models.Nothing;
import io.github.kling4j.documents.models.Room;
import io.github.kling4j.documents.models.Sealed;
import io.github.kling4j.documents.models.Wing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Schemas that hold themselves, in every way there is, and schemas that hold nothing. */
final class RecursionTest {
  @Test
  void aRoomHoldsRoomsDirectlyAndInListsAndInMaps() {
    Room room =
        assertSurvives(
            Room.class,
            "{'name':'Hall','next_to':{'name':'Stairs','next_to':{'name':'Tower'}},"
                + "'annexes':[{'name':'Niche','annexes':[]}],'doors':{'A*/B':{'name':'Yard'}}}");

    assertThat(room.nextTo().nextTo().name()).isEqualTo("Tower");
    assertThat(room.annexes().get(0).annexes()).isEmpty();
    assertThat(room.doors()).containsOnly(entry("A*/B", room("Yard")));
    assertThat(room.toBuilder().build()).isEqualTo(room);
    assertThat(room.toBuilder().nextTo(null).build()).isNotEqualTo(room);
  }

  @Test
  void whatIsWrongDeepInsideHidesOnlyThePropertyThatHoldsIt() {
    Room room =
        assertSurvives(
            Room.class,
            "{'name':'Hall','next_to':{'name':'Stairs','annexes':[{'name':'Niche'},7]}}");

    assertThat(room.nextTo().name()).isEqualTo("Stairs");
    assertThat(room.nextTo().annexes()).isNull();
    assertThat(room.nextTo().additionalProperties()).containsOnlyKeys("annexes");
    assertThat(breaches(room.violations())).containsExactly("$.next_to.annexes type");
  }

  @Test
  void violationsAreFoundAtAnyDepth() {
    Room room =
        read(
            Room.class,
            "{'name':'Hall','annexes':[{'name':'a'},{'doors':{'to the left':{'name':''}}}]}");

    assertThat(breaches(room.violations()))
        .containsExactlyInAnyOrder(
            "$.annexes[1].name required", "$.annexes[1].doors['to the left'].name minLength");
  }

  @Test
  void aSchemaMayHoldItselfThroughAComposition() {
    Wing wing =
        assertSurvives(
            Wing.class,
            "{'name':'North','wings':[{'name':'Inner','opposite':{'name':'South'}}],"
                + "'next_to':{'name':'Hall'}}");

    assertThat(wing.wings().get(0).opposite().name()).isEqualTo("South");
    assertThat(wing.nextTo()).isEqualTo(room("Hall"));
  }

  @Test
  void twoSchemasMayHoldEachOther() {
    Curator inner = Curator.builder().name("Bo").build();
    Curator curator =
        Curator.builder()
            .name("Al")
            .collections(List.of(Collection.builder().title("Coins").curator(inner).build()))
            .build();

    assertWritten(
        Curator.class,
        curator,
        "{'name':'Al','collections':[{'title':'Coins','curator':{'name':'Bo'}}]}");
    assertSurvives(Curator.class, Museum.write(Curator.class, curator));
  }

  @Test
  void aUnionMayHoldItselfThroughListsAndMaps() {
    Caption caption = assertSurvives(Caption.class, "['one',['two',{'fr':'deux','de':['zwei']}]]");

    Caption second = caption.asCaptionList().get(1);
    Map<String, Caption> byLanguage = second.asCaptionList().get(1).asCaptionMap();
    assertThat(byLanguage).containsEntry("fr", Caption.ofString("deux"));
    assertThat(byLanguage.get("de").asCaptionList()).containsExactly(Caption.ofString("zwei"));
    assertThat(caption.asString()).isNull();
  }

  @Test
  void violationsAreFoundInAUnionThatHoldsItself() {
    Caption caption = read(Caption.class, "{'fr':['a text of more than twenty characters']}");

    assertThat(breaches(caption.violations())).containsExactly("$.fr[0] maxLength");
  }

  @Test
  void absurdNestingEndsInOneExceptionWithThePath() {
    String json = "{'name':'x','next_to':".repeat(2_000) + "{}" + "}".repeat(2_000);

    assertThatThrownBy(() -> read(Room.class, json))
        .isInstanceOf(JsonDataException.class)
        .hasMessageContaining("$.next_to.next_to");
  }

  @Test
  void anEmptySchemaKeepsWhateverComes() {
    Nothing nothing = assertSurvives(Nothing.class, "{'a':1.50,'b':[null,{'c':false}]}");
    Sealed sealed = assertSurvives(Sealed.class, "{'a':1}");

    assertThat(nothing.additionalProperties()).containsOnlyKeys("a", "b");
    assertThat(sealed.additionalProperties()).containsOnly(entry("a", 1L));
    assertWritten(Nothing.class, Nothing.builder().build(), "{}");
    assertThat(Nothing.builder().build()).isEqualTo(read(Nothing.class, "{}"));
    assertThat(nothing.violations()).isEmpty();
  }

  @Test
  void aSchemaThatSaysNothingTakesAnyValue() {
    for (String json : List.of("1", "'text'", "true", "[1,null]", "{'a':null}", "1e400")) {
      Attic attic = assertSurvives(Attic.class, "{'whatever':" + json + ",'inline':" + json + "}");
      assertThat(attic.whatever()).isNotNull().isEqualTo(attic.inline());
      assertThat(attic.additionalProperties()).isEmpty();
    }
  }

  @Test
  void anObjectWithoutPropertiesIsAMapInsideAnother() {
    Attic attic =
        assertSurvives(
            Attic.class, "{'empty':{'a':null},'open':{'b':[1]},'closed':{'c':'x'},'nothing':{}}");

    assertThat(attic.empty()).containsOnlyKeys("a").containsValue(null);
    assertThat(attic.open()).containsEntry("b", List.of(1L));
    assertThat(attic.closed()).containsEntry("c", "x");
    assertThat(attic.nothing()).isEqualTo(Nothing.builder().build());
  }

  @Test
  void aListOfAnythingMayHoldNull() {
    Attic attic = assertSurvives(Attic.class, "{'list':[1,null,'a',[null]]}");

    assertThat(attic.list()).containsExactly(1L, null, "a", Arrays.asList((Object) null));
    assertThat(attic.additionalProperties()).isEmpty();
  }

  @Test
  void aListThatHoldsOnlyItselfIsAListOfAnything() {
    Attic attic = assertSurvives(Attic.class, "{'shelf':[[],[[]]]}");

    assertThat(attic.shelf()).containsExactly(List.of(), List.of(List.of()));
  }

  @Test
  void aNameThatLeadsOnlyToItselfIsAnyValue() {
    Attic attic = assertSurvives(Attic.class, "{'echo':{'a':null},'egg':1.50,'riddle':['?']}");

    assertThat(attic.additionalProperties()).isEmpty();
    assertThat(attic.riddle()).isEqualTo(List.of("?"));
  }

  private static Room room(String name) {
    return Room.builder().name(name).build();
  }
}
