package io.github.kling4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A method of Java holds 64 KB, which is less than some documents have schemas for. */
final class ManySchemasTest {
  private static final int SCHEMAS = 501;

  @Test
  void theFactoryKnowsEachOfMoreSchemasThanOneMethodNames(@TempDir Path folder) throws Exception {
    Path document = Files.writeString(folder.resolve("many.yaml"), document());
    Path sources = Generator.generate(document, folder.resolve("project"));

    try (URLClassLoader classes = Compiler.compile(sources, folder.resolve("classes"))) {
      JsonAdapter.Factory factory =
          (JsonAdapter.Factory)
              classes
                  .loadClass("io.github.kling4j.model.ModelJsonAdapterFactory")
                  .getField("INSTANCE")
                  .get(null);
      Moshi moshi = new Moshi.Builder().build();
      for (int i = 0; i < SCHEMAS; i++) {
        Class<?> type = classes.loadClass("io.github.kling4j.model.Schema" + i);
        assertThat(factory.create(type, Set.of(), moshi)).as(type.getName()).isNotNull();
      }
      assertThat(factory.create(String.class, Set.of(), moshi)).isNull();
    }
  }

  private static String document() {
    return "openapi: 3.0.3\ninfo: {title: Many, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
        + IntStream.range(0, SCHEMAS)
            .mapToObj(i -> "    Schema" + i + ": {type: string, enum: [a]}\n")
            .collect(Collectors.joining());
  }
}
