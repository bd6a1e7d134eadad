package io.github.kling4j.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits of small texts; each says the whole text before and after. */
final class YamlTextTest {
  private static final String PERSON =
      """
      # Somebody.
      name: Ann   # as she writes it

      age: 41
      # Where she lives.
      address:
        street: >-
          A long street, named after
          nobody.
        town: 'Rome'  # the one in Italy
        # the end of the address
      tags: [a, b]
      """;

  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static YamlText text(String text) {
    return YamlText.of(text);
  }

  @Test
  void aScalarIsReplacedAndItsCommentStays() {
    assertThat(text(PERSON).set("/name", "Bea").text()).isEqualTo(PERSON.replace("Ann", "Bea"));
    assertThat(text(PERSON).set("/age", 42L).text()).isEqualTo(PERSON.replace("41", "42"));
    assertThat(text(PERSON).set("/address/town", "Turin").text())
        .isEqualTo(PERSON.replace("'Rome'", "Turin"));
  }

  @Test
  void aScalarIsReplacedByAFoldedTextAndBack() {
    String words = "word ".repeat(30).strip();
    String folded =
        PERSON.replace(
            "'Rome'  # the one in Italy\n",
            ">-  # the one in Italy\n    word"
                + " word".repeat(18)
                + "\n    word"
                + " word".repeat(10)
                + "\n");

    YamlText long1 = text(PERSON).set("/address/town", words);

    assertThat(long1.text()).isEqualTo(folded);
    assertThat(long1.set("/address/town", "Rome").text())
        .isEqualTo(PERSON.replace("'Rome'", "Rome"));
  }

  @Test
  void aFoldedTextIsReplacedAndWhatFollowsStays() {
    assertThat(text(PERSON).set("/address/street", "Short").text())
        .isEqualTo(PERSON.replace(">-\n    A long street, named after\n    nobody.\n", "Short\n"));
    assertThat(text("a: |\n  x\n\n\n# c\nb: 1\n").set("/a", "w").text())
        .isEqualTo("a: w\n\n\n# c\nb: 1\n");
  }

  @Test
  void aValueThatIsThereAlreadyIsLeftAsItIsWritten() {
    assertThat(text("a: \"x\"\nb: 0.50\nc: {d: 1}\n").set("/a", "x").text())
        .isEqualTo("a: \"x\"\nb: 0.50\nc: {d: 1}\n");
    YamlText half = text("a: \"x\"\nb: 0.50\nc: {d: 1}\n");
    assertThat(half.set("/b", new BigDecimal("0.5"))).isSameAs(half);
    assertThat(half.set("/c", map("d", 1))).isSameAs(half);
  }

  @Test
  void aScalarBecomesAListOrAMapAndBack() {
    YamlText text = text("a: 1 # one\nb: 2\n");
    assertThat(text.set("/a", List.of("x", 2)).text()).isEqualTo("a: # one\n  - x\n  - 2\nb: 2\n");
    assertThat(text.set("/a", map("x", true)).text()).isEqualTo("a: # one\n  x: true\nb: 2\n");
    assertThat(text("a: # one\n  - x\n  # two\n  - w # three\n\nb: 2\n").set("/a", 1).text())
        .isEqualTo("a: 1 # one\n\nb: 2\n");
    assertThat(text("a:\n  x: 1\nb: 2\n").set("/a", null).text()).isEqualTo("a: null\nb: 2\n");
    assertThat(text("a:\nb: 2\n").set("/a", "x").text()).isEqualTo("a: x\nb: 2\n");
  }

  @Test
  void aListKeepsItsStyle() {
    assertThat(text("a: [1, 2] # x\n").set("/a", List.of(3)).text()).isEqualTo("a: [3] # x\n");
    assertThat(text("a:\n  - 1\n").set("/a", List.of(3, 4)).text()).isEqualTo("a:\n  - 3\n  - 4\n");
  }

