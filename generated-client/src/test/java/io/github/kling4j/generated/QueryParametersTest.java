package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.kling4j.documents.operations.Color;
import io.github.kling4j.documents.operations.Kind;
import io.github.kling4j.documents.operations.api.QueryApi;
import io.github.kling4j.documents.operations.api.QueryApi.OddNamesQuery;
import io.github.kling4j.documents.operations.api.QueryApi.SearchQuery;
import io.github.kling4j.documents.operations.api.QueryApi.StylesQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Query parameters in every style; the expectations are of the style table of OpenAPI 3.1.1. */
final class QueryParametersTest {
  private static final List<String> COLORS = List.of("blue", "black", "brown");
  private static final List<String> SPECIAL = List.of("a,b c/d", "&+%=", "😀");
  private static final Color RGB = Color.builder().r(100).g(200).b(150).build();

  private final Wire<QueryApi> wire = new Wire<>(QueryApi.class);

  @AfterEach
  void stop() {
    wire.close();
  }

  @Test
  void parametersOfThePathOfTheOperationAndOfComponentsAreSent() throws Exception {
    SearchQuery query = SearchQuery.builder().q("x").page(2).shared("s").limit(5).build();

    assertThat(wire.target(api -> api.search(query)).split("[?&]"))
        .containsExactlyInAnyOrder("/search", "q=x", "page=2", "shared=s", "limit=5");
  }

  @Test
  void aRequiredParameterIsAskedForByName() {
    assertThatIllegalStateException()
        .isThrownBy(() -> SearchQuery.builder().limit(5).build())
        .withMessageContaining("SearchQuery needs q");
  }

