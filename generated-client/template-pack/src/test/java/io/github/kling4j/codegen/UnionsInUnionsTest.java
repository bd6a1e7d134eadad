package io.github.kling4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A union whose types hold the same union again, and nothing that tells them apart at once. */
final class UnionsInUnionsTest {
  private static URLClassLoader classes;
  private static JsonAdapter<Object> adapter;

  @BeforeAll
  static void generate(@TempDir Path folder) throws Exception {
    Path sources = Generator.generate(document(), folder.resolve("project"));
    classes = Compiler.compile(sources, folder.resolve("classes"));
    @SuppressWarnings("unchecked")
    Class<Object> model = (Class<Object>) classes.loadClass("io.github.kling4j.model.Tree");
    Object factory =
        classes
            .loadClass("io.github.kling4j.model.ModelJsonAdapterFactory")
            .getField("INSTANCE")
            .get(null);
    adapter = new Moshi.Builder().add((JsonAdapter.Factory) factory).build().adapter(model);
  }

  @AfterAll
  static void close() throws Exception {
    classes.close();
  }

  /**
   * To try both types of each of the trees below for each above would take 2 to the 100th reads.
   */
  @Test
  void manyLevelsAreReadInReasonableTime() {
    String json = "{\"left\":".repeat(100) + "{\"right\":{\"colour\":\"red\"}}" + "}".repeat(100);

    assertThat(
            assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> adapter.toJson(adapter.fromJson(json))))
        .isEqualTo(json);
  }

  @Test
  void eachLevelIsOfTheTypeThatFitsIt() throws Exception {
    String stem = "{\"left\":{},\"colour\":\"red\"}";
    String fork = "{\"left\":" + stem + ",\"right\":" + stem + "}";

    assertThat(adapter.fromJson("{\"left\":" + fork + ",\"colour\":\"red\"}"))
        .hasToString(
            "Stem{left=Fork{left=Stem{left=Stem{}, colour=red}, right=Stem{left=Stem{}, colour=red}},"
                + " colour=red}");
  }

  private static Path document() throws URISyntaxException {
    return Path.of(UnionsInUnionsTest.class.getResource("/documents/unions.yaml").toURI());
  }
}
