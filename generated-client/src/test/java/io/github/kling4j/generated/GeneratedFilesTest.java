package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is made of the contract, and nothing else. */
final class GeneratedFilesTest {
  private static final String MODELS = "java/io/github/kling4j/model/";
  private static final String INTERFACES = "java/io/github/kling4j/api/";

  /** What the contract needs of what can be made once a document. */
  private static final List<String> SUPPORT =
      List.of(
          "AdditionalProperties.java",
          "Contract.java",
          "DirectCall.java",
          "DirectCalls.java",
          "Limits.java",
          "MissingPropertyException.java",
          "ModelJsonAdapterFactory.java",
          "Parameters.java",
          "Raw.java",
          "Shape.java",
          "Violation.java",
          "kling4j-generated.pro",
          "package-info.java",
          "reachability-metadata.json");

  /** What it will need once it has a date, a choice between types, or a list as a body. */
  private static final List<String> SUPPORT_FOR_OTHERS =
      List.of("AsDocumented.java", "Formats.java", "Variants.java");

  private static final SortedMap<String, String> FILES = Project.files(Project.GENERATED);

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
    List<String> expected = new ArrayList<>(SUPPORT);
    schemas()
        .forEach(schema -> expected.addAll(List.of(schema + ".java", schema + "JsonAdapter.java")));
    Document.CONTRACT
        .get("tags")
        .forEach(
            tag -> {
              String api = tag.get("name").textValue() + "Api";
              expected.addAll(List.of(api + ".java", api + "Calls.java"));
            });

    assertThat(
            FILES.keySet().stream()
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .collect(Collectors.toSet()))
        .containsAll(expected)
        .allMatch(file -> expected.contains(file) || SUPPORT_FOR_OTHERS.contains(file));
  }

  @Test
  void noSourceNeedsALibraryThatAUserDoesNotGet() {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      assertThat(file.getValue().lines().filter(line -> line.startsWith("import ")))
          .as(file.getKey())
          .allMatch(
              line ->
                  line.matches(
                      "import (java\\.(io|lang|math|net|nio|time|util)|com\\.squareup\\.moshi|okio|okhttp3"
                          + "|retrofit2|org\\.jspecify|io\\.github\\.kling4j\\.model)\\..*"));
    }
  }

  private static List<String> schemas() {
    return Document.CONTRACT.at("/components/schemas").properties().stream()
        .map(Map.Entry::getKey)
        .toList();
  }
}