  @Test
  void aParameterThatIsTakenBackIsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> SearchQuery.builder().q("x").q(null).build())
        .withMessageContaining("SearchQuery needs q");
  }

  @Test
  void aDefaultIsNotSent() throws Exception {
    assertThat(wire.target(api -> api.search(SearchQuery.builder().q("").build())))
        .isEqualTo("/search?q=");
  }

  @Test
  void whatTheDocumentDoesNotKnowIsSentByName() throws Exception {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("x", 1);
    object.put("y", null);
    SearchQuery query =
        SearchQuery.builder()
            .q("x")
            .parameter("a b", List.of(1, 2.0, "3"))
            .parameter("none", null)
            .parameter("object", object)
            .parameter("kind", Kind.BIG_ONE)
            .build();

    assertThat(wire.target(api -> api.search(query)))
        .isEqualTo("/search?q=x&a%20b=1&a%20b=2&a%20b=3&x=1&kind=big%20one");
  }

  @Test
  void whatHasNoPlaceInAQueryIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SearchQuery.builder().parameter("odd", Locale.ROOT))
        .withMessageContaining("odd is a java.util.Locale");
  }

  @Test
  void aBuilderThatGoesOnDoesNotChangeWhatItBuilt() throws Exception {
    SearchQuery.Builder builder = SearchQuery.builder().q("one");
    SearchQuery query = builder.build();
    builder.q("two");

    assertThat(wire.target(api -> api.search(query))).isEqualTo("/search?q=one");
  }

  @Test
  void aListThatGoesOnDoesNotChangeWhatWasSet() throws Exception {
    List<String> texts = new ArrayList<>(List.of("a"));
    StylesQuery query = StylesQuery.builder().form(texts).build();
    texts.add("b");

    assertThat(wire.target(api -> api.styles(query))).isEqualTo("/styles?form=a");
  }

  @Test
  @SuppressWarnings("UnicodeInCode") // The name is the document's.
  void anOddNameIsSentAsTheDocumentHasIt() throws Exception {
    OddNamesQuery query =
        OddNamesQuery.builder()
            .userId("1")
            .filterName("2")
            .class_("3")
            .top(4)
            .名字("5")
            .pageSize(6)
            .pageSize2(7)
            .build_("8")
            .parameter_("9")
            .aBCD("10")
            .build();

    assertThat(wire.target(api -> api.oddNames(query)))
        .isEqualTo(
            "/odd-names?user.id=1&filter%5Bname%5D=2&class=3&%24top=4&%E5%90%8D%E5%AD%97=5"
                + "&page_size=6&pageSize=7&build=8&parameter=9&a%26b%3Dc%20d=10");
  }

  @Test
  void aListIsWrittenInEveryStyle() throws Exception {
    assertThat(styles(query().form(COLORS))).isEqualTo("form=blue&form=black&form=brown");
    assertThat(styles(query().formJoined(COLORS))).isEqualTo("formJoined=blue,black,brown");
    assertThat(styles(query().space(COLORS))).isEqualTo("space=blue%20black%20brown");
    assertThat(styles(query().pipe(COLORS))).isEqualTo("pipe=blue%7Cblack%7Cbrown");
  }

  @Test
  void anObjectIsWrittenInEveryStyle() throws Exception {
    assertThat(styles(query().object(RGB))).isEqualTo("R=100&G=200&B=150");
    assertThat(styles(query().objectJoined(RGB))).isEqualTo("objectJoined=R,100,G,200,B,150");
    assertThat(styles(query().objectSpace(RGB)))
        .isEqualTo("objectSpace=R%20100%20G%20200%20B%20150");
    assertThat(styles(query().objectPipe(RGB))).isEqualTo("objectPipe=R%7C100%7CG%7C200%7CB%7C150");
    assertThat(styles(query().deep(RGB)))
        .isEqualTo("deep%5BR%5D=100&deep%5BG%5D=200&deep%5BB%5D=150");
    assertThat(styles(query().map(Map.of("x y", 1)))).isEqualTo("x%20y=1");
  }

  @Test
  void whatIsSetBesideAnObjectsPropertiesIsSentToo() throws Exception {
    Color color = RGB.toBuilder().additionalProperty("A", 0.5).build();

    assertThat(styles(query().deep(color))).endsWith("&deep%5BA%5D=0.5");
  }

  @Test
  void noCharacterOfAValueIsTakenForADelimiter() throws Exception {
    assertThat(styles(query().form(SPECIAL)))
        .isEqualTo("form=a%2Cb%20c%2Fd&form=%26%2B%25%3D&form=%F0%9F%98%80");
    assertThat(styles(query().formJoined(SPECIAL)))
        .isEqualTo("formJoined=a%2Cb%20c%2Fd,%26%2B%25%3D,%F0%9F%98%80");
    assertThat(styles(query().pipe(List.of("a|b", "c")))).isEqualTo("pipe=a%7Cb%7Cc");
  }

  @Test
  void reservedCharactersAreLeftWhereTheDocumentAllowsThem() throws Exception {
    assertThat(styles(query().reserved("https://a.b/c?d=e&f#[1] 50%20%x")))
        .isEqualTo("reserved=https://a.b/c?d%3De%26f%23%5B1%5D%2050%20%25x");
    assertThat(styles(query().reservedList(List.of("a/b", "c:d"))))
        .isEqualTo("reservedList=a/b,c:d");
  }

  @Test
  void aListOrObjectOfNothingIsLeftOut() throws Exception {
    StylesQuery query =
        query()
            .form(List.of())
            .formJoined(List.of())
            .space(List.of())
            .pipe(List.of())
            .object(Color.builder().build())
            .objectJoined(Color.builder().build())
            .deep(Color.builder().build())
            .build();

    assertThat(wire.target(api -> api.styles(query))).isEqualTo("/styles");
  }

  @Test
  void aNullItemIsLeftOutAndAnEmptyTextIsNot() throws Exception {
    assertThat(styles(query().formJoined(Arrays.asList("a", null, "b"))))
        .isEqualTo("formJoined=a,b");
    assertThat(styles(query().form(List.of("", "a")))).isEqualTo("form=&form=a");
  }

  @Test
  void aParameterOfJsonIsJson() throws Exception {
    assertThat(styles(query().json(RGB)))
        .isEqualTo("json=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D");
  }

  @Test
  void aParameterOfAnotherMediaTypeIsText() throws Exception {
    assertThat(styles(query().plain("a \"b\""))).isEqualTo("plain=a%20%22b%22");
  }

  private String styles(StylesQuery.Builder query) throws Exception {
    String target = wire.target(api -> api.styles(query.build()));
    assertThat(target).startsWith("/styles?");
    return target.substring("/styles?".length());
  }

  private static StylesQuery.Builder query() {
    return StylesQuery.builder();
  }
}
