package io.github.kling4j.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.KlingClient;
import io.github.kling4j.model.Task;
import io.github.kling4j.spec.Contract;
import io.github.kling4j.testkit.KlingGateway;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The gate for the API of our jars. Its reports are {@code target/api-changes-*.md}; see this
 * module's README for how to renew what it compares with.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class ReleasedApiTest {
  private static final Path HOME = Path.of(System.getProperty("basedir", "."));
  private static final Path RELEASED = HOME.resolve("released");
  private static final Path TARGET = HOME.resolve("target");
  private static final Path CONTRACTS = HOME.resolve("../../api-spec");

  private static final String VERSION =
      Objects.requireNonNull(
          System.getProperty("project.version"), "told by this module's pom.xml");

  /** What users compile against. */
  private enum Jar {
    GENERATED("kling4j-generated", Task.class),
    CLIENT("kling4j", KlingClient.class),
    TESTKIT("kling4j-testkit", KlingGateway.class);

    private final String artifact;
    private final Class<?> one;

    Jar(String artifact, Class<?> one) {
      this.artifact = artifact;
      this.one = one;
    }

    Path released() {
      return RELEASED.resolve(artifact + ".jar");
    }

    Path current() {
      return TARGET.resolve("api").resolve(artifact + ".jar");
    }

    /** Returns the folder or the jar that its classes come from. */
    Path classes() throws URISyntaxException {
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
  }

  @BeforeAll
  static void writeSignatures() throws IOException, URISyntaxException {
    for (Jar jar : Jar.values()) {
      Signatures signatures = Signatures.of(jar.classes(), VERSION.replace("-SNAPSHOT", ""));
      signatures.write(jar.current());
      if (Boolean.getBoolean("api.renew")) {
        signatures.write(jar.released());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatCallersUsedInTheLastReleaseIsStillThere(Jar jar) throws Exception {
    List<Path> others = othersOnTheClassPath();
    ApiChanges changes =
        ApiChanges.between(
            jar.released(),
            jar.current(),
            joined(List.of(Jar.values()).stream().map(Jar::released).toList(), others),
            joined(List.of(Jar.values()).stream().map(Jar::current).toList(), others));
    Versions versions =
        new Versions(
            Signatures.read(jar.released()).version(),
            VERSION,
            contractVersion("released/kling.yaml"),
            contractVersion("kling.yaml"));
    String complaint = versions.complaint(jar.artifact, jar == Jar.GENERATED, changes.breaks());

    Files.writeString(
        TARGET.resolve("api-changes-" + jar.artifact + ".md"),
        "# The API of %s since %s\n\n%s\n%s"
            .formatted(jar.artifact, versions.released(), changes.summary(), changes.markdown()));
    assertThat(complaint).isEmpty();
  }

  private static String contractVersion(String file) throws IOException {
    return Contract.read(CONTRACTS.resolve(file)).root().at("/info/version").asString();
  }

  private static List<Path> othersOnTheClassPath() throws URISyntaxException {
    List<Path> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (Files.exists(Path.of(entry))) {
        entries.add(Path.of(entry));
      }
    }
    for (Jar jar : Jar.values()) {
      entries.remove(jar.classes());
    }
    return entries;
  }

  private static List<Path> joined(List<Path> ours, List<Path> others) {
    List<Path> all = new ArrayList<>(ours);
    all.addAll(others);
    return all;
  }
}
