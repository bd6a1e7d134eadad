package io.github.kling4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** What upstream adds is added to the contract, and to nothing else. */
final class NewPropertyTest {
  private static final String SCHEMA = "\n    TextToVideoRequest:\n";
  private static final String PROPERTIES = "\n      properties:\n";
  private static final String NEW_PROPERTY =
      """
              never_heard_of:
                type: string
                description: What upstream adds.
                x-source: [vendor]
      """;

  private static final String CALLER =
      """
      package example;

      import io.github.kling4j.api.TextToVideoApi;
      import io.github.kling4j.model.TextToVideoRequest;
      import java.util.function.Function;
      import retrofit2.Call;
      import retrofit2.Retrofit;

      public final class Caller implements Function<Retrofit, Call<?>> {
        @Override
        public Call<?> apply(Retrofit retrofit) {
          TextToVideoRequest request =
              TextToVideoRequest.builder()
                  .modelName("kling-v3")
                  .prompt("Rain on a tin roof.")
                  .neverHeardOf("x")
                  .build();
          return retrofit.create(TextToVideoApi.class).createTextToVideo(request);
        }
      }
      """;

  @Test
  void anOptionalPropertyAddedToTheContractIsOnTheBuilderAndOnTheWire(@TempDir Path folder)
      throws Exception {
    Path sources = Generator.generate(contractWithNewProperty(folder), folder.resolve("project"));
    Files.writeString(sources.resolve("Caller.java"), CALLER);

    try (MockWebServer server = new MockWebServer();
        URLClassLoader classes = Compiler.compile(sources, folder.resolve("classes"))) {
      server.enqueue(
          new MockResponse.Builder().body("{\"code\": 0, \"data\": {\"task_id\": \"t\"}}").build());
      server.start();
      @SuppressWarnings("unchecked")
      Function<Retrofit, Call<?>> caller =
          (Function<Retrofit, Call<?>>)
              classes.loadClass("example.Caller").getConstructor().newInstance();
      assertThat(caller.apply(retrofit(server)).execute().isSuccessful()).isTrue();

      RecordedRequest request = server.takeRequest();
      assertThat(request.getBody().utf8())
          .contains("\"model_name\":\"kling-v3\"")
          .contains("\"prompt\":\"Rain on a tin roof.\"")
          .contains("\"never_heard_of\":\"x\"");
    }
  }

  private static Path contractWithNewProperty(Path folder) throws Exception {
    String contract = Files.readString(Generator.CONTRACT);
    int schema = contract.indexOf(SCHEMA);
    assertThat(schema).as("the schema's place").isPositive();
    int at = contract.indexOf(PROPERTIES, schema) + PROPERTIES.length();
    return Files.writeString(
        folder.resolve("kling.yaml"),
        contract.substring(0, at) + NEW_PROPERTY + contract.substring(at));
  }

  private static Retrofit retrofit(MockWebServer server) {
    return new Retrofit.Builder()
        .baseUrl(server.url("/"))
        .addConverterFactory(MoshiConverterFactory.create())
        .build();
  }
}
