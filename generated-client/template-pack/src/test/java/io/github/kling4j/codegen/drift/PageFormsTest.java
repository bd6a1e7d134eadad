package io.github.kling4j.codegen.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.kling4j.codegen.drift.DriftCase.Expected;
import io.github.kling4j.codegen.drift.ProjectCopy.Outcome;
import io.github.kling4j.spec.Contract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** However a page is written down, what it says is the same. */
final class PageFormsTest {
  private static final JsonNode CHANGE =
      Contract.tree(
          """
          request:
            properties:
              prompt: {description: '想让视频呈现的画面,必填,不超过2500字符'}
              output_format: {type: string, description: '封装格式,可选值:"mp4"|"webm",默认 "mp4"'}
              weight: {type: number, description: '权重,取值范围0-1,默认值0.5'}
          answer: {properties: {data: {properties: {progress: {type: integer}}}}}
          """);
  private static final List<Expected> DIFFERENCES =
      List.of(
          new Expected("createTextToVideo", "request $.prompt", "limit maxLength", "2500"),
          new Expected("createTextToVideo", "request $.output_format", "added", null),
          new Expected("createTextToVideo", "request $.weight", "added", null),
          new Expected("createTextToVideo", "answer $.data.progress", "added", null));

  private static final RelayPage CHANGED = RelayPage.of(Upstream.page(CHANGE));
  private static final String PAGE = CHANGED.text();

  @TempDir private static Path shared;
  private static ProjectCopy plain;
  private static Outcome reported;
  private static Outcome applied;

  static Stream<Arguments> forms() {
    return Stream.of(
        arguments(
            "blocks the other way round", CHANGED.withBlocks("响应示例", "响应", "请求体", "参数").text()),
        arguments("no parameters and no example", CHANGED.withBlocks("请求体", "响应").text()),
        arguments("Windows line ends", PAGE.replace("\n", "\r\n")),
        arguments("old Macintosh line ends", PAGE.replace("\n", "\r")),
        arguments("a byte order mark", "\uFEFF" + PAGE),
        arguments(
            "blank lines and blanks at line ends", "\n\n" + PAGE.replace("\n", "  \n\n") + "\n\n"),
        arguments(
            "blocks over many lines", PAGE.replace(",\"", ",\n  \"").replace("{\"", "{\n  \"")),
        arguments("blocks in fences", PAGE.replaceAll("(?m)^([\\[{].*)$", "```json\n$1\n```")),
        arguments("headings of Markdown", PAGE.replaceAll("(?m)^(参数|请求体|响应|响应示例|概览|说明)$", "## $1")),
        arguments(
            "comments and commas in blocks",
            PAGE.replace("\"required\":[", "/* all */ \"required\":[")
                .replace("],\"x-apifox-orders\"", ",], // order\n\"x-apifox-orders\"")),
        arguments(
            "entities of HTML",
            PAGE.replace("\\\"mp4\\\"|\\\"webm\\\"", "&quot;mp4&quot;|&#34;webm&#34;")
                .replace("0-1", "0&nbsp;-&nbsp;1")),
        arguments(
            "digits and signs of full width",
            PAGE.replace("不超过2500字符", "不超过2500字符")
                .replace("取值范围0-1", "取值范围:0~1")
                .replace("默认值0.5", "默认值:0.5")),
        arguments("an ideographic space", PAGE.replace("取值范围0-1", " 取值范围 0 - 1 ")),
        arguments("a method in small letters", PAGE.replace("POST /", "post /")),
        arguments(
            "a whole address for a path",
            PAGE.replaceFirst("POST /", "POST https://relay.example.com/")));
  }

