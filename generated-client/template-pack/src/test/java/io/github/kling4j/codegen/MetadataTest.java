package io.github.kling4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What GraalVM and R8 are told: of every adapter and interface, and of nothing that is not there.
 */
final class MetadataTest {
  private static final String REACHABILITY =
      "resources/META-INF/native-image/io.github.kling4j/kling4j-generated/reachability-metadata.json";
  private static final String RULES = "resources/META-INF/proguard/kling4j-generated.pro";

  static List<OwnDocument> documents() throws IOException {
    return OwnDocument.all();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void graalIsToldOfTheConstructorOfEveryAdapter(OwnDocument document) throws Exception {
    ClassLoader classes = document.classes();
    List<String> told = new ArrayList<>();
    for (JsonNode entry : reflection(document)) {
      if (entry.has("methods")) {
        assertConstructor(classes, entry);
        told.add(entry.get("type").textValue());
      }
    }

    assertThat(told).containsExactlyInAnyOrderElementsOf(adapters(document, classes));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void graalIsToldOfEveryInterfaceAndItsProxy(OwnDocument document) throws Exception {
    ClassLoader classes = document.classes();
    List<String> types = new ArrayList<>();
    List<String> proxies = new ArrayList<>();
    for (JsonNode entry : reflection(document)) {
      if (entry.path("allDeclaredMethods").asBoolean()) {
        types.add(entry.get("type").textValue());
      }
      entry.at("/type/proxy").forEach(proxy -> proxies.add(proxy.textValue()));
    }

    assertThat(types).containsExactlyInAnyOrderElementsOf(interfaces(document, classes));
    assertThat(proxies).containsExactlyInAnyOrderElementsOf(types);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void r8KeepsEveryModelsNameAndItsAdapter(OwnDocument document) throws Exception {
    ClassLoader classes = document.classes();
    List<String> adapters = adapters(document, classes);
    List<String> models =
        adapters.stream().map(name -> name.replaceAll("JsonAdapter$", "")).toList();
    for (String model : models) {
      assertThat(classes.loadClass(model)).isNotNull();
    }

    assertThat(found(document, "-keep class (\\S+) \\{\\R  <init>\\(\\.\\.\\.\\);\\R\\}"))
        .containsExactlyInAnyOrderElementsOf(adapters);
    assertThat(found(document, "-keepnames class (\\S+)"))
        .containsExactlyInAnyOrderElementsOf(models);
    assertThat(found(document, "-if class (\\S+)\\R-keep class \\1JsonAdapter "))
        .containsExactlyInAnyOrderElementsOf(models);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void r8KeepsTheMethodsOfEveryInterface(OwnDocument document) throws Exception {
    ClassLoader classes = document.classes();
    assertThat(
            found(
                document,
                "-keep,allowobfuscation interface (\\S+) \\{\\R  @retrofit2\\.http\\.\\* <methods>;\\R\\}"))
        .containsExactlyInAnyOrderElementsOf(interfaces(document, classes));
  }

  private static JsonNode reflection(OwnDocument document) throws IOException {
    return new ObjectMapper().readTree(document.files().get(REACHABILITY)).get("reflection");
  }

  private static void assertConstructor(ClassLoader classes, JsonNode entry) throws Exception {
    JsonNode constructor = entry.get("methods").get(0);
    assertThat(constructor.get("name").textValue()).isEqualTo("<init>");
    List<Class<?>> parameters = new ArrayList<>();
    for (JsonNode parameter : constructor.get("parameterTypes")) {
      parameters.add(classes.loadClass(parameter.textValue()));
    }
    Class<?> adapter = classes.loadClass(entry.get("type").textValue());
    assertThat(adapter.getDeclaredConstructor(parameters.toArray(new Class<?>[0]))).isNotNull();
  }

  private static List<String> found(OwnDocument document, String pattern) {
    return Pattern.compile(pattern)
        .matcher(document.files().get(RULES))
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static List<String> adapters(OwnDocument document, ClassLoader classes)
      throws ClassNotFoundException {
    List<String> adapters = new ArrayList<>();
    for (Class<?> type : types(document, classes)) {
      if (JsonAdapter.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
        adapters.add(type.getName());
      }
    }
    return adapters;
  }

  private static List<String> interfaces(OwnDocument document, ClassLoader classes)
      throws ClassNotFoundException {
    List<String> interfaces = new ArrayList<>();
    for (Class<?> type : types(document, classes)) {
      if (type.isInterface() && !type.isAnnotation()) {
        interfaces.add(type.getName());
      }
    }
    return interfaces;
  }

  private static List<Class<?>> types(OwnDocument document, ClassLoader classes)
      throws ClassNotFoundException {
    List<Class<?>> types = new ArrayList<>();
    for (String file : document.files().keySet()) {
      if (file.endsWith(".java") && !file.endsWith("package-info.java")) {
        String name = file.substring("java/".length(), file.length() - ".java".length());
        types.add(classes.loadClass(name.replace('/', '.')));
      }
    }
    return types;
  }
}
