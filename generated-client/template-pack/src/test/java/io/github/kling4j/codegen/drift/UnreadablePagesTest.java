package io.github.kling4j.codegen.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.kling4j.codegen.drift.ProjectCopy.Outcome;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is no page, or only half of one, is said to be so, and changes nothing. */
final class UnreadablePagesTest {
  private static final String PAGE =
      RelayPage.of(Upstream.page(JsonNodeFactory.instance.objectNode())).text();
  private static final String DOCUMENT =
      RelayDocument.of(Upstream.document(JsonNodeFactory.instance.objectNode())).yaml();

  static Stream<Arguments> pages() {
    return Stream.of(
        arguments("nothing", "", ""),
        arguments("blanks", " \r\n\t\n", ""),
        arguments("prose", "Not found. Please sign in.", ""),
        arguments("HTML", "<!doctype html>\n<html><body>503</body></html>", "HTML"),
        arguments("HTML around a page", "<html><pre>" + PAGE + "</pre></html>", ""),
        arguments("a request's block that is cut", cut("请求体"), "请求体"),
        arguments("an answer's block that is cut", cut("响应"), "响应"),
        arguments("a parameters' block that is cut", cut("参数"), "参数"),
        arguments(
            "a page that ends within a block", PAGE.substring(0, PAGE.indexOf("响应") - 40), "请求体"),
        arguments("a heading without its block", without("请求体"), "请求体"),
        arguments("no request schema", PAGE.replace("\"jsonSchema\":", "\"other\":"), "请求体"),
        arguments("no method and path", PAGE.replace("/kling/v1/videos/text2video", "?"), "POST"),
        arguments("Swagger 2.0", DOCUMENT.replaceFirst("openapi: .*", "swagger: \"2.0\""), "2.0"),
        arguments("OpenAPI 2.0", DOCUMENT.replaceFirst("openapi: .*", "openapi: \"2.0\""), "2.0"),
        arguments(
            "a document without paths", DOCUMENT.replaceFirst("\npaths:", "\nx-paths:"), "paths"),
        arguments(
            "a document with no operation", "openapi: 3.0.3\ninfo: {}\npaths: {}\n", "operations"),
        arguments("JSON that is no document", "{\"code\": 0, \"message\": \"SUCCEED\"}", ""),
        arguments("a list", "[1, 2]", ""),
        arguments("YAML that is none", DOCUMENT.replaceFirst("\ninfo:", "\n info: ]:"), ""),
        arguments(
            "a reference that leads nowhere",
            DOCUMENT.replaceFirst(
                "(?s)schema:\\s+type:", "schema:\n \\$ref: '#/components/schemas/None'\n type:"),
            ""));
  }

  private static String cut(String heading) {
    int start = PAGE.indexOf("\n" + heading + "\n") + heading.length() + 2;
    int end = PAGE.indexOf('\n', start);
    return PAGE.substring(0, start + (end - start) / 2) + PAGE.substring(end);
  }

  private static String without(String heading) {
    int start = PAGE.indexOf("\n" + heading + "\n") + heading.length() + 2;
    return PAGE.substring(0, start) + PAGE.substring(PAGE.indexOf('\n', start) + 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void whatCannotBeUnderstoodIsRefusedAndChangesNothing(
      String what, String page, String named, @TempDir Path folder) throws Exception {
    ProjectCopy project = ProjectCopy.in(folder);
    SortedMap<String, String> before = project.files();

    for (Outcome outcome :
        new Outcome[] {
          project.drift(page), project.drift(page, "--json"), project.drift(page, "--apply")
        }) {
      assertThat(outcome.exit()).as("%s: %s", what, outcome).isEqualTo(2);
      assertThat(outcome.out()).as(what).isEmpty();
      assertThat(outcome.err()).as(what).isNotBlank().contains(named).doesNotContain("\tat ");
    }
    assertThat(project.files()).isEqualTo(before);
  }
}
