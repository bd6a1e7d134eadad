package io.github.kling4j.spec.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files that the command reads and writes, copied to a folder. They are not this project's:
 * what upstream really changes one day must not change what the tests expect.
 */
final class ProjectCopy {
  private static final Path RESOURCES =
      Path.of(System.getProperty("basedir", ".")).resolve("src/test/resources");
  private static final String NEW_PROPERTY =
      "\"sound_effect\":{\"type\":\"string\",\"description\":\"音效,可选,最多200个字符\"},";

  /** What the command did. */
  record Outcome(int exit, String out, String err) {}

  private final Path folder;

  private ProjectCopy(Path folder) {
    this.folder = folder;
  }

  static ProjectCopy in(Path folder) throws IOException {
    Path project = RESOURCES.resolve("project");
    Files.createDirectories(folder.resolve("api-spec/released"));
    for (String file : List.of("CHANGELOG.md", "api-spec/SOURCES.md", "api-spec/kling.yaml")) {
      Files.copy(project.resolve(file), folder.resolve(file));
    }
    Files.copy(
        project.resolve("api-spec/kling.yaml"), folder.resolve("api-spec/released/kling.yaml"));
    return new ProjectCopy(folder);
  }

  /** A relay's page, in our own words, that says what the contract says. */
  static String page() throws IOException {
    return Files.readString(RESOURCES.resolve("pages/text2video.txt"));
  }

  /** The same with a property more. */
  static String pageWithNewProperty() throws IOException {
    return page().replaceFirst("\"prompt\":", NEW_PROPERTY + "\"prompt\":");
  }

  String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  /** The text of every file, by its path. */
  Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  /** Runs the command with the page on its standard input. */
  Outcome drift(String page, String... options) {
    return run(page.getBytes(UTF_8), "-", options);
  }

  Outcome run(byte[] input, String page, String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> args = new ArrayList<>(List.of(options));
    args.addAll(List.of("--project", folder.toString(), page));
    int exit =
        Drift.run(
            new ByteArrayInputStream(input),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            args.toArray(new String[0]));
    return new Outcome(exit, out.toString(), err.toString());
  }
}
