package io.github.kling4j.benchmarks.contender;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Parts of this process's class path, found by the names of artifacts. */
final class ClassPath {
  private static final List<Path> ENTRIES =
      Pattern.compile(File.pathSeparator, Pattern.LITERAL)
          .splitAsStream(System.getProperty("java.class.path"))
          .map(Path::of)
          .toList();

  /** Where this module's classes are. */
  private static final Path MODULE = module();

  private ClassPath() {}

  /** Returns a class path of this module and some jars. */
  static String of(List<Path> jars) {
    return Stream.concat(Stream.of(MODULE), jars.stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Returns how many bytes the classes of a package, and of those below it, have in this module.
   */
  static long bytes(String folder) {
    String start = "io/github/kling4j/benchmarks/" + folder;
    try {
      if (Files.isDirectory(MODULE)) {
        try (Stream<Path> files = Files.walk(MODULE.resolve(start))) {
          return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
        }
      }
      try (ZipFile jar = new ZipFile(MODULE.toFile())) {
        return jar.stream()
            .filter(entry -> entry.getName().startsWith(start))
            .mapToLong(ZipEntry::getCompressedSize)
            .sum();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private static Path module() {
    try {
      return Path.of(ClassPath.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String folder(String artifact) {
    return switch (artifact) {
      case "kling4j" -> "client";
      case "kling4j-generated" -> "generated-client";
      default -> artifact;
    };
  }
}
