package io.github.kling4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that the contract does not use yet, on a document that does. */
final class LimitsOfAnyDocumentTest {
  private static URLClassLoader classes;
  private static JsonAdapter<Object> adapter;

  @BeforeAll
  static void generate(@TempDir Path folder) throws Exception {
    Path sources = Generator.generate(document(), folder.resolve("project"));
    classes = Compiler.compile(sources, folder.resolve("classes"));
    @SuppressWarnings("unchecked")
    Class<Object> model = (Class<Object>) classes.loadClass("io.github.kling4j.model.Parcel");
    adapter = new Moshi.Builder().build().adapter(model);
  }

  @AfterAll
  static void close() throws Exception {
    classes.close();
  }

  @Test
  void whatKeepsTheRulesHasNoViolations() throws Exception {
    assertThat(
            violations(
                """
                {"code": "AB-12", "label": "😀", "weight": 0.001, "pieces": 3, "stamp": 9000000000,
                 "tags": ["a", "bb"], "sizes": [1, 99], "colours": ["red"]}
                """))
        .isEmpty();
  }

  @Test
  void aTextIsHeldAgainstItsPatternAndItsShortestLength() throws Exception {
    assertThat(violations("{\"code\": \"ab-12\", \"label\": \"\"}"))
        .containsExactly("$.code pattern", "$.label minLength");
  }

  @Test
  void aLimitCanBeExclusive() throws Exception {
    assertThat(violations("{\"weight\": 0, \"pieces\": 4}"))
        .containsExactly("$.weight minimum", "$.pieces maximum");
    assertThat(violations("{\"weight\": 0.5, \"pieces\": 3}")).isEmpty();
  }

  @Test
  void aLimitCanBeBeyondAnInt() throws Exception {
    assertThat(violations("{\"stamp\": 8999999999}")).containsExactly("$.stamp minimum");
  }

  @Test
  void theItemsOfAListHaveLimitsOfTheirOwn() throws Exception {
    assertThat(
            violations(
                "{\"tags\": [\"a\", \"\", \"ccc\", \"😀😀\"], \"sizes\": [100, 1],"
                    + " \"colours\": [\"red\", \"pink\"]}"))
        .containsExactly(
            "$.tags[1] minLength",
            "$.tags[2] maxLength",
            "$.sizes[0] maximum",
            "$.colours[1] enum");
  }

  private static List<String> violations(String json) throws Exception {
    Object parcel = adapter.fromJson(json);
    List<?> found = (List<?>) parcel.getClass().getMethod("violations").invoke(parcel);
    return found.stream().map(LimitsOfAnyDocumentTest::pathAndRule).toList();
  }

  private static String pathAndRule(Object violation) {
    try {
      return violation.getClass().getMethod("path").invoke(violation)
          + " "
          + violation.getClass().getMethod("rule").invoke(violation);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("A violation has a path and a rule", e);
    }
  }

  private static Path document() throws URISyntaxException {
    return Path.of(LimitsOfAnyDocumentTest.class.getResource("/documents/limits.yaml").toURI());
  }
}
