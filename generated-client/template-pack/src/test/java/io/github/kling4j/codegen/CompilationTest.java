package io.github.kling4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated compiles with every lint switched on, whatever the document holds. */
final class CompilationTest {
  static List<OwnDocument> documents() throws IOException {
    return OwnDocument.all();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whatIsGeneratedCompilesWithoutAWarning(OwnDocument document) throws Exception {
    assertThat(document.classes().loadClass("io.github.kling4j.model.ModelJsonAdapterFactory"))
        .isNotNull();
  }
}
