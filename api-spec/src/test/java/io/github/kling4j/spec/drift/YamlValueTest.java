package io.github.kling4j.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.spec.Contract;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What is written reads as the same in YAML 1.1 and in YAML 1.2. */
final class YamlValueTest {
  private static String written(Object value) {
    return YamlText.of("a: 0\n").set("/a", value).text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on",
        "Off",
        "YES",
        "no",
        "y",
        "N",
        "true",
        "False",
        "null",
        "Null",
        "~",
        "",
        " ",
        "16:9",
        "1:1",
        "190:20:30",
        "5",
        "-5",
        "+5",
        "0",
        "00100",
        "0x1F",
        "0o17",
        "0b101",
        "1_000",
        "1,000",
        "1e3",
        "1E+3",
        "1.5",
        ".5",
        "5.",
        "-.5e-3",
        ".inf",
        "-.INF",
        ".NaN",
        "2026-11-23",
        "2001-12-14t21:59:43.10-05:00",
        "2001-12-14 21:59:43",
        "<<",
        "=",
        "-",
        "- a",
        "-a",
        "?",
        "? a",
        ":",
        ":a",
        "a:",
        "a: b",
        "a :b",
        "a #b",
        "a# b",
        "#a",
        "&a",
        "*a",
        "!a",
        "!!str a",
        "|",
        ">",
        "'a'",
        "it's",
        "\"a\"",
        "%a",
        "@a",
        "`a",
        "[a]",
        "{a: b}",
        "a, b",
        "a]",
        "a}",
        "--- a",
        "...",
        "---",
        " a",
        "a ",
        "a\nb",
        "\na",
        "a\n",
        "a\r\nb",
        "a\tb",
        "\ta",
        "a\\b",
        "a\"b\u0001",
        "\u0000",
        "\u007F",
        "\u0085",
        "a\u2028b",
        "\uFEFFa",
        "\u00A0a",
        "a\u3000",
        "在海滩上度假的快乐场景。",
        "\uD83C\uDF0A",
        "https://a.b/c?d=e#f",
        "C:\\x",
        "{$request.body#/u}"
      })
  void aTextReadsAsItself(String text) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("alone", text);
    all.put("required", List.of(text, text));
    all.put("other", List.of(text));
    all.put(text.equals("alone") ? "key" : text, 1);

    String yaml = written(all);

    assertThat(Contract.tree(yaml).get("a")).isEqualTo(YamlValue.tree(all));
    assertThat(new Yaml().<Map<String, Object>>load(yaml)).containsEntry("a", all);
    assertThat(written(List.of(List.of(text), text))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "std                        | std",
        "kling-v2-5-turbo           | kling-v2-5-turbo",
        "1.10.0                     | 1.10.0",
        "4k                         | 4k",
        "A beach, at dawn (calm).   | A beach, at dawn (calm).",
        "https://a.example/b#c      | https://a.example/b#c",
        "在海滩上                   | 在海滩上",
        "16:9                       | '16:9'",
        "on                         | 'on'",
        "#/components/schemas/Task  | '#/components/schemas/Task'",
        "it's: so                   | 'it''s: so'",
      })
  void aTextIsQuotedOnlyWhereItMustBe(String text, String expected) {
    assertThat(written(text)).isEqualTo("a: " + expected + "\n");
  }

  @Test
  void whatCannotBeSeenIsEscaped() {
    assertThat(written("a\n\"b\"\t\\\u0001\u2028"))
        .isEqualTo("a: \"a\\n\\\"b\\\"\\t\\\\\\x01\\u2028\"\n");
  }

  @Test
  void aKeyThatLooksLikeANumberIsQuoted() {
    assertThat(written(Map.of("200", Map.of("description", "x"))))
        .isEqualTo("a:\n  '200':\n    description: x\n");
  }

  @Test
  void aKeyInBracesIsQuotedLikeAnyOther() {
    assertThat(YamlText.of("a: {b: 1}\n").set("/a/200", 2).text())
        .isEqualTo("a: {b: 1, '200': 2}\n");
  }

  @Test
  void aLineOf101ColumnsIsBroken() {
    String word = "w".repeat(49);
    assertThat(written(word + " " + word)).isEqualTo("a: >-\n  " + word + "\n  " + word + "\n");
    assertThat(written(word + " " + word.substring(1)))
        .isEqualTo("a: >-\n  " + word + " " + word.substring(1) + "\n");
  }

  @Test
  void numbersAreWrittenInFull() {
    assertThat(written(new BigDecimal("0.50"))).isEqualTo("a: 0.50\n");
    assertThat(written(new BigDecimal("1E+3"))).isEqualTo("a: 1000\n");
    assertThat(written(new BigDecimal("1E-7"))).isEqualTo("a: 0.0000001\n");
    assertThat(written(1762157958060L)).isEqualTo("a: 1762157958060\n");
    assertThat(written(new BigDecimal("0.1234567890123456789012345678901234567890")))
        .isEqualTo("a: 0.1234567890123456789012345678901234567890\n");
    assertThat(written(Contract.tree("{b: -1, c: 0.25, d: null, e: true}")))
        .isEqualTo("a:\n  b: -1\n  c: 0.25\n  d: null\n  e: true\n");
  }

  @Test
  void aLongTextIsFoldedAtAHundredColumns() {
    String words = "To be reviewed: " + "0123456789 ".repeat(20).strip();

    String yaml = written(words);

    assertThat(yaml).startsWith("a: >-\n  To be reviewed: 0123456789 ").endsWith("789\n");
    assertThat(yaml.lines().toList()).hasSize(4).allMatch(line -> line.length() <= 100);
    assertThat(yaml.lines().skip(1).limit(2)).allMatch(line -> line.length() > 89);
    assertReadsAs(yaml, words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "在海滩上度假的快乐场景。",
        "double  spaces    stay ",
        "only  double  spaces  ",
        "# no comment: 'really' ",
        "- no item ",
        "文字 和 空格 \uD83C\uDF0A",
        "a\u00A0b\u3000c ",
        "key: value "
      })
  void foldingChangesNothing(String part) {
    String text = part.repeat(30).strip();
    assertReadsAs(written(text), text);
    assertReadsAs(written(text + " "), text + " ");
    assertReadsAs(written("  " + text), "  " + text);
    assertReadsAs(written(text + "\n" + text), text + "\n" + text);
    assertThat(written(text)).startsWith("a: >-\n");
    assertThat(written(text).lines()).noneMatch(line -> line.endsWith(" "));
    String item = YamlText.of("a:\n  - x\n").append("/a", text).text();
    assertThat(new Yaml().<Map<String, Object>>load(item)).containsEntry("a", List.of("x", text));
  }

  private static void assertReadsAs(String yaml, String text) {
    assertThat(Contract.tree(yaml).get("a").asString()).isEqualTo(text);
    assertThat(new Yaml().<Map<String, Object>>load(yaml)).containsEntry("a", text);
  }

  @Test
  void shortListsOfSomeKeysStandOnOneLine() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("required", List.of("a", "on"));
    schema.put("x-source", List.of("relay", "vendor"));
    schema.put("x-enum-deprecated", List.of(5, 10));
    schema.put("enum", List.of("5", "10"));
    schema.put("allOf", List.of(Map.of("$ref", "#/b")));
    schema.put("empty", List.of());
    schema.put("tags", List.of("x".repeat(80), "y".repeat(20)));
    assertThat(written(schema))
        .isEqualTo(
            """
            a:
              required: [a, 'on']
              x-source: [relay, vendor]
              x-enum-deprecated: [5, 10]
              enum:
                - '5'
                - '10'
              allOf:
                - $ref: '#/b'
              empty: []
              tags:
                - %s
                - %s
            """
                .formatted("x".repeat(80), "y".repeat(20)));
  }

  @Test
  void whatIsNoValueIsRefused() {
    assertThatThrownBy(() -> written(new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Object");
  }
}
