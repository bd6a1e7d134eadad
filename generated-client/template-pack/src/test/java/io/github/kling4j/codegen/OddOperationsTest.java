package io.github.kling4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations that say little, or say it in the words of OpenAPI 3.1 only. */
final class OddOperationsTest {
  @TempDir private static Path folder;
  private static List<String> warnings;
  private static String api;

  @BeforeAll
  static void generate() throws Exception {
    Path document = Generator.RESOURCES.resolve("documents/operations31.yaml");
    Path project = folder.resolve("project");
    warnings = Generator.warnings(document, project);
    api = Files.readString(project.resolve("src/main/java/io/github/kling4j/api/DefaultApi.java"));
  }

  @Test
  void allOfItCompiles(@TempDir Path classes) throws Exception {
    try (URLClassLoader loader = Compiler.compile(folder.resolve("project/src/main"), classes)) {
      assertThat(loader.loadClass("io.github.kling4j.api.DefaultApi")).isInterface();
    }
  }

  @Test
  void nothingIsWarnedOf() {
    assertThat(warnings).isEmpty();
  }

  @Test
  void aPathItemMayStandInComponents() {
    assertThat(api).contains("@GET(\"shared/{id}\")", "getShared(@Path(\"id\") String id)");
  }

  @Test
  void anOperationWithoutAnswersAnswersNothing() {
    assertThat(api)
        .contains("Call<Void> noResponses()")
        .contains("Call<Void> emptyContent()")
        .contains("Call<ResponseBody> bare(@Body RequestBody body");
  }

  @Test
  void aReferenceMayBeEscapedOrLeadToAnother() {
    assertThat(api)
        .contains("slash(@Nullable String slash)")
        .contains("Call<ResponseBody> file(@Body RequestBody body)")
        .contains("\"Accept: application/octet-stream\"");
  }

  @Test
  void aPartOfAMediaTypeIsAFileAndAChoiceIsNotTakenApart() {
    assertThat(api)
        .contains("image(String fileName, RequestBody content)")
        .contains("set(\"choice\", choice, Parameters.Style.EACH)");
  }

  @Test
  void whatIsCalledByTheServerIsNoOperation() {
    assertThat(api).doesNotContain("called");
  }
}
