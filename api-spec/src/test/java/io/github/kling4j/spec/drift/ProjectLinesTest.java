package io.github.kling4j.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that are added to SOURCES.md and CHANGELOG.md. */
final class ProjectLinesTest {
  private static final String TABLE =
      """
      ## Changes taken over

      | date | source | operation | part | change |
      |---|---|---|---|---|
      """;

  private static String row(String sources, String part, String change) {
    return ProjectLines.addRow(sources, "2026-11-23", "page", "create", part, change);
  }

  @Test
  void theTableIsMadeBeforeTheKeysOfOurOwn() {
    String sources =
        "# Sources\n\n## The request\n\nText.\n\n## Keys of our own in the contract\n\nx\n";

    assertThat(row(sources, "prompt", "at most 500 to 2500"))
        .isEqualTo(
            sources.replace(
                "## Keys",
                TABLE
                    + "| 2026-11-23 | page | create | prompt | at most 500 to 2500 |\n\n## Keys"));
  }

  @Test
  void theTableIsMadeAtTheEndWhereThereAreNoKeys() {
    assertThat(row("# Sources\n", "a", "b"))
        .isEqualTo("# Sources\n\n" + TABLE + "| 2026-11-23 | page | create | a | b |\n");
    assertThat(row("# Sources", "a", "b"))
        .isEqualTo("# Sources\n\n" + TABLE + "| 2026-11-23 | page | create | a | b |\n");
    assertThat(row("", "a", "b")).isEqualTo(TABLE + "| 2026-11-23 | page | create | a | b |\n");
  }

  @Test
  void theTableIsMadeWhereOnlyItsHeadingStands() {
    String sources = "## Changes taken over\n\nWhat was taken over.\n\n## Keys\n\n| a |\n|---|\n";
    assertThat(row(sources, "a", "b"))
        .isEqualTo(
            sources.replace(
                "over.\n",
                "over.\n"
                    + TABLE.substring(TABLE.indexOf('\n') + 1)
                    + "| 2026-11-23 | page | create | a | b |\n"));
  }

  @Test
  void rowsFollowEachOtherAndNoneIsThereTwice() {
    String once = row("# Sources\n", "a", "b");
    String twice = row(once, "c", "d");

    assertThat(twice).isEqualTo(once + "| 2026-11-23 | page | create | c | d |\n");
    assertThat(row(twice, "a", "b")).isEqualTo(twice);
    assertThat(row(twice, "c", "d")).isEqualTo(twice);
    assertThat(ProjectLines.addRow(twice, "2026-11-24", "page", "create", "a", "b"))
        .isEqualTo(twice + "| 2026-11-24 | page | create | a | b |\n");
  }

  @Test
  void noCellCanEndItsCellOrItsRow() {
    assertThat(row("# Sources\n", "a | b\\|c\\\\|d", "x\ny\r\n| z\u0085`"))
        .endsWith("\n| 2026-11-23 | page | create | a \\| b\\|c\\\\\\|d | x y \\| z \\` |\n");
  }

  @Test
  void aRowOfTheRealFileLeavesAllElseAsItWas() throws IOException {
    String sources = Files.readString(Path.of("SOURCES.md"));
    String row = "| 2026-11-23 | page | create | `prompt` | removed, added \\| changed |\n";

    String with = row(sources, "`prompt`", "removed, added | changed");

    assertThat(with).contains("\n" + row);
    assertThat(with.replace(row, "").replace(TABLE + "\n", ""))
        .isEqualTo(sources.replace(TABLE + "\n", ""));
    assertThat(row(with, "`prompt`", "removed, added | changed")).isEqualTo(with);
  }

  private static final String CHANGELOG =
      """
      # Changelog

      Introduction.

      ## Unreleased

      ### Contract

      - Version 1.0.0: a line that is
        folded.

      ## 0.1.0

      ### Contract

      - Old.
      """;

  @Test
  void aBulletIsPutAtTheEndOfTheListOfWhatIsNotReleased() {
    assertThat(ProjectLines.addBullet(CHANGELOG, "New: `seed`."))
        .isEqualTo(CHANGELOG.replace("folded.\n", "folded.\n- New: `seed`.\n"));
  }