  @Test
  void aKeyIsAddedAtTheEndOfItsMappingBeforeCommentsThatFollow() {
    assertThat(text(PERSON).set("/address/zip", "00100").text())
        .isEqualTo(PERSON.replace("# the one in Italy\n", "# the one in Italy\n  zip: '00100'\n"));
    assertThat(text(PERSON).set("/last", 1).text()).isEqualTo(PERSON + "last: 1\n");
    assertThat(text("a:\n  b: |\n    x\n\n  # end\nc: 1\n").set("/a/d", 2).text())
        .isEqualTo("a:\n  b: |\n    x\n  d: 2\n\n  # end\nc: 1\n");
    assertThat(text("a:\n  b: |+\n    x\n\nc: 1\n").set("/a/d", 2).text())
        .isEqualTo("a:\n  b: |+\n    x\n\n  d: 2\nc: 1\n");
  }

  @Test
  void aKeyIsPutBeforeAnotherAndItsComment() {
    assertThat(text(PERSON).add("", "email", "a@b", "address").text())
        .isEqualTo(PERSON.replace("# Where", "email: a@b\n# Where"));
    assertThat(text(PERSON).add("/address", "house", 7, "street").text())
        .isEqualTo(PERSON.replace("  street:", "  house: 7\n  street:"));
    assertThat(text(PERSON).add("/address", "house", 7, "nowhere").text())
        .isEqualTo(PERSON.replace("# the one in Italy\n", "# the one in Italy\n  house: 7\n"));
    assertThat(text("a: |\n  # no comment\nb: 1\n").add("", "c", 2, "b").text())
        .isEqualTo("a: |\n  # no comment\nc: 2\nb: 1\n");
  }

  @Test
  void entriesThatAreSetApartByBlankLinesStaySo() {
    String apart = "a:\n  x: 1\n\nb:\n  x: 2\n";
    assertThat(text(apart).set("/c", map("x", 3)).text()).isEqualTo(apart + "\nc:\n  x: 3\n");
    assertThat(text(apart).add("", "c", 3, "b").text())
        .isEqualTo("a:\n  x: 1\n\nc: 3\n\nb:\n  x: 2\n");
    assertThat(text(apart).add("", "c", 3, "a").text()).isEqualTo("c: 3\n\n" + apart);
    assertThat(text(apart + "\nc: 3\n").remove("/b").text()).isEqualTo("a:\n  x: 1\n\nc: 3\n");
    assertThat(text(apart).remove("/b").text()).isEqualTo("a:\n  x: 1\n");
    assertThat(text(apart).remove("/a").text()).isEqualTo("b:\n  x: 2\n");
  }

  @Test
  void itemsAreAppendedInBlocksAndBrackets() {
    assertThat(text(PERSON).append("/tags", "no").text())
        .isEqualTo(PERSON.replace("[a, b]", "[a, b, 'no']"));
    assertThat(text("a:\n  - x # one\n  # end\n").append("/a", "w").text())
        .isEqualTo("a:\n  - x # one\n  - w\n  # end\n");
    assertThat(text("a:\n- x\nb: 1\n").append("/a", "w").text()).isEqualTo("a:\n- x\n- w\nb: 1\n");
    assertThat(text("a: [x, w,]\n").append("/a", 1).text()).isEqualTo("a: [x, w, 1,]\n");
    assertThat(text("a: []\nb: {}\n").append("/a", 1).set("/b/c", 2).text())
        .isEqualTo("a:\n  - 1\nb:\n  c: 2\n");
    assertThat(text("a:\n  tags: []\n").append("/a/tags", "x").text())
        .isEqualTo("a:\n  tags: [x]\n");
  }

  @Test
  void aLineInBracketsThatGetsTooLongIsBroken() {
    String list = "list: [" + "x".repeat(90) + "]";
    assertThat(text(list).append("/list", "yyyy").text())
        .isEqualTo("list: [" + "x".repeat(90) + ",\n       yyyy]");
  }

