package io.github.kling4j.benchmarks.contender;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parts of this process's class path, found by the names of artifacts. */
final class ClassPath {
  private static final List<Path> ENTRIES =
      Pattern.compile(File.pathSeparator, Pattern.LITERAL)
          .splitAsStream(System.getProperty("java.class.path"))
          .map(Path::of)
          .toList();

  private ClassPath() {}

  /** Returns a class path of this module and some jars. */
  static String of(List<String> artifacts) {
    List<Path> entries = new ArrayList<>();
    entries.add(module());
    artifacts.forEach(artifact -> entries.add(entry(artifact)));
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Returns where this module's classes are. */
  static Path module() {
    return Path.of(ClassPath.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** Returns a jar, or the folder of classes that Maven has in its place while it tests. */
  static Path entry(String artifact) {
    Pattern jar = Pattern.compile(Pattern.quote(artifact) + "-\\d[^/]*\\.jar");
    Path folder = Path.of(folder(artifact), "target", "classes");
    return ENTRIES.stream()
        .filter(
            entry ->
                jar.matcher(entry.getFileName().toString()).matches() || entry.endsWith(folder))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No " + artifact + " on the class path"));
  }

  private static String folder(String artifact) {
    return switch (artifact) {
      case "kling4j" -> "client";
      case "kling4j-generated" -> "generated-client";
      default -> artifact;
    };
  }
}
