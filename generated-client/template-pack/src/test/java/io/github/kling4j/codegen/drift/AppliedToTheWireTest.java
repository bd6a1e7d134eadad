package io.github.kling4j.codegen.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What upstream changed, once it is applied, is in the generated client and on the wire. */
final class AppliedToTheWireTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path shared;
  private static Wire wire;

  /** The cases, as many at once as do not get into each other's way. */
  static List<List<DriftCase>> groups() {
    List<List<DriftCase>> groups = new ArrayList<>();
    for (DriftCase one : DriftCasesTest.cases()) {
      List<DriftCase> group =
          groups.stream()
              .filter(other -> other.stream().allMatch(one::goesWith))
              .findFirst()
              .orElseGet(ArrayList::new);
      if (group.isEmpty()) {
        groups.add(group);
      }
      group.add(one);
    }
    return groups;
  }

  @BeforeAll
  static void compileTheClientAsItIs() throws Exception {
    wire = Wire.in(shared);
  }

  @AfterAll
  static void forget() {
    wire = null;
  }

  @ParameterizedTest
  @MethodSource("groups")
  void changesAtOnceGoAllTheWayToTheWire(List<DriftCase> group, @TempDir Path folder)
      throws Exception {
    Map<DriftCase, Wire.Exchange> exchanges = new LinkedHashMap<>();
    for (Map.Entry<String, String> form : DriftCase.pages(group).entrySet()) {
      List<DriftCase> here = group.stream().filter(one -> one.has(form.getKey())).toList();
      Path own = Files.createDirectory(folder.resolve(form.getKey()));
      ProjectCopy project =
          form.getKey().equals("page") ? ProjectCopy.in(own) : ProjectCopy.withComments(own);
      DriftCasesTest.applied(here, form.getValue(), project);
      SortedMap<String, String> after = project.files();
      assertThat(project.drift(form.getValue(), "--apply").exit()).as("apply again").isZero();
      assertThat(project.files()).as("files after applying again").isEqualTo(after);
      List<DriftCase> calling = here.stream().filter(one -> !exchanges.containsKey(one)).toList();
      if (!calling.isEmpty()) {
        List<Wire.Exchange> all =
            wire.run(
                project.contractFile(), calling.stream().map(AppliedToTheWireTest::call).toList());
        for (int i = 0; i < calling.size(); i++) {
          exchanges.put(calling.get(i), all.get(i));
        }
      }
    }

    assertThat(exchanges).containsOnlyKeys(group);
    exchanges.forEach(
        (one, exchange) -> {
          assertThat(exchange.line()).as("%s", one).isEqualTo(one.line());
          JsonNode sent = exchange.body() == null ? null : JSON.readTree(exchange.body());
          assertThat(sent).as("%s", one).isEqualTo(one.sent());
          assertThat(exchange.seen()).as("%s", one).isEqualTo(saying(one));
        });
  }

  private static Wire.Call call(DriftCase one) {
    return new Wire.Call(statements(one), one.answer());
  }

  private static String statements(DriftCase one) {
    if (one.statements() != null) {
      return one.statements();
    }
    List<String> lines = new ArrayList<>();
    String builder = "TextToVideoRequest.builder().modelName(\"kling-v3\").prompt(\"Rain.\")";
    lines.add("TextToVideoRequest request = " + builder + one.call() + ".build();");
    lines.add("TextToVideoApi api = retrofit.create(TextToVideoApi.class);");
    lines.add("TaskAnswer answer = api.createTextToVideo(request).execute().body();");
    for (String expression : one.reads().keySet()) {
      lines.add("seen.add(String.valueOf(" + expression + "));");
    }
    for (String call : one.violations().keySet()) {
      lines.add("{ List<String> broken = new ArrayList<>();");
      lines.add("for (Violation each : " + builder + call + ".build().violations()) {");
      lines.add("  broken.add(each.path() + ' ' + each.rule());");
      lines.add("}");
      lines.add("seen.add(broken.toString()); }");
    }
    return String.join("\n", lines);
  }

  private static List<String> saying(DriftCase one) {
    List<String> saying = new ArrayList<>(one.seen());
    one.reads().values().forEach(value -> saying.add(value.asString()));
    for (JsonNode broken : one.violations().values()) {
      saying.add(
          StreamSupport.stream(broken.spliterator(), false)
              .map(JsonNode::asString)
              .toList()
              .toString());
    }
    return saying;
  }
}
