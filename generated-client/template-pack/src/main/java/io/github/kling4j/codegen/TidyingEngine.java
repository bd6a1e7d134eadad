package io.github.kling4j.codegen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openapitools.codegen.api.TemplatingExecutor;
import org.openapitools.codegen.templating.MustacheEngineAdapter;

/**
 * Fills templates, then drops the imports that a source does not need, sorts the others, and leaves
 * no two blank lines in a row. A template may so import whatever it might need.
 */
final class TidyingEngine extends MustacheEngineAdapter {
  private static final Pattern IMPORT = Pattern.compile("import ([\\w.$]+\\.(\\w+));");
  private static final Pattern COMMENT_OR_LITERAL =
      Pattern.compile("\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|//[^\\n]*+|/\\*(?s:.*?)\\*/");
  private static final Pattern LINK = Pattern.compile("\\{@(?:link|linkplain)\\s+(\\w+)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  @Override
  public String compileTemplate(
      TemplatingExecutor executor, Map<String, Object> bundle, String template) throws IOException {
    String text = super.compileTemplate(executor, bundle, template);
    return text.contains("\npackage ") ? tidy(text) : text;
  }

  static String tidy(String source) {
    List<String> rest = new ArrayList<>();
    List<String> imports = new ArrayList<>();
    for (String line : source.split("\n", -1)) {
      String stripped = line.stripTrailing();
      if (IMPORT.matcher(stripped).matches()) {
        imports.add(stripped);
      } else {
        rest.add(stripped);
      }
    }
    String body = String.join("\n", rest);
    TreeSet<String> used = new TreeSet<>(words(body));
    StringBuilder needed = new StringBuilder();
    new TreeSet<>(imports)
        .forEach(
            line -> {
              Matcher name = IMPORT.matcher(line);
              if (name.matches() && used.contains(name.group(2))) {
                needed.append(line).append('\n');
              }
            });
    return body.replaceFirst(
                "(\npackage [\\w.]+;\n)", "$1\n" + Matcher.quoteReplacement(needed.toString()))
            .replaceAll("\n{3,}", "\n\n")
            .replaceAll("\\{\n\n", "{\n")
            .replaceAll("\n\n( *\\})", "\n$1")
            .stripTrailing()
        + "\n";
  }

  private static List<String> words(String body) {
    List<String> words = new ArrayList<>();
    Matcher link = LINK.matcher(body);
    while (link.find()) {
      words.add(link.group(1));
    }
    Matcher word = WORD.matcher(COMMENT_OR_LITERAL.matcher(body).replaceAll(" "));
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }
}
