package io.github.kling4j.spec.drift;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The launchers in a project that holds nothing else: a build there takes no time, as its mvnw only
 * copies a jar, whose main class is {@link Echo} or the real one.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
  /** A launcher: its module, its jar, and its exit code when it can not start. */
  enum Launcher {
    DRIFT("api-spec/drift", "api-spec", "kling4j-api-spec", 2),
    KLING("kling", "client-extensions/cli", "kling4j-cli", 3);

    final String script;
    final String module;
    final String artifact;
    final int failure;

    Launcher(String script, String module, String artifact, int failure) {
      this.script = script;
      this.module = module;
      this.artifact = artifact;
      this.failure = failure;
    }
  }

  /** Tells what a launcher started, and with what. */
  static final class Echo {
    private Echo() {}

    /**
     * Prints how it was called.
     *
     * @param args the command line
     * @throws IOException if standard input can't be read
     */
    public static void main(String... args) throws IOException {
      List<String> lines = new ArrayList<>(List.of(args));
      lines.add("in " + Path.of("").toAbsolutePath().toRealPath());
      lines.add("read " + new String(System.in.readAllBytes(), UTF_8));
      for (String arg : args) {
        lines.add("exists " + Files.exists(Path.of(arg)));
      }
      System.out.write(String.join("\n", lines).getBytes(UTF_8));
      System.out.flush();
      System.exit(args.length > 0 && args[args.length - 1].equals("fail") ? 1 : 0);
    }
  }

  private record Result(int exitCode, String out, String err) {}

  @TempDir Path folder;
  private Path project;
  private Path elsewhere;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void copyTheLaunchers() throws IOException {
    project = folder.resolve("pro ject").toAbsolutePath();
    elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    for (String script : List.of("kling", "api-spec/drift", ".mvn/launch.sh")) {
      copy(script);
    }
    for (String source :
        List.of(
            "pom.xml",
            "api-spec/pom.xml",
            "api-spec/kling.yaml",
            "api-spec/src/main/A.java",
            "generated-client/pom.xml",
            "generated-client/template-pack/pom.xml",
            "generated-client/template-pack/src/main/a",
            "client-extensions/pom.xml",
            "client-extensions/client/pom.xml",
            "client-extensions/client/src/main/a",
            "client-extensions/testkit/pom.xml",
            "client-extensions/testkit/src/main/a",
            "client-extensions/cli/pom.xml",
            "client-extensions/cli/src/main/A.java")) {
      Path file = project.resolve(source);
      Files.createDirectories(file.getParent());
      Files.writeString(file, source);
    }
    try (var all = Files.walk(project)) {
      for (Path each : all.toList()) {
        age(each, -60);
      }
    }
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    mvnw(
        """
        echo build >>builds
        mkdir -p %1$s/target/lib %3$s/target/lib
        cp built.jar %1$s/target/%2$s-1.jar
        cp built.jar %3$s/target/%4$s-1.jar
        """
            .formatted(
                Launcher.DRIFT.module,
                Launcher.DRIFT.artifact,
                Launcher.KLING.module,
                Launcher.KLING.artifact));
    jarOf(Echo.class);
  }

  private void copy(String file) throws IOException {
    Path copy = project.resolve(file);
    Files.createDirectories(copy.getParent());
    Files.copy(Path.of("..", file), copy);
  }

  private static void age(Path file, int seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(seconds)));
  }

  private void mvnw(String commands) throws IOException {
    Path mvnw = project.resolve("mvnw");
    Files.writeString(mvnw, "#!/usr/bin/env bash\nset -eu\n" + commands);
    assertThat(mvnw.toFile().setExecutable(true)).isTrue();
  }

  /** Makes a jar that has no classes of its own but names those of this run. */
  private void jarOf(Class<?> main) throws IOException {
    String path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(each -> Path.of(each).toUri().toString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, path);
    try (OutputStream out = Files.newOutputStream(project.resolve("built.jar"));
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.flush();
    }
  }

  private int builds() throws IOException {
    Path builds = project.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  private Result run(Path in, Path script, String input, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(args));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(UTF_8));
    } catch (IOException e) {
      // It ended without reading.
      assertThat(process.waitFor()).isNotZero();
    }
    return new Result(process.waitFor(), Files.readString(out), Files.readString(err));
  }

  private Result drift(String... args) throws Exception {
    return run(elsewhere, project.resolve("api-spec/drift"), "", args);
  }

  @Test
  void driftIsToldTheProjectAndItsArguments() throws Exception {
    Result result = drift("--apply", "a page.txt", "*");

    assertThat(result.out()).startsWith("--project\n" + project + "\n--apply\na page.txt\n*\nin ");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void theExitCodeOfDriftIsPassedOn() throws Exception {
    assertThat(drift("fail").exitCode()).isEqualTo(1);
  }

  @Test
  void aPageIsReadFromStandardInput() throws Exception {
    Result result = run(elsewhere, project.resolve("api-spec/drift"), "文生视频\n{}", "-");

    assertThat(result.out()).contains("\nread 文生视频\n{}\n");
  }

  @Test
  void aRelativePageIsLookedForInTheFolderOfTheCaller() throws Exception {
    Files.writeString(elsewhere.resolve("page.txt"), "");

    Result result = drift("page.txt");

    assertThat(result.out())
        .contains("\nin " + elsewhere.toRealPath() + "\n")
        .endsWith("exists true");
  }

  @Test
  void aPageMayHaveAChineseNameWhateverTheLocale() throws Exception {
    // Made and named by shells, as this JVM's own file names depend on the locale, too.
    environment.put("LC_ALL", "C");
    mvnw("touch ../elsewhere/文生视频.txt\n" + Files.readString(project.resolve("mvnw")));
    Path call = folder.resolve("call");
    Files.writeString(call, "exec \"$1\" 文生视频.txt\n");

    Result result =
        run(
            elsewhere,
            Path.of("/bin/sh"),
            "",
            call.toString(),
            project.resolve("api-spec/drift").toString());

    assertThat(result.out()).contains("文生视频.txt\n").endsWith("exists true");
  }

  @Test
  void driftWithoutAPageIsExitCode2() throws Exception {
    jarOf(Drift.class);

    Result result = drift();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("Building drift");
    Result again = drift();
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).isNotBlank();
    assertThat(again.out()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void linksLeadToTheProject(Launcher launcher) throws Exception {
    Path links = Files.createDirectory(folder.resolve("links"));
    Path link = Files.createSymbolicLink(links.resolve("a"), project.resolve(launcher.script));
    Path relative = Files.createSymbolicLink(links.resolve("b"), Path.of("..", "links", "a"));

    assertThat(run(elsewhere, link, "", "x").out()).contains("x\nin ");
    assertThat(run(elsewhere, relative, "", "x").out()).contains("x\nin ");
    assertThat(builds()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void itIsBuiltOnceAndAgainAfterItsSourcesChanged(Launcher launcher) throws Exception {
    Path script = project.resolve(launcher.script);
    assertThat(run(elsewhere, script, "").err())
        .contains("Building " + launcher.name().toLowerCase(Locale.ROOT));
    assertThat(run(elsewhere, script, "").err()).isEmpty();
    assertThat(builds()).isEqualTo(1);

    int expected = 1;
    for (String source :
        List.of(
            "pom.xml",
            ".mvn/launch.sh",
            launcher.module + "/pom.xml",
            launcher.module + "/src/main/A.java")) {
      age(project.resolve(source), 60);
      run(elsewhere, script, "");
      expected++;
      assertThat(builds()).as(source).isEqualTo(expected);
      age(project.resolve(source), -60);
    }
    assertThat(run(elsewhere, script, "").err()).isEmpty();
    assertThat(builds()).isEqualTo(expected);
  }

  @Test
  void theContractIsNoSourceOfDrift() throws Exception {
    drift();
    age(project.resolve("api-spec/kling.yaml"), 60);

    drift();

    assertThat(builds()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aBuildThatFailsSaysWhy(Launcher launcher) throws Exception {
    mvnw("echo no compiler today; exit 1\n");

    Result result = run(elsewhere, project.resolve(launcher.script), "", "x");

    assertThat(result.exitCode()).isEqualTo(launcher.failure);
    assertThat(result.err()).contains("no compiler today", "error: The build failed");
    assertThat(result.out()).isEmpty();
    try (var left = Files.list(project.resolve(launcher.module).resolve("target"))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".lock"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutAJdkItSaysSo(Launcher launcher) throws Exception {
    environment.put("JAVA_HOME", folder.toString());

    Result result = run(elsewhere, project.resolve(launcher.script), "", "x");

    assertThat(result.exitCode()).isEqualTo(launcher.failure);
    assertThat(result.err()).contains("error: JAVA_HOME is " + folder, "hint: ");
    assertThat(builds()).isZero();
  }
}
