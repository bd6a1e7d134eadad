package io.github.kling4j.codegen.drift;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which lines of a text are gone from another, and where in a YAML document they stood. */
final class Untouched {
  private static final Pattern KEY =
      Pattern.compile("( *)((?:- )*)'?([^\\s'#\"][^'\"]*?)'?:(?: .*)?");

  private Untouched() {}

  /**
   * The lines of the one that the other has not, each in its place; what was added does not count.
   */
  static List<String> gone(String before, String after) {
    return lost(before.lines().toList(), after.lines().toList()).stream()
        .map(before.lines().toList()::get)
        .toList();
  }

  /** The paths in a YAML document of the lines that another has not. */
  static List<String> gonePaths(String before, String after) {
    List<String> lines = before.lines().toList();
    List<String> paths = paths(lines);
    return lost(lines, after.lines().toList()).stream().map(paths::get).toList();
  }

  /** Places of lines that are in no longest common subsequence of both texts. */
  private static List<Integer> lost(List<String> before, List<String> after) {
    int start = 0;
    int end = 0;
    int shorter = Math.min(before.size(), after.size());
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<String> a = before.subList(start, before.size() - end);
    List<String> b = after.subList(start, after.size() - end);
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            a.get(i).equals(b.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Integer> lost = new ArrayList<>();
    int j = 0;
    for (int i = 0; i < a.size(); ) {
      if (j < b.size() && a.get(i).equals(b.get(j)) && common[i][j] == common[i + 1][j + 1] + 1) {
        i++;
        j++;
      } else if (j < b.size() && common[i][j + 1] >= common[i + 1][j]) {
        j++;
      } else {
        lost.add(start + i++);
      }
    }
    return lost;
  }

  /** The path of keys that leads to each line, by how far it is indented. */
  private static List<String> paths(List<String> lines) {
    record Level(int indent, String key) {}
    Deque<Level> levels = new ArrayDeque<>();
    List<String> paths = new ArrayList<>();
    for (String line : lines) {
      Matcher key = KEY.matcher(line);
      int indent = line.length() - line.stripLeading().length();
      if (!line.isBlank()) {
        while (!levels.isEmpty() && levels.getLast().indent() >= indent) {
          levels.removeLast();
        }
        if (key.matches()) {
          levels.addLast(new Level(indent, key.group(3)));
        }
      }
      paths.add(String.join(".", levels.stream().map(Level::key).toList()));
    }
    return paths;
  }
}
