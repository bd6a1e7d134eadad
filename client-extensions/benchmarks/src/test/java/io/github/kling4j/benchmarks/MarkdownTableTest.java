package io.github.kling4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkdownTableTest {
  @Test
  void theFirstColumnIsSetLeftAndTheOthersRight() {
    MarkdownTable table = new MarkdownTable("waits", "threads", "ours").row("10", "4", "2");

    assertThat(table)
        .hasToString(
            """
            | waits | threads | ours |
            |---|---:|---:|
            | 10 | 4 | 2 |
            """);
  }

  @Test
  void aBarInACellDoesNotEndIt() {
    MarkdownTable table = new MarkdownTable("name", "count").row("a|b", "1");

    assertThat(table.toString()).endsWith("| a\\|b | 1 |\n");
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    MarkdownTable table = new MarkdownTable("name", "count");

    assertThatThrownBy(() -> table.row("a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 cells")
        .hasMessageContaining("2 columns");
  }
}
