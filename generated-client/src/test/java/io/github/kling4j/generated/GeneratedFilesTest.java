package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The generator leaves out in silence what it cannot place: each file is asked for by name. */
final class GeneratedFilesTest {
  private static final String MODELS = "java/io/github/kling4j/model/";
  private static final String INTERFACES = "java/io/github/kling4j/api/";

  private static final SortedMap<String, String> FILES = Generator.files(Project.GENERATED);

  @Test
  void everySupportingFileThatThePomNamesIsThere() {
    assertThat(Generator.supportingFiles()).hasSizeGreaterThan(8).doesNotContain("");
    for (String name : Generator.supportingFiles()) {
      assertThat(FILES.keySet()).anyMatch(file -> file.endsWith('/' + name));
    }
    assertThat(FILES).containsKeys(MODELS + "package-info.java", INTERFACES + "package-info.java");
  }

  @Test
  void everyFileOfTheConfigurationIsNamedInThePom() {
    Stream<String> configured =
        Document.read(Project.GENERATOR_CONFIGURATION).get("files").properties().stream()
            .map(Map.Entry::getValue)
            .filter(file -> file.has("folder"))
            .map(file -> file.get("destinationFilename").textValue());

    assertThat(Generator.supportingFiles()).containsAll(configured.toList());
  }

  @Test
  void everySchemaHasAModelAndAnAdapter() {
    for (String schema : schemas()) {
      assertThat(FILES)
          .containsKeys(MODELS + schema + ".java", MODELS + schema + "JsonAdapter.java");
    }
  }

  @Test
  void everyTagHasAnInterface() {
    Document.CONTRACT
        .get("tags")
        .forEach(
            tag ->
                assertThat(FILES)
                    .containsKey(INTERFACES + tag.get("name").textValue() + "Api.java"));
  }

  @Test
  void nothingElseIsThere() {
    List<String> expected = new ArrayList<>(Generator.supportingFiles());
    schemas()
        .forEach(schema -> expected.addAll(List.of(schema + ".java", schema + "JsonAdapter.java")));
    Document.CONTRACT
        .get("tags")
        .forEach(tag -> expected.add(tag.get("name").textValue() + "Api.java"));

    assertThat(
            FILES.keySet().stream()
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void noSourceNeedsALibraryThatAUserDoesNotGet() {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      assertThat(file.getValue().lines().filter(line -> line.startsWith("import ")))
          .as(file.getKey())
          .allMatch(
              line ->
                  line.matches(
                      "import (java\\.(io|lang|math|util)|com\\.squareup\\.moshi|okio|okhttp3"
                          + "|retrofit2|org\\.jspecify|io\\.github\\.kling4j\\.model)\\..*"));
    }
  }

  private static List<String> schemas() {
    return Document.CONTRACT.at("/components/schemas").properties().stream()
        .map(Map.Entry::getKey)
        .toList();
  }
}
