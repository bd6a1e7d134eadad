package io.github.kling4j.spec.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Lines about the contract in the project's Markdown files. What is given is Markdown, of which no
 * part can end a line, a cell or a list; {@link #code} and {@link #plain} make it of any text. All
 * other lines stay as they were, and nothing is added that is there already.
 */
final class ProjectLines {
  private static final int WIDTH = 120;
  private static final String TAKEN_OVER = "## Changes taken over";
  private static final String KEYS = "## Keys of our own in the contract";
  private static final String UNRELEASED = "## Unreleased";
  private static final String CONTRACT = "### Contract";

  private static final Pattern SPACE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp} ]+");
  private static final Pattern OPEN_PIPE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\|");

  /** What Markdown takes for something else than text at the start of a line. */
  private static final Pattern BLOCK =
      Pattern.compile("[-+*=]|#{1,6}|[>|].*|\\d+[.)]|[-=_*]{2,}|(~~~|```).*");

  private final List<String> lines;
  private final String lineEnd;

  private ProjectLines(String text) {
    lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    lineEnd = lines.get(0).endsWith("\r") ? "\r" : "";
  }

  /**
   * Adds a row to the table of changes that were taken over, which is made if there is none.
   *
   * @param sources the text of SOURCES.md
   * @param date the day
   * @param source where the change was seen
   * @param operation the operation that it concerns
   * @param part the part of it
   * @param change what changed
   * @return the text with the row
   */
  static String addRow(
      String sources, String date, String source, String operation, String part, String change) {
    ProjectLines all = new ProjectLines(sources);
    List<String> cells = new ArrayList<>();
    for (String cell : List.of(date, source, operation, part, change)) {
      cells.add(OPEN_PIPE.matcher(inline(cell)).replaceAll("$1\\\\|"));
    }
    all.addRow("| " + String.join(" | ", cells) + " |");
    return all.text();
  }

  private void addRow(String row) {
    int heading = indexOf(TAKEN_OVER, 0, lines.size());
    if (heading < 0) {
      int keys = indexOf(KEYS, 0, lines.size());
      heading = addSection(TAKEN_OVER, keys < 0 ? lines.size() : keys);
    }
    int end = sectionEnd(heading, "## ");
    int last = last(heading, end, line -> line.startsWith("|"));
    if (last == heading) {
      last = last(heading, end, line -> !line.isEmpty());
      insert(
          last + 1, "", "| date | source | operation | part | change |", "|---|---|---|---|---|");
      last += 3;
    }
    if (indexOf(row, heading, last + 1) < 0) {
      insert(last + 1, row);
    }
  }

  /**
   * Adds a bullet to the changes of the contract that are not released yet.
   *
   * @param changelog the text of CHANGELOG.md
   * @param markdown what the bullet says, in any number of lines
   * @return the text with the bullet
   */
  static String addBullet(String changelog, String markdown) {
    ProjectLines all = new ProjectLines(changelog);
    all.addBullet(wrapped(markdown));
    return all.text();
  }

  private void addBullet(List<String> bullet) {
    int unreleased = indexOf(UNRELEASED, 0, lines.size());
    if (unreleased < 0) {
      int releases = sectionEnd(-1, "## ");
      unreleased = addSection(UNRELEASED, releases);
    }
    int end = sectionEnd(unreleased, "## ");
    int heading = indexOf(CONTRACT, unreleased, end);
    if (heading < 0) {
      heading = addSection(CONTRACT, end);
    }
    end = sectionEnd(heading, "##");
    String said = words(bullet);
    for (int i = heading + 1; i < end; i++) {
      if (line(i).startsWith("- ") && words(bulletAt(i, end)).equals(said)) {
        return;
      }
    }
    int last = last(heading, end, line -> !line.isEmpty());
    String[] added = bullet.toArray(String[]::new);
    if (last == heading) {
      insert(heading + 1, "");
      last++;
    }
    insert(last + 1, added);
  }

  private List<String> bulletAt(int from, int end) {
    int to = from + 1;
    while (to < end && line(to).startsWith(" ")) {
      to++;
    }
    return lines.subList(from, to);
  }

  private static String words(List<String> bullet) {
    return String.join(" ", bullet).replaceAll("\\s+", " ").strip();
  }

  /** Adds a heading before a line, with a blank line on both sides of it. */
  private int addSection(String heading, int before) {
    int at = last(-1, before, line -> !line.isEmpty()) + 1;
    boolean first = at == 0;
    if (at == lines.size()) {
      // The text ends without a line break; what is added now does not.
      insert(at, "");
    }
    List<String> section = new ArrayList<>(first ? List.of() : List.of(""));
    section.add(heading);
    insert(at, section.toArray(String[]::new));
    return first ? at : at + 1;
  }

  private static String inline(String markdown) {
    String line = SPACE.matcher(markdown).replaceAll(" ").strip();
    boolean paired = line.chars().filter(c -> c == '`').count() % 2 == 0;
    return paired ? line : line.replace("`", "\\`");
  }

  /** Folds a bullet, but never in front of a word that would then begin something else. */
  private static List<String> wrapped(String markdown) {
    List<String> bullet = new ArrayList<>();
    StringBuilder line = new StringBuilder("-");
    for (String word : inline(markdown).split(" ", -1)) {
      boolean block = BLOCK.matcher(word).matches();
      boolean first = bullet.isEmpty() && line.length() == 1;
      int length =
          line.codePointCount(0, line.length()) + 1 + word.codePointCount(0, word.length());
      if (length > WIDTH && !block && !first) {
        bullet.add(line.toString());
        line = new StringBuilder(" ");
      }
      line.append(' ').append(block && first ? "\\" : "").append(word);
    }
    bullet.add(line.toString());
    return bullet;
  }

  /**
   * Writes a name or a value as code.
   *
   * @param value any text
   * @return Markdown that shows it
   */
  static String code(String value) {
    String line = SPACE.matcher(value).replaceAll(" ").strip().replace('`', '\'');
    return line.isEmpty() ? "`''`" : "`" + line + "`";
  }

  /**
   * Writes a text of others, so that nothing in it is taken for Markdown.
   *
   * @param value any text
   * @return Markdown that shows it
   */
  static String plain(String value) {
    return SPACE.matcher(value).replaceAll(" ").strip().replaceAll("[\\\\`*<\\[\\]]", "\\\\$0");
  }

  private String line(int index) {
    return lines.get(index).stripTrailing();
  }

  private int indexOf(String line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (line(i).equals(line)) {
        return i;
      }
    }
    return -1;
  }

  private int last(int after, int end, Predicate<String> test) {
    for (int i = end - 1; i > after; i--) {
      if (test.test(line(i))) {
        return i;
      }
    }
    return after;
  }

  private int sectionEnd(int heading, String nextHeading) {
    for (int i = heading + 1; i < lines.size(); i++) {
      if (line(i).startsWith(nextHeading)) {
        return i;
      }
    }
    return lines.size();
  }

  private void insert(int at, String... added) {
    lines.addAll(at, Arrays.stream(added).map(line -> line + lineEnd).toList());
  }

  private String text() {
    return String.join("\n", lines);
  }
}
