package io.github.kling4j.codegen.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kling4j.codegen.Generator;
import io.github.kling4j.spec.Contract;
import io.github.kling4j.spec.drift.Drift;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that the command reads and writes, copied to a folder of their own. They are not the
 * project's: what upstream really changes one day must not change what these tests expect.
 */
final class ProjectCopy {
  private static final Path PROJECT =
      Generator.CONTRACT.resolveSibling("src/test/resources/project");

  /** The contract that all cases start from. */
  static final Path CONTRACT = PROJECT.resolve("api-spec/kling.yaml");

  private static final Pattern KEY = Pattern.compile("(?m)^( {4}| {8})([A-Za-z_]+):$");

  /** What the command did. */
  record Outcome(int exit, String out, String err) {}

  private final Path folder;

  private ProjectCopy(Path folder) {
    this.folder = folder;
  }

  /** The same, where the author of the contract has explained each schema and each property. */
  static ProjectCopy withComments(Path folder) throws IOException {
    ProjectCopy project = in(folder);
    Matcher key = KEY.matcher(Files.readString(CONTRACT));
    Files.writeString(project.contractFile(), key.replaceAll("$1# About $2.\n$0 # $2"));
    return project;
  }

  static ProjectCopy in(Path folder) throws IOException {
    Path spec = Files.createDirectories(folder.resolve("api-spec"));
    String contract = Files.readString(CONTRACT);
    Files.writeString(spec.resolve("kling.yaml"), contract);
    Files.writeString(
        Files.createDirectory(spec.resolve("released")).resolve("kling.yaml"),
        contract.replaceFirst("(?m)^  version: .*$", "  version: 1.0.0"));
    for (String log : List.of("CHANGELOG.md", "api-spec/SOURCES.md")) {
      Files.copy(PROJECT.resolve(log), folder.resolve(log));
    }
    return new ProjectCopy(folder);
  }

  Path contractFile() {
    return folder.resolve("api-spec/kling.yaml");
  }

  Contract contract() throws IOException {
    return Contract.read(contractFile());
  }

  /** The text of every file, by its path. */
  SortedMap<String, String> files() {
    return Generator.files(folder);
  }

  /** Runs the command with the page on its standard input. */
  Outcome drift(String page, String... options) {
    return run(page, "-", options);
  }

  /** Runs the command with the page in a file. */
  Outcome driftFile(Path file, String... options) {
    return run("", file.toString(), options);
  }

  private Outcome run(String input, String page, String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> args = new ArrayList<>(List.of(options));
    args.addAll(List.of("--project", folder.toString(), page));
    int exit =
        Drift.run(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            args.toArray(new String[0]));
    return new Outcome(exit, out.toString(), err.toString());
  }
}
