package io.github.kling4j.generated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the module lies. */
final class Project {
  /** Surefire sets it; an IDE starts tests in the module's folder. */
  static final Path DIR = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();

  static final Path GENERATED = DIR.resolve("target/generated-sources/openapi/src/main");

  private Project() {}

  /** Returns the text of every file below a folder, by its path in it. */
  static SortedMap<String, String> files(Path folder) {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        files.put(name, Files.readString(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
