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

  private Compiled() {}

  /** Compiles one source file into a folder, and returns the folder. */
  static Path classes(Path folder, String source, String... options) throws IOException {
    Files.createDirectories(folder);
    Matcher matcher = PUBLIC.matcher(source);
    String name = matcher.find() ? matcher.group(1) : "Hidden";
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("-proc:none", "--release", "17", "-d", folder.toString()));
    StringWriter log = new StringWriter();
    boolean compiled =
        COMPILER.getTask(log, null, null, all, null, List.of(new Source(name, source))).call();
    if (!compiled) {
      throw new IllegalArgumentException(log.toString());
    }
    return folder;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("memory:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