  @Test
  void mappingsInSequencesAreEditedInPlace() {
    String shots = "shots:\n  - index: 1\n    text: x\n\n  - text: w\nend: 1\n";
    assertThat(text(shots).set("/shots/0/more", 1).text())
        .isEqualTo(shots.replace("x\n", "x\n    more: 1\n"));
    assertThat(text(shots).add("/shots/1", "index", 2, "text").text())
        .isEqualTo(shots.replace("- text: w", "- index: 2\n    text: w"));
    assertThat(text(shots).remove("/shots/0/index").text())
        .isEqualTo(shots.replace("index: 1\n    text", "text"));
    assertThat(text(shots).append("/shots", map("text", "z", "of", List.of(1))).text())
        .isEqualTo(shots.replace("w\n", "w\n\n  - text: z\n    of:\n      - 1\n"));
    assertThat(text(shots).set("/shots/1", map("a", 1, "b", 2)).text())
        .isEqualTo(shots.replace("text: w", "a: 1\n    b: 2"));
    assertThat(text(shots).set("/shots/1/text", List.of("w")).text())
        .isEqualTo(shots.replace("text: w", "text:\n      - w"));
    assertThat(text("- - a\n  - b\n- c\n").append("/0", "d").set("/1", "e").text())
        .isEqualTo("- - a\n  - b\n  - d\n- e\n");
    assertThat(text("- - a\n  - b\n- c\n").remove("/0/0").text()).isEqualTo("- - b\n- c\n");
  }

  @Test
  void keysAndItemsAreRemovedWithTheirLines() {
    assertThat(text(PERSON).remove("/age").text()).isEqualTo(PERSON.replace("age: 41\n", ""));
    assertThat(text(PERSON).remove("/address/street").text())
        .isEqualTo(
            PERSON.replace("  street: >-\n    A long street, named after\n    nobody.\n", ""));
    assertThat(text("a:\n  # of x\n  - x # one\n  - w\n").remove("/a/0").text())
        .isEqualTo("a:\n  # of x\n  - w\n");
    assertThat(text("a:\n  - x\n  - w").remove("/a/1").text()).isEqualTo("a:\n  - x");
    assertThat(text("a:\n  - x\nb: 1\n").remove("/a/0").text()).isEqualTo("a: []\nb: 1\n");
    assertThat(text("a:\n  x: 1 # one\nb: 1\n").remove("/a/x").text()).isEqualTo("a: {}\nb: 1\n");
    assertThat(text("a:\n  # first\n  - x\n\n  # second\n  - w\n").remove("/a/1").text())
        .isEqualTo("a:\n  # first\n  - x\n\n  # second\n");
  }

  @Test
  void aDashInACommentIsNoItem() {
    String list = "a:\n  - x # - one\n  # two - or more\n  - w\n";
    assertThat(text(list).remove("/a/1").text()).isEqualTo(list.replace("  - w\n", ""));
    assertThat(text(list).set("/a/1", "z").text()).isEqualTo(list.replace("- w", "- z"));
  }

  @Test
  void whatStandsInBracketsIsEditedThere() {
    String flow = "a: {b: [1, 2, 3], 'c': {d: x}} # e\n";
    assertThat(text(flow).remove("/a/b/0").text()).isEqualTo(flow.replace("1, 2", "2"));
    assertThat(text(flow).remove("/a/b/2").text()).isEqualTo(flow.replace("2, 3", "2"));
    assertThat(text(flow).remove("/a/b").text()).isEqualTo(flow.replace("b: [1, 2, 3], ", ""));
    assertThat(text(flow).remove("/a/c").text()).isEqualTo(flow.replace(", 'c': {d: x}", ""));
    assertThat(text(flow).remove("/a/c/d").text()).isEqualTo(flow.replace("{d: x}", "{}"));
    assertThat(text(flow).set("/a/c/d", map("f", List.of("w, z"))).text())
        .isEqualTo(flow.replace("d: x", "d: {f: ['w, z']}"));
    assertThat(text(flow).set("/a/c/f", false).text())
        .isEqualTo(flow.replace("x}", "x, f: false}"));
    assertThat(text(flow).add("/a", "f", 1, "c").text())
        .isEqualTo(flow.replace("'c'", "f: 1, 'c'"));
    assertThat(text(flow).set("/a/b/1", "on").text()).isEqualTo(flow.replace("2", "'on'"));
  }

