package io.github.kling4j.compatibility;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Small classes for tests. */
final class Compiled {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final Pattern PUBLIC =
      Pattern.compile("public (?:\\w+ )*(?:class|interface|enum|record) (\\w+)");

  private static final Pattern PACKAGE = Pattern.compile("package (\\w+)");

  private Compiled() {}

  /** Compiles one source file into a folder, and returns the folder. */
  static Path classes(Path folder, String source, String... options) throws IOException {
    return classes(folder, List.of(source), options);
  }

  /** Compiles source files into a folder, and returns the folder. */
  static Path classes(Path folder, List<String> sources, String... options) throws IOException {
    Files.createDirectories(folder);
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("-proc:none", "--release", "17", "-d", folder.toString()));
    List<Source> units = sources.stream().map(Source::of).toList();
    StringWriter log = new StringWriter();
    if (!COMPILER.getTask(log, null, null, all, null, units).call()) {
      throw new IllegalArgumentException(log.toString());
    }
    return folder;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    private Source(String path, String text) {
      super(URI.create("memory:///" + path + ".java"), Kind.SOURCE);
      this.text = text;
    }

    static Source of(String text) {
      return new Source(found(PACKAGE, text, "none") + "/" + found(PUBLIC, text, "Hidden"), text);
    }

    private static String found(Pattern pattern, String text, String otherwise) {
      Matcher matcher = pattern.matcher(text);
      return matcher.find() ? matcher.group(1) : otherwise;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
