package io.github.kling4j.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A document of our own that the module beside this one tests too, and what is made of it here. */
final class OwnDocument {
  private static final Path FOLDER = Generator.MODULE.resolve("../src/test/openapi").normalize();
  private static final Map<Path, OwnDocument> ALL = new ConcurrentHashMap<>();

  private final Path file;
  private final Path sources;
  private ClassLoader classes;

  private OwnDocument(Path file) {
    this.file = file;
    this.sources = generate();
  }

  /** Returns all documents that hold what others do not; each is generated once. */
  static List<OwnDocument> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> !file.endsWith("videos.yaml"))
          .sorted()
          .map(file -> ALL.computeIfAbsent(file, OwnDocument::new))
          .toList();
    }
  }

  /** Generates once more and returns the folder with the sources. */
  Path generate() {
    return Generator.generate(file, temporary());
  }

  /** Returns the text of every file that is generated, by its path. */
  SortedMap<String, String> files() {
    return Generator.files(sources);
  }

  /** Returns what loads the classes, compiled without a warning; it is made once and stays open. */
  synchronized ClassLoader classes() throws IOException {
    if (classes == null) {
      classes = Compiler.compile(sources, temporary());
    }
    return classes;
  }

  private Path temporary() {
    try {
      return Files.createTempDirectory(Generator.MODULE.resolve("target"), this + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
