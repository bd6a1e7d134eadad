package io.github.kling4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated sources as the templates leave them, before anything lays them out. */
final class RawSourcesTest {
  private static final Pattern IMPORT = Pattern.compile("(?m)^import ([\\w.]+\\.(\\w+));$");
  private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
  private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");
  private static final Pattern END_OF_FIRST = Pattern.compile("\\n\\s*\\n|(?m)^\\s*(?:@|<p>|<ul>)");

  static List<OwnDocument> documents() throws IOException {
    return OwnDocument.all();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyImportIsUsedAndThereOnce(OwnDocument document) {
    assertThat(faults(document, RawSourcesTest::needlessImports)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void noLineEndsInBlanks(OwnDocument document) {
    assertThat(faults(document, text -> found("(?m)^.*[ \\t]$", text))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void noTwoBlankLinesFollowEachOther(OwnDocument document) {
    assertThat(faults(document, text -> found("[^\\n]*\\n\\s*\\n\\s*\\n[^\\n]*", text))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyFileEndsInOneLineBreak(OwnDocument document) {
    assertThat(faults(document, text -> text.matches("(?s).*\\S\\n") ? List.of() : List.of("end")))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void theFirstSentenceOfEveryCommentEnds(OwnDocument document) {
    assertThat(faults(document, RawSourcesTest::openSentences)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void theSameDocumentGivesTheSameBytesAgain(OwnDocument document) {
    assertThat(Generator.files(document.generate())).isEqualTo(document.files());
  }

  /** Returns what is wrong with each source, by its name. */
  private static Map<String, List<String>> faults(
      OwnDocument document, Function<String, List<String>> look) {
    Map<String, List<String>> faults = new TreeMap<>();
    document
        .files()
        .forEach(
            (name, text) -> {
              List<String> found = name.endsWith(".java") ? look.apply(text) : List.of();
              if (!found.isEmpty()) {
                faults.put(name, found);
              }
            });
    assertThat(document.files()).as("the files of %s", document).hasSizeGreaterThan(10);
    return faults;
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList();
  }

  private static List<String> needlessImports(String text) {
    List<String> imports = IMPORT.matcher(text).results().map(each -> each.group(2)).toList();
    String body = IMPORT.matcher(text).replaceAll("");
    String code = COMMENT.matcher(LITERAL.matcher(body).replaceAll("\"\"")).replaceAll("");
    List<String> needless = new ArrayList<>();
    for (String name : imports) {
      boolean inCode = Pattern.compile("\\b" + name + "\\b").matcher(code).find();
      boolean linked =
          Pattern.compile("\\{@link(?:plain)?\\s+" + name + "\\b").matcher(body).find();
      boolean once = imports.indexOf(name) == imports.lastIndexOf(name);
      if (!once || (!inCode && !linked)) {
        needless.add(name);
      }
    }
    return needless;
  }

  private static List<String> openSentences(String text) {
    List<String> open = new ArrayList<>();
    for (MatchResult comment : JAVADOC.matcher(text).results().toList()) {
      String lines = comment.group(1).replaceAll("(?m)^[ ]*\\* ?", "").strip();
      String first = END_OF_FIRST.split(lines, 2)[0].strip();
      if (first.isEmpty() || ".!?:;。！？：…".indexOf(first.codePointBefore(first.length())) < 0) {
        open.add(lines);
      }
    }
    return open;
  }
}
