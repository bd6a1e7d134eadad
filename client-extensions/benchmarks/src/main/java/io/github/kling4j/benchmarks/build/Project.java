package io.github.kling4j.benchmarks.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder with this project's sources.
 *
 * @param folder where its {@code mvnw} is
 */
record Project(Path folder) {
  /** The request in the contract that is given a property more. */
  private static final String REQUEST = "\n    TextToVideoRequest:\n";

  private static final String PROPERTIES = "\n      properties:\n";
  private static final Set<String> LEFT_OUT = Set.of("target", ".git");

  /** Returns the project that this class was built in. */
  static Project own() {
    try {
      Path classes =
          Path.of(Project.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path folder = classes;
      while (folder != null && !Files.exists(folder.resolve("api-spec/kling.yaml"))) {
        folder = folder.getParent();
      }
      if (folder == null) {
        throw new IllegalStateException("The project is nowhere above " + classes);
      }
      return new Project(folder);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a copy of the sources as they are, changed or not, without anything that was built. */
  Project copy(Path to) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes)
                throws IOException {
              if (LEFT_OUT.contains(from.getFileName().toString())) {
                return FileVisitResult.SKIP_SUBTREE;
              }
              Files.createDirectories(to.resolve(folder.relativize(from).toString()));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes)
                throws IOException {
              if (!LEFT_OUT.contains(from.getFileName().toString())) {
                Path unused =
                    Files.copy(
                        from,
                        to.resolve(folder.relativize(from).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy the project", e);
    }
    return new Project(to);
  }

  /** Gives the request an optional property more. */
  void addProperty(String name) {
    Path contract = folder.resolve("api-spec/kling.yaml");
    try {
      Files.writeString(contract, withProperty(Files.readString(contract), name));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot change " + contract, e);
    }
  }

  static String withProperty(String contract, String name) {
    int request = contract.indexOf(REQUEST);
    int properties = contract.indexOf(PROPERTIES, request);
    if (request < 0 || properties < 0) {
      throw new IllegalStateException("The contract has no properties of TextToVideoRequest");
    }
    int at = properties + PROPERTIES.length();
    return contract.substring(0, at)
        + "        "
        + name
        + ":\n          type: string\n          description: A property more.\n"
        + contract.substring(at);
  }

  /** Tells whether the compiled request has a method, by its name in the class file. */
  boolean hasCompiled(String method) {
    Path request =
        folder.resolve(
            "generated-client/target/classes/io/github/kling4j/model/TextToVideoRequest.class");
    try {
      return new String(Files.readAllBytes(request), StandardCharsets.ISO_8859_1).contains(method);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + request, e);
    }
  }

  /** Removes it with all that was built in it. */
  void delete() {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                throws IOException {
              Files.delete(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + folder, e);
    }
  }
}