  @Test
  void aBulletThatIsThereIsNotAddedAgain() {
    assertThat(ProjectLines.addBullet(CHANGELOG, "Version 1.0.0: a line that is folded."))
        .isEqualTo(CHANGELOG);
    String old = ProjectLines.addBullet(CHANGELOG, "Old.");
    assertThat(old).isEqualTo(CHANGELOG.replace("folded.\n", "folded.\n- Old.\n"));
    String folded = ProjectLines.addBullet(CHANGELOG, "Many words. ".repeat(40));
    assertThat(ProjectLines.addBullet(folded, "Many  words.\n".repeat(40))).isEqualTo(folded);
  }

  @Test
  void theHeadingsAreMadeWhereTheyAreMissing() {
    assertThat(ProjectLines.addBullet(CHANGELOG.replaceFirst("### Contract", "### New"), "X."))
        .isEqualTo(
            CHANGELOG
                .replaceFirst("### Contract", "### New")
                .replace("folded.\n", "folded.\n\n### Contract\n\n- X.\n"));
    String released = CHANGELOG.replaceFirst("## Unreleased", "## 0.2.0");
    assertThat(ProjectLines.addBullet(released, "X."))
        .isEqualTo(
            released.replace(
                "tion.\n\n## 0.2", "tion.\n\n## Unreleased\n\n### Contract\n\n- X.\n\n## 0.2"));
    assertThat(ProjectLines.addBullet("# Changelog\n", "X."))
        .isEqualTo("# Changelog\n\n## Unreleased\n\n### Contract\n\n- X.\n");
    assertThat(ProjectLines.addBullet("## Unreleased\n\n### Contract\n\n### Fixed\n", "X."))
        .isEqualTo("## Unreleased\n\n### Contract\n\n- X.\n\n### Fixed\n");
  }

  @Test
  void aLongBulletIsFoldedAtItsWords() {
    String with =
        ProjectLines.addBullet(CHANGELOG, "Ninebytes " + "ninebytes ".repeat(30) + "end.");

    assertThat(with.lines().filter(line -> line.contains("ninebytes")))
        .hasSize(3)
        .allMatch(line -> line.length() <= 120)
        .allMatch(line -> line.startsWith("- Nine") || line.startsWith("  nine"));
    assertThat(with.lines().filter(line -> line.contains("ninebytes")).limit(2))
        .allMatch(line -> line.length() > 110);
  }

  @ParameterizedTest
  @CsvSource({"-", "+", "#", "10.", "> x", "---", "=", "~~~"})
  void noLineOfABulletBeginsSomethingElse(String word) {
    for (int length = 100; length < 125; length++) {
      String with = ProjectLines.addBullet(CHANGELOG, "x".repeat(length) + " " + word + " end");
      assertThat(with.lines()).noneMatch(line -> line.strip().startsWith(word + " end"));
    }
    assertThat(ProjectLines.addBullet(CHANGELOG, word)).contains("\n- \\" + word + "\n");
  }

  @Test
  void aBulletHasNoSecondParagraph() {
    assertThat(ProjectLines.addBullet(CHANGELOG, "a\n\n## b ` c"))
        .contains("\n- a ## b \\` c\n\n## 0.1.0");
  }

  @Test
  void windowsLineEndsStay() {
    String windows = CHANGELOG.replace("\n", "\r\n");
    assertThat(ProjectLines.addBullet(windows, "X."))
        .isEqualTo(windows.replace("folded.\r\n", "folded.\r\n- X.\r\n"));
    assertThat(ProjectLines.addBullet(windows, "Version 1.0.0: a line that is folded."))
        .isEqualTo(windows);
    assertThat(row("# Sources\r\n", "a", "b"))
        .isEqualTo(row("# Sources\n", "a", "b").replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {"prompt;`prompt`", "a`b;`a'b`", "a|b;`a|b`", "\"\";`''`"})
  void codeShowsAValue(String value, String expected) {
    assertThat(ProjectLines.code(value)).isEqualTo(expected);
  }

  @Test
  void plainTextIsNoMarkdown() {
    assertThat(ProjectLines.plain("a*b* `c` [d](e) <f> \\ g_h\n\ni"))
        .isEqualTo("a\\*b\\* \\`c\\` \\[d\\](e) \\<f> \\\\ g_h i");
  }
}
