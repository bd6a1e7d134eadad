package io.github.kling4j.benchmarks.start;

import io.github.kling4j.benchmarks.Benchmark;
import io.github.kling4j.benchmarks.ChildJvm;
import io.github.kling4j.benchmarks.Jdk;
import io.github.kling4j.benchmarks.contender.FixedServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The benchmark {@code start}: from a new JVM to the first created task, with a class-data archive
 * of the contender's classes and without.
 */
public final class StartBenchmark implements Benchmark {
  static final List<String> SERVER_JVM = List.of("-XX:+UseSerialGC", "-Xmx64m");

  /** Creates the benchmark. */
  public StartBenchmark() {}

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String usage() {
    return StartOptions.USAGE;
  }

  @Override
  public List<String> run(List<String> args, Jdk jdk, PrintStream out, PrintStream progress) {
    StartOptions options = StartOptions.parse(args);
    try (ChildJvm server = new ChildJvm(jdk, FixedServer.class, SERVER_JVM)) {
      String url = server.read();
      List<ColdStart> plain =
          options.contenders().stream().map(each -> new ColdStart(each, jdk, url)).toList();
      Path folder = Files.createTempDirectory("kling4j-start");
      try {
        progress.println("without an archive");
        Starts starts = measure(plain, options.forks(), folder);
        progress.println("with an archive");
        List<ColdStart> archived = plain.stream().map(each -> each.archived(folder)).toList();
        Starts startsArchived = measure(archived, options.forks(), folder);
        out.println(new StartReport(starts, startsArchived, jdk, options.forks()));
        return StartBudgets.exceeded(starts, jdk.description());
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts one after the other, and all of them again; first once unmeasured, for cold files. */
  static Starts measure(List<ColdStart> contenders, int forks, Path folder) {
    Starts starts = new Starts();
    contenders.forEach(each -> starts.loads(each.contender(), each.classes(folder)));
    for (int fork = 0; fork < forks; fork++) {
      for (ColdStart each : turned(contenders, fork)) {
        starts.add(each.contender(), each.measure());
      }
    }
    return starts;
  }

  /** Returns them in the same order or, each second time, from the last to the first. */
  private static List<ColdStart> turned(List<ColdStart> contenders, int fork) {
    List<ColdStart> turned = new ArrayList<>(contenders);
    if (fork % 2 == 1) {
      Collections.reverse(turned);
    }
    return turned;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
