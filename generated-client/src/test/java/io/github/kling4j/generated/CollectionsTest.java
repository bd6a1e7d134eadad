package io.github.kling4j.generated;

import static io.github.kling4j.generated.Museum.assertSurvives;
import static io.github.kling4j.generated.Museum.assertWritten;
import static io.github.kling4j.generated.Museum.breaches;
import static io.github.kling4j.generated.Museum.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.kling4j.documents.models.Inventory;
import io.github.kling4j.documents.models.InventoryBoxesItem;
import io.github.kling4j.documents.models.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and maps within each other, and names for them. */
final class CollectionsTest {
  @Test
  void aListHoldsLists() {
    Inventory inventory = assertSurvives(Inventory.class, "{'grid':[[1,2],[],[3]]}");

    assertThat(inventory.grid()).containsExactly(List.of(1, 2), List.of(), List.of(3));
  }

  @Test
  void aMapHoldsListsOfObjects() {
    Inventory inventory = assertSurvives(Inventory.class, "{'by_shelf':{'a b':[{'id':1}],'':[]}}");

    assertThat(inventory.byShelf())
        .containsExactly(entry("a b", List.of(item(1))), entry("", List.of()));
  }

  @Test
  void aListHoldsMapsAndAMapHoldsMapsOfLists() {
    Inventory inventory =
        assertSurvives(
            Inventory.class,
            "{'notes':[{'a':'x'},{}],'matrix of maps':{'r':{'c':['2024-02-29']}}}");

    assertThat(inventory.notes()).containsExactly(Map.of("a", "x"), Map.of());
    assertThat(inventory.matrixOfMaps())
        .containsExactly(entry("r", Map.of("c", List.of(LocalDate.of(2024, 2, 29)))));
  }

  @Test
  void nullIsKeptWhereTheDocumentAllowsIt() {
    Inventory inventory =
        assertSurvives(
            Inventory.class,
            "{'readings':[1.5,null],'counts':{'a':null,'b':2},'lenders':[null,{'id':1}]}");

    assertThat(inventory.readings()).containsExactly(1.5, null);
    assertThat(inventory.counts()).containsExactly(entry("a", null), entry("b", 2));
    assertThat(inventory.lenders()).containsExactly(null, item(1));
    assertThat(inventory.violations()).isEmpty();
  }

  @Test
  void nullIsWrittenFromABuilderToo() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("a", null);

