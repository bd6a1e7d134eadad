package io.github.kling4j.generated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;
import org.w3c.dom.Element;

/** Runs the generator as the module's pom does, with the pom's own list of files. */
final class Generator {
  private Generator() {}

  /** Generates from a document and returns the folder with the sources. */
  static Path generate(Path document, Path output) {
    CodegenConfigurator configurator =
        CodegenConfigurator.fromFile(Project.GENERATOR_CONFIGURATION.toString());
    configurator.setInputSpec(document.toString());
    configurator.setOutputDir(output.toString());
    configurator.setTemplateDir(Project.TEMPLATES.toString());
    configurator.setGeneratorName(setting("generatorName"));
    configurator.setLibrary(setting("library"));
    GlobalSettings.reset();
    GlobalSettings.setProperty(CodegenConstants.MODELS, "");
    GlobalSettings.setProperty(CodegenConstants.APIS, "");
    GlobalSettings.setProperty(
        CodegenConstants.SUPPORTING_FILES, String.join(",", supportingFiles()));
    GlobalSettings.setProperty(CodegenConstants.MODEL_TESTS, "false");
    GlobalSettings.setProperty(CodegenConstants.MODEL_DOCS, "false");
    GlobalSettings.setProperty(CodegenConstants.API_TESTS, "false");
    GlobalSettings.setProperty(CodegenConstants.API_DOCS, "false");
    try {
      new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    } finally {
      GlobalSettings.reset();
    }
    return output.resolve("src/main");
  }

  /** Returns the names of the files that the pom asks for beside models and interfaces. */
  static List<String> supportingFiles() {
    return Stream.of(setting("supportingFilesToGenerate").split(",")).map(String::trim).toList();
  }

  /** Returns the text of every file below a folder, by its path in it. */
  static SortedMap<String, String> files(Path folder) {
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

  private static String setting(String name) {
    try {
      Element pom =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(Project.DIR.resolve("pom.xml").toFile())
              .getDocumentElement();
      return pom.getElementsByTagName(name).item(0).getTextContent().trim();
    } catch (Exception e) {
      throw new AssertionError("The pom has no " + name, e);
    }
  }
}