  /** The plain form, applied once for all others. */
  @BeforeAll
  static void applyThePlainForm() throws Exception {
    plain = ProjectCopy.in(shared);
    reported = plain.drift(PAGE, "--json");
    applied = plain.drift(PAGE, "--apply");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void anotherFormOfThePageSaysTheSame(String form, String page, @TempDir Path folder)
      throws Exception {
    assertThat(page).as("the form").isNotEqualTo(PAGE);
    ProjectCopy project = ProjectCopy.in(folder);

    assertThat(project.drift(page, "--json")).as(form).isEqualTo(reported);
    assertThat(project.drift(page, "--apply")).as(form).isEqualTo(applied);
    assertThat(project.drift(PAGE)).as(form).isEqualTo(new Outcome(0, "", ""));
    assertThat(plain.drift(page)).as(form).isEqualTo(new Outcome(0, "", ""));
  }

  @Test
  void thePlainFormSaysWhatChanged() {
    assertThat(reported.exit()).isEqualTo(1);
    assertThat(applied.exit()).isZero();
    assertThat(Report.ofJson(reported.out()))
        .extracting(Expected::head)
        .containsExactlyInAnyOrderElementsOf(DIFFERENCES.stream().map(Expected::head).toList());
  }

  @Test
  void twoPagesInOneAreTwoOperations(@TempDir Path folder) throws Exception {
    String other = PAGE.replace("text2video", "image2video").replace("不超过2500字符", "不超过9字符");

    Outcome outcome = ProjectCopy.in(folder).drift(PAGE + "\n" + other);

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(Report.heads(outcome.out()))
        .contains("POST /kling/v1/videos/image2video | - | added")
        .containsAll(DIFFERENCES.stream().map(Expected::head).toList())
        .hasSize(DIFFERENCES.size() + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"参数 请求体 响应 响应示例", "请求体 参数 响应 响应示例", "请求体", "请求体 响应示例"})
  void aPageOfTodayHasNothingNew(String blocks, @TempDir Path folder) throws Exception {
    ProjectCopy project = ProjectCopy.in(folder);
    SortedMap<String, String> before = project.files();
    String page =
        RelayPage.of(Upstream.page(Contract.tree("{}"))).withBlocks(blocks.split(" ", -1)).text();

    assertThat(project.drift(page)).isEqualTo(new Outcome(0, "", ""));
    assertThat(project.drift(page, "--json").out()).isEqualToIgnoringWhitespace("[]");
    assertThat(project.drift(page, "--apply").exit()).isZero();
    assertThat(project.files()).isEqualTo(before);
  }

  @Test
  void aPageInOtherWordsHasNothingNew(@TempDir Path folder) throws Exception {
    String page = RelayPage.of(Upstream.page(Upstream.read("words.yaml"))).text();

    assertThat(ProjectCopy.in(folder).drift(page)).isEqualTo(new Outcome(0, "", ""));
  }

  @Test
  void whatWasDecidedOnIsShownWithItsReasonWhenAskedFor(@TempDir Path folder) throws Exception {
    String page = RelayPage.of(Upstream.page(Contract.tree("{}"))).text();
    ProjectCopy project = ProjectCopy.in(folder);

    Outcome all = project.drift(page, "--all");

    assertThat(all.exit()).isZero();
    assertThat(all.out()).contains("required").contains("camera_control");
    JsonNode known = Contract.tree(project.drift(page, "--all", "--json").out());
    assertThat(known).isNotEmpty();
    assertThat(known)
        .allSatisfy(
            each -> {
              assertThat(each.get("known").asBoolean()).isTrue();
              assertThat(each.get("reason").asString()).isNotBlank();
            });
  }

  @Test
  void aPageInAFileIsThePageOnStandardInput(@TempDir Path folder) throws Exception {
    ProjectCopy project = ProjectCopy.in(folder.resolve("project"));
    Path file = Files.writeString(folder.resolve("page.txt"), PAGE);

    assertThat(project.driftFile(file, "--json")).isEqualTo(project.drift(PAGE, "--json"));
    assertThat(project.driftFile(folder.resolve("none.txt")).exit()).isEqualTo(2);
  }
}
