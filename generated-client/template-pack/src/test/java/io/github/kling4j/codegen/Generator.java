package io.github.kling4j.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openapitools.codegen.ClientOptInput;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** Runs the generator inside the test, with the settings of the module beside this one. */
public final class Generator {
  /** Surefire sets it; an IDE starts tests in the module's folder. */
  static final Path MODULE =
      Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();

  public static final Path CONTRACT = MODULE.resolve("../../api-spec/kling.yaml").normalize();
  public static final Path RESOURCES = MODULE.resolve("src/test/resources");

  private Generator() {}

  /** Returns one of the documents of the module beside this one, which say all that can be said. */
  static Path document(String name) {
    return MODULE.resolve("../src/test/openapi/" + name + ".yaml").normalize();
  }

  /** Generates from a document and returns the folder with the sources. */
  public static Path generate(Path document, Path output) {
    run(document, output);
    return output.resolve("src/main");
  }

  /** Generates from a document and returns what could not be expressed. */
  static List<String> warnings(Path document, Path output) {
    return List.copyOf(run(document, output).warnings());
  }

  @SuppressWarnings("deprecation") // The only way to the generator that the configurator made.
  private static RetrofitMoshiGenerator run(Path document, Path output) {
    CodegenConfigurator configurator = new CodegenConfigurator();
    configurator.setValidateSpec(false); // Documents in the field are not all valid.
    configurator.setInputSpec(document.toString());
    configurator.setOutputDir(output.toString());
    configurator.setGeneratorName("retrofit2-moshi");
    configurator.setApiPackage("io.github.kling4j.api");
    configurator.setModelPackage("io.github.kling4j.model");
    configurator.setGroupId("io.github.kling4j");
    configurator.setArtifactId("kling4j-generated");
    GlobalSettings.reset();
    for (String all :
        List.of(
            CodegenConstants.MODELS, CodegenConstants.APIS, CodegenConstants.SUPPORTING_FILES)) {
      GlobalSettings.setProperty(all, "");
    }
    try {
      ClientOptInput input = configurator.toClientOptInput();
      new DefaultGenerator().opts(input).generate();
      return (RetrofitMoshiGenerator) input.getConfig();
    } finally {
      GlobalSettings.reset();
    }
  }

  /** Returns the text of every file below a folder, by its path in it. */
  public static SortedMap<String, String> files(Path folder) {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        files.put(name, Files.readString(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
