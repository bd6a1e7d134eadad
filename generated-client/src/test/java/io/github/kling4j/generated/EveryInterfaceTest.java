package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** Retrofit reads an interface when it is first used; here it reads all of them at once. */
final class EveryInterfaceTest {
  private static final Path DOCUMENTS =
      Project.DIR.resolve("target/generated-test-sources/openapi");

  static Stream<String> interfaces() {
    List<Path> folders =
        Stream.of("models", "models31", "names", "operations", "videos")
            .map(each -> DOCUMENTS.resolve(each).resolve("src/main/java"))
            .toList();
    return Stream.concat(folders.stream(), Stream.of(Project.GENERATED.resolve("java")))
        .flatMap(folder -> Project.files(folder).keySet().stream())
        .filter(file -> file.endsWith("Api.java") && file.contains("/api/"))
        .map(file -> file.substring(0, file.length() - ".java".length()).replace('/', '.'))
        .sorted();
  }

  @Test
  void allInterfacesAreFound() {
    assertThat(interfaces())
        .contains(
            "io.github.kling4j.api.TextToVideoApi",
            "io.github.kling4j.documents.operations.api.DefaultApi",
            "io.github.kling4j.documents.names.api.VideosApi");
  }

  @ParameterizedTest
  @MethodSource("interfaces")
  void retrofitTakesEveryMethod(String name) throws Exception {
    Class<?> type = Class.forName(name);
    String models = name.substring(0, name.lastIndexOf(".api."));
    Retrofit retrofit =
        new Retrofit.Builder()
            .baseUrl("http://localhost/")
            .addConverterFactory(MoshiConverterFactory.create(moshi(models)))
            .validateEagerly(true)
            .build();

    assertThat(retrofit.create(type)).isInstanceOf(type);
  }

  private static Moshi moshi(String models) throws ReflectiveOperationException {
    String contract = "io.github.kling4j";
    Class<?> factory =
        Class.forName(
            (models.equals(contract) ? contract + ".model" : models) + ".ModelJsonAdapterFactory");
    return new Moshi.Builder()
        .add((JsonAdapter.Factory) factory.getField("INSTANCE").get(null))
        .build();
  }
}