    assertWritten(
        Inventory.class,
        Inventory.builder().readings(Arrays.asList(null, 1.0)).counts(counts).build(),
        "{'readings':[null,1],'counts':{'a':null}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'grid':[[1],[2,'x']]}",
        "{'grid':[[1],null]}",
        "{'grid':{'a':[1]}}",
        "{'by_shelf':{'a':[{'id':1}],'b':{}}}",
        "{'by_shelf':{'a':null}}",
        "{'notes':[{'a':'x'},{'a':[]}]}",
        "{'matrix of maps':{'r':{'c':['2024-02-30']}}}",
        "{'counts':{'a':1,'b':1.5}}",
        "{'tags':['a',null]}",
        "{'boxes':[{'size':'s'},'m']}"
      })
  void whatDoesNotFitIsKeptWholeAsItCame(String json) {
    Inventory inventory = assertSurvives(Inventory.class, json);

    assertThat(inventory.additionalProperties()).hasSize(1);
    assertThat(inventory.toBuilder().build()).isEqualTo(inventory);
    assertThat(inventory.violations()).hasSize(1).allMatch(each -> each.rule().equals("type"));
  }

  @Test
  void theLastOfTwoEqualNamesCountsInAMap() {
    Inventory inventory = read(Inventory.class, "{'counts':{'a':1,'b':2,'a':3}}");

    assertThat(inventory.counts()).containsOnly(entry("a", 3), entry("b", 2));
  }

  @Test
  void anAliasIsWhatItNames() {
    Inventory inventory =
        Inventory.builder()
            .tags(List.of("old"))
            .stock(Map.of("coins", 3))
            .amount(4)
            .code("AB-1")
            .codes(List.of("CD-2"))
            .second(item(5))
            .build();

    assertWritten(
        Inventory.class,
        inventory,
        "{'tags':['old'],'stock':{'coins':3},'amount':4,'code':'AB-1','codes':['CD-2'],"
            + "'second':{'id':5}}");
    assertThat(inventory.violations()).isEmpty();
  }

  @Test
  void theLimitsOfAnAliasHoldWhereverItIsUsed() {
    Inventory inventory =
        read(
            Inventory.class,
            "{'tags':['a','a','','abcde'],'stock':{'x':-1,'y':100,'z':1},'amount':-1,'code':'a',"
                + "'codes':['AB-1','b'],'second':{'id':1,'label':'too long'}}");

    assertThat(breaches(inventory.violations()))
        .containsExactlyInAnyOrder(
            "$.tags maxItems",
            "$.tags uniqueItems",
            "$.tags[2] minLength",
            "$.tags[3] maxLength",
            "$.stock maxProperties",
            "$.stock.x minimum",
            "$.stock.y maximum",
            "$.amount minimum",
            "$.code pattern",
            "$.codes[1] pattern",
            "$.second.label maxLength");
  }

  @Test
  void theObjectsOfAListMayBeDescribedInPlace() {
    Inventory inventory = assertSurvives(Inventory.class, "{'boxes':[{'size':'s'},{}]}");

    assertThat(inventory.boxes().get(0))
        .isEqualTo(InventoryBoxesItem.builder().size("s").build())
        .hasToString("InventoryBoxesItem{size=s}");
    assertThat(breaches(inventory.violations())).containsExactly("$.boxes[1].size required");
  }

  @Test
  void whatIsGivenToABuilderIsCopied() {
    List<String> tags = new ArrayList<>(List.of("a"));
    Map<String, Integer> stock = new LinkedHashMap<>(Map.of("x", 1));
    Inventory inventory = Inventory.builder().tags(tags).stock(stock).build();
    tags.add("b");
    stock.clear();

    assertThat(inventory.tags()).containsExactly("a");
    assertThat(inventory.stock()).containsOnlyKeys("x");
  }

  @Test
  void whatIsWithinAListOrAMapIsCopiedToo() {
    List<Integer> row = new ArrayList<>(List.of(1));
    List<LocalDate> days = new ArrayList<>(List.of(LocalDate.EPOCH));
    Inventory inventory =
        Inventory.builder().grid(List.of(row)).matrixOfMaps(Map.of("r", Map.of("c", days))).build();
    row.add(2);
    days.clear();

    assertThat(inventory.grid()).containsExactly(List.of(1));
    assertThat(inventory.matrixOfMaps().get("r").get("c")).containsExactly(LocalDate.EPOCH);
    assertUnmodifiable(() -> inventory.grid().get(0).add(3));
  }

  @Test
  void noCollectionCanBeChanged() {
    Inventory read = read(Inventory.class, "{'grid':[[1]],'by_shelf':{'a':[]},'x':[1]}");
    Inventory built = Inventory.builder().tags(List.of("a")).stock(Map.of()).build();

    assertUnmodifiable(() -> read.grid().clear());
    assertUnmodifiable(() -> read.grid().get(0).clear());
    assertUnmodifiable(() -> read.byShelf().remove("a"));
    assertUnmodifiable(() -> read.byShelf().get("a").add(item(1)));
    assertUnmodifiable(() -> read.additionalProperties().clear());
    assertUnmodifiable(() -> built.tags().add("b"));
    assertUnmodifiable(() -> built.stock().put("a", 1));
  }

  private static void assertUnmodifiable(Runnable change) {
    assertThatThrownBy(change::run).isInstanceOf(UnsupportedOperationException.class);
  }

  private static Item item(long id) {
    return Item.builder().id(id).build();
  }
}
