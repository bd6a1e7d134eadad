package io.github.kling4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Retrofit or OkHttp cannot express is said while the build runs, and never left out mutely.
 */
final class WarningsTest {
  @TempDir private static Path folder;
  private static List<String> warnings;

  @BeforeAll
  static void generate() {
    Path document = Generator.RESOURCES.resolve("documents/warnings.yaml");
    warnings = Generator.warnings(document, folder.resolve("project"));
  }

  @Test
  void aCookie() {
    assertThat(of("cookie, GET /cookie")).singleElement().asString().contains("session", "cookie");
    assertThat(of("GET /without-id")).singleElement().asString().contains("cookie");
  }

  @Test
  void anOperationOfTwoTagsOnce() {
    assertThat(of("twoTags, GET /two-tags")).singleElement().asString().contains("twice");
  }

  @Test
  void aBodyThatIsNotSent() {
    assertThat(of("getWithBody, GET /body")).singleElement().asString().contains("body");
    assertThat(of("headWithBody, HEAD /body")).singleElement().asString().contains("body");
  }

  @Test
  void aPlaceWithoutParameterAndAParameterWithoutPlace() {
    assertThat(of("undescribed, GET /undescribed/{id}"))
        .singleElement()
        .asString()
        .contains("id is not described");
    assertThat(of("nowhere, GET /nowhere"))
        .singleElement()
        .asString()
        .contains("no place for the parameter id");
  }

  @Test
  void headersThatOpenApiIgnores() {
    assertThat(of("ownHeaders, GET /own-headers"))
        .hasSize(3)
        .anyMatch(each -> each.contains("Accept"))
        .anyMatch(each -> each.contains("content-type"))
        .anyMatch(each -> each.contains("Authorization"));
  }

  @Test
  void referencesThatLeadNowhere() {
    assertThat(of("refs, POST /refs"))
        .hasSize(3)
        .anyMatch(each -> each.contains("#/components/parameters/Missing"))
        .anyMatch(each -> each.contains("#/components/requestBodies/Missing"))
        .anyMatch(each -> each.contains("#/components/responses/Missing"));
    assertThat(of("circle, POST /circle")).singleElement().asString().contains("Circle");
    assertThat(warnings)
        .contains("Path /gone: #/components/pathItems/Missing is nowhere in the document");
  }

  @Test
  void whatAnAddressDoesNotHold() {
    assertThat(of("fragment, GET /fragment#part")).singleElement().asString().contains("fragment");
    assertThat(of("placesInQuery, GET /query?id={id}&kind={kind}&all"))
        .as("kind is described as a query parameter")
        .singleElement()
        .asString()
        .contains("; id={id} is left out");
  }

  @Test
  void aBodyThatJavaCannotTellFromAnother() {
    assertThat(of("sameSignature, POST /same-signature"))
        .singleElement()
        .asString()
        .contains("List<Integer>", "List<String>");
  }

  @Test
  void whatIsWrittenInAnotherWay() {
    assertThat(of("reserved, GET /reserved")).singleElement().asString().contains("ids");
    assertThat(of("noFields, POST /no-fields")).singleElement().asString().contains("no fields");
  }

  @Test
  void nothingElse() {
    assertThat(warnings)
        .as("as many as the tests above name")
        .hasSize(20)
        .allSatisfy(each -> assertThat(each).matches("(Operation|Path) .*"));
  }

  @Test
  void whatIsExpressedIsNotWarnedOf(@TempDir Path other) {
    Path documents = Generator.MODULE.resolve("../src/test/openapi").normalize();

    assertThat(Generator.warnings(documents.resolve("operations.yaml"), other))
        .singleElement()
        .asString()
        .contains("fragment");
  }

  @Test
  void whatIsLeftCompilesAndIsStillThere(@TempDir Path classes) throws Exception {
    Path sources = folder.resolve("project/src/main");
    String api = Files.readString(sources.resolve("java/io/github/kling4j/api/DefaultApi.java"));

    assertThat(api)
        .contains("undescribed(@Path(\"id\") String id)")
        .contains("@GET(\"query?all\")")
        .contains("xOwn(@Nullable String xOwn)")
        .doesNotContain("Authorization");
    try (URLClassLoader loader = Compiler.compile(sources, classes)) {
      assertThat(loader.loadClass("io.github.kling4j.api.DefaultApi")).isInterface();
    }
  }

  private static List<String> of(String operation) {
    return warnings.stream()
        .filter(each -> each.startsWith("Operation " + operation + ": "))
        .toList();
  }
}
