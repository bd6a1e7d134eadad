package io.github.kling4j.future;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The bodies of a server that has changed: tasks alone, answers to a create (those in which an id
 * can be read, and those in which it is lost), answers to a query, refusals.
 */
final class FutureFiles {
  private FutureFiles() {}

  /** Returns the files of a folder, in order. */
  static Stream<Path> in(String folder) throws IOException {
    try (Stream<Path> files = Files.list(folder(folder))) {
      List<Path> all = files.sorted().toList();
      if (all.isEmpty()) {
        throw new IllegalStateException("nothing in " + folder);
      }
      return all.stream();
    }
  }

  static String text(String folder, String name) throws IOException {
    return text(folder(folder).resolve(name));
  }

  static String text(Path file) throws IOException {
    return Files.readString(file);
  }

  /** Returns the id of the task in a file. */
  static String idIn(Path file) {
    return switch (file.getFileName().toString()) {
      case "running-and-a-longer-number.json", "data-in-an-array-and-a-long-id.json" ->
          "98765432109876543210987654321";
      case "running-and-an-id-of-any-text.json" -> "任务/9f?a=1&b=%2F#ü ";
      default -> "task_9f";
    };
  }

  /** Tells of an answer to a create whether its id is where nobody would look for it. */
  static boolean tellsNoId(Path file) {
    return file.getParent().endsWith("lost");
  }

  private static Path folder(String name) {
    try {
      return Path.of(Objects.requireNonNull(FutureFiles.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
