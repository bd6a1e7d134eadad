package io.github.kling4j.generated;

import java.nio.file.Path;

/** Where the module lies. */
final class Project {
  /** Surefire sets it; an IDE starts tests in the module's folder. */
  static final Path DIR = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();

  static final Path TEMPLATES = DIR.resolve("src/main/openapi/templates");
  static final Path GENERATOR_CONFIGURATION = DIR.resolve("src/main/openapi/generator.yaml");
  static final Path GENERATED = DIR.resolve("target/generated-sources/openapi/src/main");
  static final Path GOLDEN = DIR.resolve("src/test/resources/golden");

  private Project() {}
}
