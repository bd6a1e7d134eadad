package io.github.kling4j.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table in Markdown, grown row by row. Not thread-safe. */
public final class MarkdownTable {
  private final int columns;
  private final List<String> lines = new ArrayList<>();

  /**
   * Creates a table without rows. Its first column is set left, all others right.
   *
   * @param headings what stands above the columns
   */
  public MarkdownTable(String... headings) {
    columns = headings.length;
    lines.add(line(List.of(headings)));
    lines.add("|---|" + String.join("", Collections.nCopies(columns - 1, "---:|")));
  }

  /**
   * Adds a row.
   *
   * @param cells as many as there are columns
   * @return this table
   * @throws IllegalArgumentException when there are more or fewer
   */
  public MarkdownTable row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "a row of " + cells.length + " cells in a table of " + columns + " columns");
    }
    lines.add(line(List.of(cells)));
    return this;
  }

  /**
   * Returns the table.
   *
   * @return lines of Markdown, each of them ended
   */
  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells.stream().map(MarkdownTable::escaped).toList()) + " |";
  }

  private static String escaped(String cell) {
    return cell.replace("|", "\\|");
  }
}