  @Test
  void jsonIsYamlToo() {
    String json = "{\n  \"a\": \"x\",\n  \"b\": [\n    1\n  ]\n}\n";
    assertThat(text(json).set("/a", "w").append("/b", 2).text())
        .isEqualTo(json.replace("\"x\"", "w").replace("1\n", "1, 2\n"));
  }

  @Test
  void windowsLineEndsStay() {
    assertThat(
            text("a: 1\r\n\r\nb:\r\n  - x # w\r\n")
                .append("/b", "z")
                .set("/c", map("d", 1))
                .add("", "e", 2, "b")
                .text())
        .isEqualTo("a: 1\r\n\r\ne: 2\r\n\r\nb:\r\n  - x # w\r\n  - z\r\n\r\nc:\r\n  d: 1\r\n");
    assertThat(text("a: |+\r\n  x\r\n\r\nb: 1\r\n").set("/a", 2).text())
        .isEqualTo("a: 2\r\nb: 1\r\n");
  }

  @Test
  void aLastLineWithoutAnEndStaysSo() {
    assertThat(text("a: 1").set("/b", 2).text()).isEqualTo("a: 1\nb: 2");
    assertThat(text("a: 1").set("/a", 2).text()).isEqualTo("a: 2");
    assertThat(text("a: 1\n\nb: 2").remove("/b").text()).isEqualTo("a: 1");
  }

  @Test
  void placesAreRightBehindCharactersOfAnyLength() {
    String emoji = "\uD83C\uDF0A";
    String text = "文: " + emoji + emoji + " # 海" + emoji + "\n时: {" + emoji + ": [长, 短]}\n";
    assertThat(text(text).set("/文", "在海滩上").text()).isEqualTo(text.replace(emoji + emoji, "在海滩上"));
    assertThat(text(text).append("/时/" + emoji, emoji).text())
        .isEqualTo(text.replace("短", "短, " + emoji));
  }

  @Test
  void keysWithSlashesAreReached() {
    String text = "paths:\n  /a/b:\n    get: {}\n  x~w: 1\n";
    assertThat(text(text).set("/paths/~1a~1b/get", 2).set("/paths/x~0w", 3).text())
        .isEqualTo("paths:\n  /a/b:\n    get: 2\n  x~w: 3\n");
    assertThat(text(text).has("/paths/~1a~1b/get")).isTrue();
    assertThat(text(text).has("/paths/~1a~1b/put")).isFalse();
  }

  @Test
  void anEditOfWhatIsNotThereIsRefused() {
    assertThatThrownBy(() -> text("a: 1\n").remove("/b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/b");
    assertThatThrownBy(() -> text("a: 1\n").set("/b/c", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> text("a: 1\n").append("/a", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> text("a: 1\n").add("", "a", 1, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("already");
    assertThatThrownBy(() -> text("a:\n  - 1\n").remove("/a/1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/a/1");
    assertThatThrownBy(() -> text("a: [1]\n").set("/a/1", 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a: [1\n", "a: 1\na: 2\n", "a: 'x\n", "\ta: 1\n"})
  void whatIsNoDocumentIsRefused(String text) {
    assertThatThrownBy(() -> text(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEditThatWouldChangeSomethingElseIsRefused() {
    // Through an alias, the value would be edited in the other place.
    assertThatThrownBy(() -> text("a: &x {b: 1}\nc: *x\n").set("/c/b", 2))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> text("a: &x [1]\nc: *x\n").append("/c", 2))
        .isInstanceOf(IllegalStateException.class);
  }
}
