package io.github.kling4j.spec.drift;

import io.github.kling4j.spec.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of the project that say what the API is. */
final class ProjectFiles {
  private final Path contract;
  private final Path released;
  private final Path sources;
  private final Path changelog;

  ProjectFiles(Path root) {
    this.contract = root.resolve("api-spec").resolve("kling.yaml");
    this.released = root.resolve("api-spec").resolve("released").resolve("kling.yaml");
    this.sources = root.resolve("api-spec").resolve("SOURCES.md");
    this.changelog = root.resolve("CHANGELOG.md");
  }

  Contract contract() throws IOException {
    return Contract.read(contract);
  }

  /**
   * Edits the files so that the contract says what upstream says; all of them or none.
   *
   * @return what was applied
   */
  List<Difference> apply(Upstream upstream, LocalDate today)
      throws IOException, NotUnderstoodException, LeftToPersonException {
    String before = Files.readString(contract);
    List<Difference> news =
        Comparison.of(upstream, Contract.of(before).root()).stream()
            .filter(difference -> !difference.isKnown())
            .toList();
    if (news.isEmpty()) {
      return news;
    }
    String after = new Application(upstream).apply(before, Contract.read(released));
    String rows = Files.readString(sources);
    String bullets = Files.readString(changelog);
    for (Difference difference : news) {
      rows =
          ProjectLines.addRow(
              rows,
              today.toString(),
              upstream.source(),
              ProjectLines.code(difference.operation()),
              ProjectLines.code(difference.place()),
              ProjectLines.plain(Report.change(difference)));
      bullets = ProjectLines.addBullet(bullets, bullet(difference, upstream.source()));
    }
    Map<Path, String> texts = new LinkedHashMap<>();
    texts.put(contract, after);
    texts.put(sources, rows);
    texts.put(changelog, bullets);
    write(texts);
    return news;
  }

  private static String bullet(Difference difference, String source) {
    String place = difference.place().equals("-") ? "" : " " + difference.place();
    return ProjectLines.code(difference.operation() + place)
        + ": "
        + ProjectLines.plain(Report.change(difference))
        + " ("
        + source
        + "). In Java: "
        + ProjectLines.plain(difference.java())
        + ".";
  }

  /**
   * Writes all beside the old ones before the first is replaced; puts back what was, on failure.
   */
  private static void write(Map<Path, String> texts) throws IOException {
    Map<Path, byte[]> before = new LinkedHashMap<>();
    List<Path> written = new ArrayList<>();
    try {
      for (Map.Entry<Path, String> text : texts.entrySet()) {
        before.put(text.getKey(), Files.readAllBytes(text.getKey()));
        Path beside = beside(text.getKey());
        written.add(beside);
        Files.writeString(beside, text.getValue());
      }
      for (Path file : texts.keySet()) {
        Files.move(beside(file), file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      for (Map.Entry<Path, byte[]> file : before.entrySet()) {
        Files.write(file.getKey(), file.getValue());
      }
      throw e;
    } finally {
      for (Path beside : written) {
        Files.deleteIfExists(beside);
      }
    }
  }

  private static Path beside(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".new");
  }
}
