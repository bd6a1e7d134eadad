package io.github.kling4j.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.spec.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Edits of a whole contract: each leaves all other lines as they were. */
final class YamlTextContractTest {
  private static final String SCHEMAS = "/components/schemas/";

  private final YamlText contract = YamlText.of(read());

  private static String read() {
    try {
      return Files.readString(Path.of("src/test/resources/project/api-spec/kling.yaml"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Says that the lines are the old ones with some of them put in somewhere. */
  private void assertAdds(YamlText edited, String lines) {
    String old = contract.text();
    int at = edited.text().indexOf(lines);
    assertThat(at).as("the new lines, in their place").isNotNegative();
    assertThat(edited.text().substring(0, at) + edited.text().substring(at + lines.length()))
        .isEqualTo(old);
  }

  private static Map<String, Object> property() {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("type", "string");
    property.put("maxLength", 100);
    property.put("description", "To be reviewed. " + "How many frames a second has. ".repeat(4));
    property.put("x-source", List.of("relay"));
    return property;
  }

  @Test
  void aPropertyIsAddedToEverySchema() {
    List<String> names = new ArrayList<>();
    JsonNode schemas = Contract.of(contract.text()).root().at("/components/schemas");
    schemas
        .properties()
        .forEach(
            e -> {
              if (e.getValue().has("properties")) {
                names.add(e.getKey());
              }
            });
    assertThat(names)
        .contains("TextToVideoRequest", "Task", "CameraControlConfig")
        .hasSizeGreaterThan(12);
    for (String name : names) {
      Map<String, Object> property = property();
      property.put("description", property.get("description").toString().strip());
      assertAdds(
          contract.set(SCHEMAS + name + "/properties/frame_rate", property),
          """
                  frame_rate:
                    type: string
                    maxLength: 100
                    description: >-
                      To be reviewed. How many frames a second has. How many frames a second has. How many
                      frames a second has. How many frames a second has.
                    x-source: [relay]
          """);
    }
  }

  @Test
  void aSchemaIsAddedAndSetApart() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    schema.put("enum", List.of("on", "auto"));
    assertAdds(
        contract.set(SCHEMAS + "Loudness", schema),
        "\n    Loudness:\n      type: string\n      enum:\n        - 'on'\n        - auto\n");
    assertAdds(
        contract.add("/components/schemas", "Loudness", schema, "Task"),
        "    Loudness:\n      type: string\n      enum:\n        - 'on'\n        - auto\n\n");
  }

  @Test
  void anOperationIsAddedAndSetApart() {
    assertAdds(
        contract.set(
            "/paths/~1kling~1v1~1videos~1image2video",
            Map.of("post", Map.of("tags", List.of("A")))),
        "\n  /kling/v1/videos/image2video:\n    post:\n      tags: [A]\n");
  }

  @Test
  void anEnumValueIsAdded() {
    String aspect = SCHEMAS + "AspectRatio";
    assertAdds(contract.append(aspect + "/enum", "21:9"), "        - '21:9'\n");
    assertAdds(
        contract.append(aspect + "/x-enum-descriptions", "Wide: 21 to 9."),
        "        - 'Wide: 21 to 9.'\n");
  }

  @Test
  void limitsDefaultsAndTheVersionAreChangedInTheirLines() {
    String request = SCHEMAS + "TextToVideoRequest";
    YamlText edited =
        contract
            .set(request + "/properties/prompt/maxLength", 2500)
            .set(request + "/properties/mode/default", "pro")
            .set(request + "/required", List.of("prompt"))
            .set("/info/version", "1.1.0");
    assertThat(edited.text())
        .isEqualTo(
            contract
                .text()
                .replaceFirst("(?m)^( {10}maxLength: )500$", "$12500")
                .replaceFirst("(?m)^( {10}default: )std$", "$1pro")
                .replace("required: [model_name, prompt]", "required: [prompt]")
                .replaceFirst("(?m)^  version: .*$", "  version: 1.1.0"));
  }

  @Test
  void deprecatedIsPutBesideAllOf() {
    String mode = SCHEMAS + "TextToVideoRequest/properties/mode";
    assertAdds(contract.add(mode, "deprecated", true, "allOf"), "          deprecated: true\n");
  }

  @Test
  void everyKeyAndItemCanBeRemovedAndReplaced() {
    List<String> pointers = new ArrayList<>();
    collect(
        Contract.of(contract.text()).root().at("/components/schemas/TaskInfo"),
        SCHEMAS + "TaskInfo",
        pointers);
    assertThat(pointers).hasSizeGreaterThan(10);
    for (String pointer : pointers) {
      assertThat(contract.remove(pointer).text()).hasSizeLessThan(contract.text().length());
      assertThat(contract.set(pointer, "word: word ".repeat(20)).has(pointer)).isTrue();
    }
  }

  private static void collect(JsonNode node, String pointer, List<String> pointers) {
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      pointers.add(pointer + "/" + i);
      collect(node.get(i), pointer + "/" + i, pointers);
    }
    node.properties()
        .forEach(
            e -> {
              pointers.add(pointer + "/" + e.getKey());
              collect(e.getValue(), pointer + "/" + e.getKey(), pointers);
            });
  }
}
