package io.github.kling4j.generated;

import static io.github.kling4j.generated.Museum.assertSurvives;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import io.github.kling4j.documents.models.Census;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A schema with three hundred properties. */
final class ManyPropertiesTest {
  private static final String[] VALUES = {"'s'", "1", "2.5", "true", "'2024-02-29'", "['a']"};

  @Test
  void everyPropertyIsReadAndWritten() {
    Census census = assertSurvives(Census.class, columns(VALUES));

    assertThat(census.additionalProperties()).isEmpty();
    assertThat(census.column001()).isEqualTo(1);
    assertThat(census.column150()).isEqualTo("s");
    assertThat(census.column298()).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(census.column299()).containsExactly("a");
    assertThat(census.column300()).isEqualTo("s");
    assertThat(census.toBuilder().build()).isEqualTo(census);
    assertThat(census.toBuilder().column300("t").build()).isNotEqualTo(census);
    assertThat(census.violations()).isEmpty();
  }

  @Test
  void everyPropertyIsKeptWhereItsShapeIsAnother() {
    Census census = assertSurvives(Census.class, columns("{'a':null}"));

    assertThat(census.additionalProperties()).hasSize(300);
    assertThat(census.violations()).hasSize(300).allMatch(each -> each.rule().equals("type"));
  }

  @Test
  void aBrokenTextIsRefusedWhereverItEnds() {
    String json = columns(VALUES).replace('\'', '"');

    for (int end : IntStream.iterate(1, i -> i < json.length(), i -> i + 97).toArray()) {
      assertThatThrownBy(() -> Museum.readExactly(Census.class, json.substring(0, end)))
          .isInstanceOf(JsonDataException.class)
          .hasMessageContaining("$");
    }
  }

  @Test
  void fallbackFillsEveryProperty() {
    Census census = assertSurvives(Census.class, columns(VALUES));
    Census merged = Census.builder().column001(9).withFallback(census.toBuilder()).build();

    assertThat(merged.toBuilder().column001(1).build()).isEqualTo(census);
    assertThat(List.of(merged.column001(), merged.column007())).containsExactly(9, 1);
  }

  private static String columns(String... values) {
    return IntStream.rangeClosed(1, 300)
        .mapToObj(i -> String.format("'column_%03d':%s", i, values[i % values.length]))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
