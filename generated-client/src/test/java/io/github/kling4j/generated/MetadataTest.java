package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tools that look at no code at run time are told of the adapters and interfaces. */
final class MetadataTest {
  private static final String REACHABILITY =
      "/META-INF/native-image/io.github.kling4j/kling4j-generated/reachability-metadata.json";
  private static final String RULES = "/META-INF/proguard/kling4j-generated.pro";
  private static final String INTERFACE = "io.github.kling4j.api.TextToVideoApi";

  @Test
  void graalIsToldOfTheConstructorOfEveryAdapter() throws Exception {
    List<String> told = new ArrayList<>();
    for (JsonNode entry : Json.tree(resource(REACHABILITY)).get("reflection")) {
      if (entry.has("methods")) {
        told.add(entry.get("type").textValue());
        assertConstructor(entry);
      }
    }

    assertThat(told).containsExactlyInAnyOrderElementsOf(adapters());
  }

  @Test
  void graalIsToldOfEveryInterfaceAndItsProxy() throws IOException {
    List<JsonNode> told = new ArrayList<>();
    Json.tree(resource(REACHABILITY)).get("reflection").forEach(told::add);

    assertThat(told)
        .anyMatch(entry -> INTERFACE.equals(entry.at("/type/proxy/0").textValue()))
        .anyMatch(
            entry ->
                INTERFACE.equals(entry.path("type").textValue())
                    && entry.path("allDeclaredMethods").booleanValue());
  }

  @Test
  void r8KeepsEveryModelsNameAndItsAdapter() throws IOException {
    List<String> rules = resource(RULES).lines().toList();

    for (String adapter : adapters()) {
      String model = adapter.substring(0, adapter.length() - "JsonAdapter".length());
      assertThat(rules)
          .containsSequence(
              "-keepnames class " + model,
              "-if class " + model,
              "-keep class " + adapter + " {",
              "  <init>(...);",
              "}");
    }
  }

  @Test
  void r8KeepsTheMethodsOfEveryInterface() throws IOException {
    assertThat(resource(RULES))
        .contains("-keep,allowobfuscation interface " + INTERFACE + " {")
        .contains("-keepattributes Signature, RuntimeVisibleAnnotations");
  }

  private static void assertConstructor(JsonNode entry) throws Exception {
    JsonNode method = entry.get("methods").get(0);
    assertThat(method.get("name").textValue()).isEqualTo("<init>");
    List<Class<?>> parameters = new ArrayList<>();
    for (JsonNode parameter : method.get("parameterTypes")) {
      parameters.add(Class.forName(parameter.textValue()));
    }
    Class<?> adapter = Class.forName(entry.get("type").textValue());
    assertThat(adapter.getDeclaredConstructor(parameters.toArray(new Class<?>[0]))).isNotNull();
  }

  private static List<String> adapters() {
    return Document.CONTRACT.at("/components/schemas").properties().stream()
        .map(schema -> "io.github.kling4j.model." + schema.getKey() + "JsonAdapter")
        .toList();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = MetadataTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
