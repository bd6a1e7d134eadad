import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.testkit.KlingGateway;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the example as a user would: a JVM of its own, with the run-time class path alone. */
class BeachVideoTest {
  private static final List<String> UNWANTED =
      List.of("jackson", "gson", "javax", "swagger", "threeten", "junit");

  @TempDir Path folder;

  @Test
  void theExampleMakesAVideo() throws Exception {
    try (KlingGateway gateway = KlingGateway.start()) {
      Path output = folder.resolve("output.txt");
      ProcessBuilder example =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  "target/classes" + File.pathSeparator + classPath(),
                  "BeachVideo")
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      Map<String, String> environment = example.environment();
      environment.put("KLING_BASE_URL", gateway.url());
      environment.put("KLING_API_KEY", "sk-consumer");

      int exit = example.start().waitFor();

      assertThat(exit).as(Files.readString(output)).isZero();
      assertThat(gateway.createRequests()).hasSize(1);
      assertThat(gateway.paidTasks()).hasSize(1);
      assertThat(gateway.lastCreateBody()).containsEntry("prompt", "在海滩上度假的快乐场景。");
      byte[] video = Files.readAllBytes(Path.of("beach.mp4"));
      assertThat(new String(video, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    } finally {
      Files.deleteIfExists(Path.of("beach.mp4"));
    }
  }

  @Test
  void theRunTimeClassPathIsLight() throws IOException {
    List<Path> jars = Stream.of(classPath().split(File.pathSeparator)).map(Path::of).toList();

    List<String> rows = new ArrayList<>();
    long sum = 0;
    for (Path jar : jars) {
      rows.add("| `%s` | %,d |".formatted(jar.getFileName(), kilobytes(Files.size(jar))));
      sum += Files.size(jar);
    }
    rows.sort(null);
    System.out.println("| jar | kB |\n|---|---|");
    rows.forEach(System.out::println);
    System.out.printf("| %d jars | %,d |%n", jars.size(), kilobytes(sum));

    List<String> names = jars.stream().map(jar -> jar.getFileName().toString()).toList();
    assertThat(names)
        .allSatisfy(name -> assertThat(UNWANTED).noneMatch(name::contains))
        .filteredOn(name -> name.startsWith("okhttp"))
        .hasSize(1);
  }

  private static long kilobytes(long bytes) {
    return Math.round(bytes / 1_000.0);
  }

  private static String classPath() throws IOException {
    return Files.readString(Path.of("target", "runtime-class-path.txt")).strip();
  }
}
